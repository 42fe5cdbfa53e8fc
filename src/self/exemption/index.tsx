import { View } from '@tarojs/components'
import { useState } from 'react'
import type { MyExemptions, ShownExemption } from '@domain/contract/roster'
import { useCloudQuery } from '@/cloud/useCloudQuery'
import { Button } from '@/components/Button/Button'
import { Card } from '@/components/Card/Card'
import { Cell } from '@/components/Cell/Cell'
import { Divider } from '@/components/Divider/Divider'
import { page } from '@/components/FreshStart/FreshStart'
import { Loaded } from '@/components/Loaded/Loaded'
import { Note } from '@/components/Note/Note'
import { Page } from '@/components/Page/Page'
import { Section } from '@/components/Section/Section'
import { AskSheet } from '@/features/exemption/components/AskSheet'
import { ExemptionCard } from '@/features/exemption/components/ExemptionCard'
import './index.css'

const isOver = ({ state }: ShownExemption) => state === 'ended' || state === 'declined'

function Kinds({ kinds, onAsk }: Pick<MyExemptions, 'kinds'> & { onAsk: (kind: Kind) => void }) {
  return (
    <>
      <Section title="可以申请的情况" right="各有依据" />
      <Card className="exemption-kinds">
        {kinds.map(({ category, label, basis }, index) => (
          <View key={category}>
            {index > 0 && <Divider inset={16} />}
            <Cell
              id={`ask-${category}`}
              title={label}
              sub={<View className="exemption-basis">{basis}</View>}
              chevron
              onTap={() => onAsk(category)}
            />
          </View>
        ))}
      </Card>
      <View className="exemption-foot">由本人说一声或书记代办，不用交证明材料。</View>
    </>
  )
}

type GroupProps = Omit<MyExemptions, 'exemptions' | 'answeredBy'> & {
  title: string
  exemptions: ShownExemption[]
}

function Group({ title, exemptions, kinds, seenBy }: GroupProps) {
  if (exemptions.length === 0) return null
  return (
    <>
      <Section title={title} />
      {exemptions.map((each) => (
        <ExemptionCard key={each.exemptionId} exemption={each} kinds={kinds} seenBy={seenBy} />
      ))}
    </>
  )
}

type Kind = ShownExemption['category']

/** 不作硬性要求: what applies, and how to say so. */
export default page(function ExemptionPage() {
  const query = useCloudQuery('roster.myExemptions', {})
  const [asking, setAsking] = useState<{ first?: Kind } | null>(null)
  const { data } = query
  return (
    <Page
      id="exemption"
      title="不作硬性要求"
      onPullDown={() => query.refetch()}
      dock={
        data && (
          <Button kind="outline" grow id="ask" onTap={() => setAsking({})}>
            说明情况
          </Button>
        )
      }
      overlay={
        asking && data && <AskSheet kinds={data.kinds} first={asking.first} onClose={() => setAsking(null)} />
      }
    >
      <Note tone="info" icon="cup">
        年老体弱、行动不便等情况，组织活动不作硬性要求。身体要紧，愿意参加时随时欢迎。
      </Note>
      <Loaded query={query} skeleton="list">
        {({ exemptions, kinds, seenBy, answeredBy = [] }) => {
          const asked = exemptions.filter(({ state }) => state === 'asked')
          const running = exemptions.filter(({ state }) => state === 'in_force')
          const over = exemptions.filter(isOver)
          return (
            <>
              <Group title="正在适用" exemptions={running} {...{ kinds, seenBy }} />
              {asked.length > 0 && answeredBy.length > 0 ? (
                <View className="mt12">
                  <Note tone="mute" icon="info" id="answered-by">
                    {`由${answeredBy.join('、')}答复`}
                  </Note>
                </View>
              ) : null}
              <Group title="等答复" exemptions={asked} {...{ kinds, seenBy }} />
              <Kinds kinds={kinds} onAsk={(first) => setAsking({ first })} />
              <Group title="以前的" exemptions={over} {...{ kinds, seenBy }} />
            </>
          )
        }}
      </Loaded>
    </Page>
  )
})
