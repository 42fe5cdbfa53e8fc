import { Fragment } from 'react'
import { useRouter } from '@tarojs/taro'
import type { ResponseOf } from '@domain/contract/actions'
import { communityKindLabels } from '@domain/org/communityKindLabels'
import { useCloudQuery } from '@/cloud/useCloudQuery'
import { Card } from '@/components/Card/Card'
import { Cell } from '@/components/Cell/Cell'
import { Divider } from '@/components/Divider/Divider'
import { Empty } from '@/components/Empty/Empty'
import { page } from '@/components/FreshStart/FreshStart'
import { Loaded } from '@/components/Loaded/Loaded'
import { Page } from '@/components/Page/Page'
import { Section } from '@/components/Section/Section'

type Row = ResponseOf<'community.ofBranch'>['rows'][number]

const whereOf = ({ places, waiting }: Row): string | undefined => {
  const said = places.map(({ kind, community }) => `${communityKindLabels[kind]} ${community}`)
  return [...said, ...(waiting ? ['等社区接收'] : [])].join('；') || undefined
}

function Rows({ id, title, rows }: { id: string; title: string; rows: readonly Row[] }) {
  if (rows.length === 0) return null
  return (
    <>
      <Section title={title} right={`${rows.length} 人`} />
      <Card id={id}>
        {rows.map((row, index) => (
          <Fragment key={row.memberId}>
            {index > 0 ? <Divider inset={16} /> : null}
            <Cell title={row.name} sub={whereOf(row)} />
          </Fragment>
        ))}
      </Card>
    </>
  )
}

/** 社区报到 of a branch: where its members are registered, in register order. */
export default page(function RegisteredPage() {
  const { branchId = '' } = useRouter().params
  const query = useCloudQuery('community.ofBranch', { branchId })
  return (
    <Page id="registered" title="社区报到" left="back" onPullDown={query.refetch}>
      <Loaded query={query} skeleton="list">
        {({ rows }) =>
          rows.length === 0 ? (
            <Empty image="house" title="名册里还没有党员" />
          ) : (
            <>
              <Rows
                id="registered-yes"
                title="已报到"
                rows={rows.filter(({ places }) => places.length > 0)}
              />
              <Rows
                id="registered-not"
                title="还没有报到"
                rows={rows.filter(({ places }) => places.length === 0)}
              />
            </>
          )
        }
      </Loaded>
    </Page>
  )
})
