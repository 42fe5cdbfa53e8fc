import { Fragment } from 'react'
import { View } from '@tarojs/components'
import { useRouter } from '@tarojs/taro'
import type { CommunityPaper } from '@domain/contract/paper'
import { communityKindLabels } from '@domain/org/communityKindLabels'
import { formatYearDay } from '@domain/time/format'
import { useCloudAction } from '@/cloud/useCloudAction'
import { useInParts } from '@/cloud/useInParts'
import { Button } from '@/components/Button/Button'
import { Card } from '@/components/Card/Card'
import { Cell } from '@/components/Cell/Cell'
import { Divider } from '@/components/Divider/Divider'
import { Empty } from '@/components/Empty/Empty'
import { page } from '@/components/FreshStart/FreshStart'
import { Loaded } from '@/components/Loaded/Loaded'
import { MoreButton } from '@/components/MoreButton/MoreButton'
import { Page } from '@/components/Page/Page'
import { Section } from '@/components/Section/Section'
import { FileSheet } from '@/features/papers/components/FileSheet'
import { usePaper } from '@/features/papers/hooks/usePaper'
import { orTell } from '@/words/orTell'

/** 报到名单: who is registered with the community, in the order of the units. */
export default page(function ResidentsPage() {
  const { communityId = '' } = useRouter().params
  const list = useInParts('community.residents', { communityId })
  const { run } = useCloudAction('paper.ofCommunity')
  const papers = usePaper<CommunityPaper>()
  const busy = papers.making !== undefined
  const make = (paper: CommunityPaper) => void papers.take(paper, orTell(run({ communityId, paper })))
  return (
    <Page
      id="residents"
      title="报到名单"
      left="back"
      onPullDown={() => list.refetch()}
      dock={
        (list.data?.total ?? 0) > 0 && (
          <>
            <Button
              kind="outline"
              grow
              id="export-register"
              icon="table"
              busy={busy}
              onTap={() => make('register')}
            >
              Excel
            </Button>
            <Button
              kind="outline"
              grow
              id="export-registerText"
              icon="doc"
              busy={busy}
              onTap={() => make('registerText')}
            >
              Word
            </Button>
          </>
        )
      }
      overlay={<FileSheet file={papers.file} onClose={papers.close} />}
    >
      <Loaded query={list} skeleton="list">
        {({ community, total, rows }) =>
          total === 0 ? (
            <Empty image="house" title="还没有报到的党员" text="接收以后，名单在这里" id="no-residents" />
          ) : (
            <>
              <Section title={community.name} right={`${total} 人`} />
              <Card>
                {rows.map(({ name, branch, kind, from }, index) => (
                  <Fragment key={`${branch} ${name} ${from} ${index}`}>
                    {index > 0 ? <Divider inset={16} /> : null}
                    <Cell
                      title={name}
                      sub={branch}
                      right={
                        <View>
                          <View>{communityKindLabels[kind]}</View>
                          <View className="num">{formatYearDay(from)}</View>
                        </View>
                      }
                    />
                  </Fragment>
                ))}
              </Card>
              <MoreButton id="more-residents" more={list.more} />
            </>
          )
        }
      </Loaded>
    </Page>
  )
})
