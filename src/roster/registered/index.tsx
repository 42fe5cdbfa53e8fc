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
import { open } from '@/navigation/navigate'

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
function OfBranch({ branchId }: { branchId: string }) {
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
}

/** The same below a unit or the county: how many of each branch, in 组织序列. */
function Below({ organisationId }: { organisationId: string }) {
  const query = useCloudQuery('community.below', { organisationId })
  return (
    <Page id="registered" title="社区报到" left="back" onPullDown={query.refetch}>
      <Loaded query={query} skeleton="list">
        {({ branches }) =>
          branches.length === 0 ? (
            <Empty image="house" title="下面还没有党支部" />
          ) : (
            <>
              <Section title="各支部" right="已报到 / 党员" />
              <Card id="registered-below">
                {branches.map(({ id, name, members, registered, opens }, index) => (
                  <Fragment key={id}>
                    {index > 0 ? <Divider inset={16} /> : null}
                    <Cell
                      id={`below-${id}`}
                      title={name}
                      sub={registered < members ? `还有 ${members - registered} 人没有报到` : undefined}
                      right={`${registered} / ${members}`}
                      {...(opens && { chevron: true, onTap: () => open('registered', { branchId: id }) })}
                    />
                  </Fragment>
                ))}
              </Card>
            </>
          )
        }
      </Loaded>
    </Page>
  )
}

export default page(function RegisteredPage() {
  const { branchId = '', organisationId } = useRouter().params
  return organisationId === undefined ? (
    <OfBranch branchId={branchId} />
  ) : (
    <Below organisationId={organisationId} />
  )
})
