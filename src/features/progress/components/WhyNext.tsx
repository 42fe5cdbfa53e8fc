import { View } from '@tarojs/components'
import type { Why } from '@domain/contract/progress'
import { formatDayTime } from '@domain/time/format'
import { useNow } from '@/cloud/useNow'
import { Icon } from '@/components/Icon/Icon'
import { useMakeUp } from '../hooks/useMakeUp'
import { nextHeading } from '../logic/nextHeading'
import { howToComplete } from '../sentences/howToComplete'
import { MakeUp, MakeUpOutcome } from './MakeUp'
import { WhyGroup, WhyLine } from './WhyLines'

/** What would complete the number: what stands in the calendar, what may be made up, and else how it is done at all. */
export function WhyNext({ why }: { why: Why }) {
  const { line, planned, mayMakeUp, witnesses, further } = why
  const draft = useMakeUp(line.subjectId, witnesses)
  const heading = nextHeading(why, useNow(60_000))
  const how = heading?.open && planned.length + mayMakeUp.length === 0
  return (
    <>
      {heading && (
        <WhyGroup id="why-next" {...heading} further={(further?.planned ?? 0) + (further?.mayMakeUp ?? 0)}>
          {planned.map((each) => (
            <WhyLine
              key={each.activityId}
              icon={<Icon name="cal" tone="blue" size={24} />}
              title={`${formatDayTime(each.startsAt)} ${each.title}`}
              text="届时登记后自动计入"
            />
          ))}
          <MakeUp why={why} draft={draft} />
          {how && <View className="why-how">{howToComplete(line)}</View>}
        </WhyGroup>
      )}
      <MakeUpOutcome draft={draft} />
    </>
  )
}
