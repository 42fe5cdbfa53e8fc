import { Fragment, useState } from 'react'
import { View } from '@tarojs/components'
import { useRouter } from '@tarojs/taro'
import { now } from '@/cloud/clock'
import { useCloudAction } from '@/cloud/useCloudAction'
import { useCloudQuery } from '@/cloud/useCloudQuery'
import { Card } from '@/components/Card/Card'
import { Cell } from '@/components/Cell/Cell'
import { Chip } from '@/components/Chip/Chip'
import { Divider } from '@/components/Divider/Divider'
import { Empty } from '@/components/Empty/Empty'
import { page } from '@/components/FreshStart/FreshStart'
import { Icon } from '@/components/Icon/Icon'
import { Loaded } from '@/components/Loaded/Loaded'
import { Note } from '@/components/Note/Note'
import { Page } from '@/components/Page/Page'
import { Section } from '@/components/Section/Section'
import { FileSheet } from '@/features/papers/components/FileSheet'
import { usePaper } from '@/features/papers/hooks/usePaper'
import { letterQuarters, servedText } from '@/features/service/logic/letterQuarters'
import { orTell } from '@/words/orTell'

/** 反馈函: a quarter's letter to each unit whose members have served here, as Word. */
export default page(function LettersPage() {
  const { communityId = '' } = useRouter().params
  const [quarters] = useState(() => letterQuarters(now()))
  // A letter is written when its quarter is over.
  const [periodKey, setPeriodKey] = useState(quarters[1]?.key ?? '')
  const query = useCloudQuery('community.served', { communityId, periodKey })
  const { run } = useCloudAction('paper.ofLetter')
  const letters = usePaper<string>()
  const make = (unitId: string) => {
    if (letters.making === undefined)
      void letters.take(unitId, orTell(run({ communityId, unitId, periodKey })))
  }
  return (
    <Page
      id="letters"
      title="反馈函"
      left="back"
      onPullDown={query.refetch}
      overlay={<FileSheet file={letters.file} note="盖章后交给单位。" onClose={letters.close} />}
    >
      <View className="chips mt12">
        {quarters.map(({ key, label }) => (
          <Chip key={key} id={`quarter-${key}`} on={key === periodKey} onTap={() => setPeriodKey(key)}>
            {label}
          </Chip>
        ))}
      </View>
      <Loaded query={query} skeleton="list">
        {({ community, units }) =>
          units.length === 0 ? (
            <Empty
              image="none"
              icon="doc"
              title="这个季度还没有记录"
              text="社区确认过的服务和实事，会按单位列在这里"
              id="no-letters"
            />
          ) : (
            <>
              <Section title={community.name} right={`${units.length} 个单位`} />
              <Card>
                {units.map(({ id, name, ...served }, index) => (
                  <Fragment key={id}>
                    {index > 0 ? <Divider inset={52} /> : null}
                    <Cell
                      id={`letter-${id}`}
                      leading={<Icon name="doc" tone="ink2" />}
                      title={name}
                      sub={letters.making === id ? '正在做' : servedText(served)}
                      chevron
                      onTap={() => make(id)}
                    />
                  </Fragment>
                ))}
              </Card>
              <View className="mt12">
                <Note tone="mute" icon="info">
                  点一个单位，做成 Word。只写社区确认过的服务和实事，向单位致谢，不评价。
                </Note>
              </View>
            </>
          )
        }
      </Loaded>
    </Page>
  )
})
