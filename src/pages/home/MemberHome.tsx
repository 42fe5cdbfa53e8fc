import { View } from '@tarojs/components'
import type { ActivityCard } from '@domain/contract/activity'
import type { DutyLine, Home, LifeLine } from '@domain/contract/progress'
import type { Named } from '@domain/contract/shared'
import { formatDay } from '@domain/time/format'
import { Card } from '@/components/Card/Card'
import { Cell } from '@/components/Cell/Cell'
import { Dotted } from '@/components/Dotted/Dotted'
import { Icon } from '@/components/Icon/Icon'
import { Section } from '@/components/Section/Section'
import { NextCard } from '@/features/calendar/components/NextCard'
import { MonthCard } from '@/features/progress/components/MonthCard'
import { pressingBeyond } from '@/features/progress/logic/homeHeadline'
import { open } from '@/navigation/navigate'
import { openActivities, openMeeting } from '@/navigation/dutyPage'
import { Leader } from './Leader'
import { LongPeriods } from './LongPeriods'

interface Props {
  home: Home
  units: Named[]
  isRunning: boolean
  /** The sections below the fold come one frame later: the first paint stays small. */
  whole: boolean
  now: number
  onDuty: (line: DutyLine) => void
  onLife: (line: LifeLine) => void
}

const onNext = (card: ActivityCard) =>
  card.kind === 'community_service' ? openActivities('services') : openMeeting(card)

/** The meeting whose record is one's own to write: from here to its papers it is no way at all. */
const Unwritten = ({ activityId, title, startsAt }: NonNullable<Home['unwritten']>) => (
  <Card className="home-unwritten">
    <Cell
      id="home-unwritten"
      leading={<Icon name="edit" tone="ink2" />}
      title="整理会议记录"
      sub={<Dotted parts={[formatDay(startsAt), title]} />}
      chevron
      onTap={() => open('record', { id: activityId })}
    />
  </Card>
)

/** What is missing, what comes next (of the running month alone), the quarter and the year. */
export function MemberHome({ home, units, isRunning, whole, ...taps }: Props) {
  const beyond = pressingBeyond(home, taps.now)
  return (
    <>
      <MonthCard month={home.month} beyond={beyond} {...taps} />
      {isRunning && (
        <>
          <Section title="下一场" />
          <NextCard card={home.next} now={taps.now} onTap={onNext} />
          {home.unwritten ? <Unwritten {...home.unwritten} /> : null}
        </>
      )}
      {whole && (
        <>
          <LongPeriods home={home} above={beyond} {...taps} />
          <Leader units={units} points={home.contactPoints} />
          <View className="home-foot">每个数字都能点开，看依据和记录</View>
        </>
      )}
    </>
  )
}
