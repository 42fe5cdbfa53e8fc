import { View } from '@tarojs/components'
import type { DutyLine, Home, LifeLine } from '@domain/contract/progress'
import { clockOf, startOfDay } from '@domain/time/day'
import { shortPeriodLabel } from '@domain/time/format'
import { contains } from '@domain/time/period'
import { Section } from '@/components/Section/Section'
import { PeriodCard } from '@/features/progress/components/PeriodCard'

interface Props {
  home: Home
  now: number
  onDuty: (line: DutyLine) => void
  onLife: (line: LifeLine) => void
}

/** 7–9月 */
function quarterMonths(from: string): string {
  const { month } = clockOf(startOfDay(from))
  return `${month}–${month + 2}月`
}

/** The quarter and the year the month lies in. */
export function LongPeriods({ home: { quarter, year }, ...taps }: Props) {
  const { now } = taps
  return (
    <View id="long-periods">
      <Section
        title={contains(quarter.period, now) ? '本季度' : shortPeriodLabel(quarter.period)}
        right={quarterMonths(quarter.period.from)}
      />
      <PeriodCard duties={quarter.duties} life={quarter.life} {...taps} />
      <Section title={contains(year.period, now) ? '本年度' : '这一年度'} right={`${year.period.key}年`} />
      <PeriodCard duties={year.duties} life={year.life} {...taps} />
    </View>
  )
}
