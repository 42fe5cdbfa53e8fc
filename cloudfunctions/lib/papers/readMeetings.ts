import type { Activity } from '@domain/activity/activity'
import { effectiveState } from '@domain/activity/effectiveState'
import type { Minuted } from '@domain/papers/minutesFields'
import { addDays, startOfDay } from '@domain/time/day'
import type { Period } from '@domain/time/period'
import type { Context } from '../entry/useCase'
import { inTurns } from '../ground/inTurns'
import { readSeen, type Seen } from '../meetings/activity/activityRecord'
import { anyOf, between, oneOf } from '../store/conditions'
import { find } from '../store/find'
import { minutedOf } from './minutedOf'

/** Meetings read at a time: each with its people, of whom a large branch has hundreds. */
const TOGETHER = 4
/** More than any branch holds in a year. */
const MOST = 1000

export interface ReadMeeting {
  activity: Activity
  seen: Seen
  minuted: Minuted
}

/** Whether a meeting is over and not cancelled. */
export const isHeld = (activity: Activity, now: number): boolean => {
  const state = effectiveState(activity, now)
  return state === 'closed' || state === 'recorded'
}

/** Every meeting a branch held in a period, and those besides that count for it (所属年度), with their records as the pages show them. */
export async function readMeetings(
  branchId: string,
  { from, to }: Period,
  besides: readonly string[],
  context: Context,
): Promise<ReadMeeting[]> {
  const inPeriod = { branchId, startsAt: between(startOfDay(from), startOfDay(addDays(to, 1)) - 1) }
  const where = besides.length === 0 ? inPeriod : anyOf(inPeriod, { _id: oneOf(besides) })
  const found = (await find('activities', where, { limit: MOST })).filter((each) => isHeld(each, context.now))
  const made: ReadMeeting[] = []
  await inTurns(found, TOGETHER, async (activity) => {
    const seen = await readSeen(activity)
    made.push({ activity, seen, minuted: minutedOf(activity, seen, context) })
  })
  return made.sort((a, b) => a.activity.startsAt - b.activity.startsAt)
}
