import { type Day, dayOf } from '../time/day'
import type { WorkCalendar } from '../time/workCalendar'
import { nthWorkdayEnd } from '../time/workdays'
import { isTellingTime } from './rounds'
import type { Awaiting, Waits } from './waits'

/** Workdays after the day on which something began to wait: from each of these days on (inclusive) it is told, once. */
const TOLD_ON = [1, 3]

const nthWorkday = (day: Day, n: number, calendar: WorkCalendar): Day =>
  dayOf(nthWorkdayEnd({ to: day }, n, calendar) - 1)

interface Question {
  /** What waits for one person now: what was answered is not among it. */
  waits: readonly Waits[]
  /** When this person was last told of what waits (ms). */
  lastAt: number | undefined
  now: number
  calendar: WorkCalendar
}

/**
 * What one person is told of what waits: all of it in one word, at most one a day, or nothing. In the inbox and under 待办 it stands from the first
 * moment; the word comes after one workday and after three, and then no more.
 * `dueWaiting({ waits: [visitOfFriday], lastAt: undefined, now: monday, calendar }) // [visitOfFriday]`
 */
export const dueWaiting = ({ waits, lastAt, now, calendar }: Question): readonly Waits[] => {
  if (!isTellingTime(now, calendar)) return []
  const lastOn = lastAt === undefined ? '' : dayOf(lastAt)
  const isDue = waits.some(({ since }) =>
    TOLD_ON.some((n) => {
      const day = nthWorkday(dayOf(since), n, calendar)
      return day <= dayOf(now) && lastOn < day
    }),
  )
  return isDue ? waits : []
}

/** The key under which it is claimed: one for a person and day. `waiting_m1_2026-09-24` */
export const waitingKey = (person: string, now: number): string => `waiting_${person}_${dayOf(now)}`

const labels: Record<Awaiting, { label: string; measure: string }> = {
  binding: { label: '微信登记', measure: '人' },
  transfer: { label: '转入', measure: '人' },
  exemption: { label: '说明情况', measure: '件' },
  correction: { label: '申请更正', measure: '件' },
  deletion: { label: '申请删除', measure: '件' },
  service: { label: '社区服务', measure: '人' },
  visit: { label: '入户走访', measure: '次' },
  deed: { label: '办实事', measure: '件' },
  report: { label: '社区报到', measure: '人' },
  proposal: { label: '支部提议', measure: '件' },
  word: { label: '补登', measure: '条' },
  late: { label: '补录', measure: '场' },
}

/** How many of each: 微信登记 1 人、入户走访 2 次. Somebody waiting to be let in stands first. */
export const waitingItems = (waits: readonly Waits[]) =>
  (Object.keys(labels) as Awaiting[]).flatMap((what) => {
    const missing = waits.filter((one) => one.what === what).length
    return missing === 0 ? [] : [{ ...labels[what], missing }]
  })
