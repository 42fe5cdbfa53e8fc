import type { Duty } from '../duty/duty'
import type { Progress } from '../progress/progress'
import type { WorkCalendar } from '../time/workCalendar'
import { type Gap, gapsOf } from './gapsOf'
import { isTellingTime, type Round, roundsAt } from './rounds'

export interface DueReminder {
  round: Round
  items: Gap[]
}

/**
 * The one merged message a member is owed in a round, or null: nothing is missing, it is night or no workday, or the round is not now.
 * `dueReminder({ progress, duties, round, now, calendar })?.items.length // 2`
 */
export const dueReminder = ({
  progress,
  ofBranch = [],
  duties,
  round,
  now,
  calendar,
}: {
  /** What the evaluator said of the member in the round's periods. */
  progress: readonly Progress[]
  /** What the branch misses itself, for whoever runs it: in the same message, after one's own. */
  ofBranch?: readonly Gap[]
  duties: readonly Duty[]
  round: Round
  now: number
  calendar: WorkCalendar
}): DueReminder | null => {
  const isNow = roundsAt(now, calendar).some(
    ({ month, overdue, last }) =>
      month.key === round.month.key && overdue === round.overdue && last === round.last,
  )
  if (!isNow || !isTellingTime(now, calendar)) return null
  const items = [...gapsOf(progress, duties), ...ofBranch]
  return items.length > 0 ? { round, items } : null
}

/** Which occasion of a month it is: T−7, T+1, T−2. */
const occasionOf = ({ overdue, last }: Round): 1 | 2 | 3 => {
  if (overdue) return 2
  return last ? 3 : 1
}

/**
 * The key under which a reminder is claimed: one for a member, month and occasion.
 * `gap_m1_2026-09_1`, `gap_m1_2026-09_3`, `gap_m1_2026-09_2`
 */
export const gapKey = (memberId: string, round: Round): string =>
  `gap_${memberId}_${round.month.key}_${occasionOf(round)}`
