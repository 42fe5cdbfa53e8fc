import type { ActivityKind } from '@domain/contract/words'
import { addDays, type Day, startOfDay } from '@domain/time/day'
import { type Period, periodsIn } from '@domain/time/period'

/** What a number is judged by: facts from `from` to `to` (both inclusive), the calendar from `since` on, as it is known `today`. */
export interface Span {
  from: Day
  to: Day
  since: Day
  today: Day
  /** From this day on also what was said or entered beforehand: ticks, 报名, 请假, 因故不能参加, talks. Absent: from `from` on alone. */
  saidFrom?: Day
  /** From a day on also who was at meetings of some kinds: how many were there decides in a longer period that is shown besides. */
  presentAt?: { kinds: readonly ActivityKind[]; from: Day }
}

/** 31 March of the next year: until then a meeting may be held for the year of a day (所属年度). */
const endOfMarchAfter = (day: Day): Day => `${Number(day.slice(0, 4)) + 1}-03-31`

/** The last day on which something happens that a period is judged by. */
export const lastDayOf = ({ kind, to }: Period): Day => (kind === 'year' ? endOfMarchAfter(to) : to)

/** Whether a span is over, so that nothing of it is still in the calendar. */
export const isOver = ({ to, today }: Span): boolean => to < today

/** The instant (ms, exclusive) until which meetings are looked at for a span that is over: the branch page tells of its whole year. */
export const heldUntil = ({ to }: Span): number => startOfDay(addDays(endOfMarchAfter(to), 1))

const earliest = (a: Day, b: Day): Day => (a < b ? a : b)
const latest = (a: Day, b: Day): Day => (a > b ? a : b)

/** The months of a span, cut to its days. */
export const monthsIn = ({ from, to }: Pick<Span, 'from' | 'to'>): { from: Day; to: Day }[] =>
  periodsIn('month', { from, to }).map((month) => ({
    from: latest(month.from, from),
    to: earliest(month.to, to),
  }))

/** The span of some periods, the calendar from the first one's beginning on. */
export function spanOver(periods: readonly Period[], today: Day): Span {
  const from = periods.map((period) => period.from).reduce(earliest)
  return { from, to: periods.map(lastDayOf).reduce(latest), since: from, today }
}
