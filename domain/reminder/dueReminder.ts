import type { Duty } from '../duty/duty'
import type { Progress } from '../progress/progress'
import type { WorkCalendar } from '../time/workCalendar'
import { type Gap, gapsOf } from './gapsOf'
import { isQuiet, type Round, roundsAt } from './rounds'

export interface DueReminder {
  round: Round
  items: Gap[]
}

/**
 * The one merged message a member is owed in a round, or null: nothing is missing, it is night, or the round is not now.
 * `dueReminder({ progress, duties, round, now, calendar })?.items.length // 2`
 */
export const dueReminder = ({
  progress,
  duties,
  round,
  now,
  calendar,
}: {
  /** What the evaluator said of the member in the round's periods. */
  progress: readonly Progress[]
  duties: readonly Duty[]
  round: Round
  now: number
  calendar: WorkCalendar
}): DueReminder | null => {
  const isNow = roundsAt(now, calendar).some(
    ({ month, overdue }) => month.key === round.month.key && overdue === round.overdue,
  )
  if (!isNow || isQuiet(now)) return null
  const items = gapsOf(progress, duties)
  return items.length > 0 ? { round, items } : null
}

/**
 * The key under which a reminder is claimed: two a member and month at most, one before its end and one after it.
 * `gap_m1_2026-09_1`, `gap_m1_2026-09_2`
 */
export const gapKey = (memberId: string, { month, overdue }: Round): string =>
  `gap_${memberId}_${month.key}_${overdue ? 2 : 1}`
