import { View } from '@tarojs/components'
import type { DutyLine, Home, LifeLine } from '@domain/contract/progress'
import { clockOf, startOfDay } from '@domain/time/day'
import { shortPeriodLabel } from '@domain/time/format'
import { contains } from '@domain/time/period'
import { Section } from '@/components/Section/Section'
import { PeriodCard } from '@/features/progress/components/PeriodCard'

interface Taps {
  now: number
  onDuty: (line: DutyLine) => void
  onLife: (line: LifeLine) => void
}

interface Props extends Taps {
  home: Home
  /** What stands with the month already. */
  above: readonly DutyLine[]
}

/** 7–9月 */
function quarterMonths(from: string): string {
  const { month } = clockOf(startOfDay(from))
  return `${month}–${month + 2}月`
}

interface LongProps extends Taps {
  title: string
  right: string
  duties: readonly DutyLine[]
  life: readonly LifeLine[]
}

function Long({ title, right, ...rest }: LongProps) {
  if (rest.duties.length + rest.life.length === 0) return null
  return (
    <>
      <Section title={title} right={right} />
      <PeriodCard {...rest} />
    </>
  )
}

/** The quarter and the year the month lies in. */
export function LongPeriods({ home: { quarter, year }, above, ...taps }: Props) {
  const { now } = taps
  const left = (duties: readonly DutyLine[]) => duties.filter((line) => !above.includes(line))
  return (
    <View id="long-periods">
      <Long
        title={contains(quarter.period, now) ? '本季度' : shortPeriodLabel(quarter.period)}
        right={quarterMonths(quarter.period.from)}
        duties={left(quarter.duties)}
        life={quarter.life}
        {...taps}
      />
      <Long
        title={contains(year.period, now) ? '本年度' : '这一年度'}
        right={`${year.period.key}年`}
        duties={left(year.duties)}
        life={year.life}
        {...taps}
      />
    </View>
  )
}
