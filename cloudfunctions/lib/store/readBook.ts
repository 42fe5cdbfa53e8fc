import type { Activity } from '@domain/activity/activity'
import { clockOf, endOfDay, startOfDay } from '@domain/time/day'
import { nextPeriod, type Period } from '@domain/time/period'
import { retry } from '../wx/retry'
import { database } from '../wx/sdk'
import { atLeast, between, noneOf, notAwaited, oneOf } from './conditions'
import { count, find } from './find'

/** More than any branch holds in a year. */
const MOST = 1000

/** What may stand in a branch's book: announced, and not cancelled. */
const entered = oneOf(['published', 'open', 'closed', 'recorded'])

/** What tells whether a meeting stands in the book, where, and how often it was put there. */
export type BookLine = Pick<
  Activity,
  '_id' | 'kind' | 'title' | 'startsAt' | 'endsAt' | 'state' | 'reopenedAt' | 'recordings'
>
const fields = ['kind', 'title', 'startsAt', 'endsAt', 'state', 'reopenedAt', 'recordings'] as const

/** A branch's meetings of a span by what tells whether they stand in its book, in no order; without their lists, however long these are. */
export const readBookLines = (
  branchId: string,
  { from, to }: Pick<Period, 'from' | 'to'>,
): Promise<BookLine[]> =>
  find(
    'activities',
    { branchId, state: entered, startsAt: between(startOfDay(from), endOfDay(to) - 1) },
    { limit: MOST, fields },
  )

/** Meetings of the year after that were held for this one (所属年度). */
export function readHeldForYear(branchId: string, year: Period): Promise<BookLine[]> {
  const { from, to } = nextPeriod(year)
  const after = between(startOfDay(from), endOfDay(to) - 1)
  const forYear = clockOf(startOfDay(year.from)).year
  return find('activities', { branchId, state: entered, forYear, startsAt: after }, { limit: MOST, fields })
}

/** Whole meetings, and single names beside them, each with the word of a second person. */
export interface EnteredSince {
  meetings: number
  names: number
}

/** What of a branch's meetings of a span was entered at an instant (ms) or later: linear in the branch's registrations of the span. */
export async function countEnteredSince(
  branchId: string,
  { from, to }: Pick<Period, 'from' | 'to'>,
  since: number,
): Promise<EnteredSince> {
  const startsAt = between(startOfDay(from), endOfDay(to) - 1)
  const held = await find(
    'activities',
    { branchId, state: entered, startsAt },
    { limit: MOST, fields: ['late'] },
  )
  const late = held.filter((one) => one.late !== undefined && one.late.at >= since)
  const names = await count('facts', {
    ...{ branchId, kind: 'attendance', occurredOn: between(from, to), recordedAt: atLeast(since) },
    // Whoever came to a meeting that was entered as a whole is told by it.
    activityId: noneOf(late.map(({ _id }) => _id)),
    ...{ annulled: null, confirmed: notAwaited() },
  })
  return { meetings: late.filter((one) => one.late?.confirmed !== null).length, names }
}

/** The start (ms) of the first meeting a branch ever announced; null where there is none. */
export async function readFirstStart(branchId: string): Promise<number | null> {
  const { list } = await retry(() =>
    database
      .collection('activities')
      .aggregate()
      .match({ branchId, state: entered })
      .sort({ startsAt: 1 })
      .limit(1)
      .project({ startsAt: 1 })
      .end(),
  )
  return (list[0] as Pick<Activity, 'startsAt'> | undefined)?.startsAt ?? null
}
