import type { Activity } from '@domain/activity/activity'
import { effectiveState } from '@domain/activity/effectiveState'
import type { Member } from '@domain/org/member'
import type { Period } from '@domain/time/period'
import type { Context } from '../entry/useCase'
import { inTurns } from '../ground/inTurns'
import type { Seen } from '../meetings/activity/activityRecord'
import { oneOf } from '../store/conditions'
import { find } from '../store/find'
import { type BookLine, readBookLines, readHeldForYear } from '../store/readBook'
import { readBranchesOf } from '../store/readJointMeetings'
import { namedIn, readAllMembersOf } from '../store/readPeople'
import { readRoll } from '../store/readRoll'

/** Rolls asked for at the same time. */
const TOGETHER = 4
/** More than any branch holds in a year. */
const MOST = 1000

export interface ReadMeeting {
  activity: Activity
  seen: Seen
}

/** Whether a meeting is over and not cancelled. */
export const isHeld = (activity: Pick<Activity, 'state' | 'endsAt' | 'reopenedAt'>, now: number): boolean => {
  const state = effectiveState(activity, now)
  return state === 'closed' || state === 'recorded'
}

/** By their start; two at one hour always in the same order, since a paper made again is to be the same. */
const byStart = (a: Pick<Activity, '_id' | 'startsAt'>, b: Pick<Activity, '_id' | 'startsAt'>): number =>
  a.startsAt - b.startsAt || (a._id < b._id ? -1 : 1)

/** What a branch held in a period, and for a year also what was held for it afterwards; by its start. */
export async function heldLines(branchId: string, span: Period, now: number): Promise<BookLine[]> {
  const later = span.kind === 'year' ? readHeldForYear(branchId, span) : []
  const lines = [...(await readBookLines(branchId, span)), ...(await later)]
  return lines.filter((line) => isHeld(line, now)).sort(byStart)
}

/** The same of several periods, each once. */
export async function heldOver(branchId: string, spans: readonly Period[], now: number): Promise<BookLine[]> {
  const all = await Promise.all(spans.map((span) => heldLines(branchId, span, now)))
  const byId = new Map(all.flat().map((line) => [line._id, line]))
  return [...byId.values()].sort(byStart)
}

/**
 * Meetings with their rolls, by their start; of each `take` keeps what is wanted. The people of the branch are read once
 * for all of them: of a large one they are hundreds, and a year has more meetings than a function has room for.
 */
export async function readMeetings<T>(
  branchId: string,
  ids: readonly string[],
  context: Context,
  take: (meeting: ReadMeeting) => T,
): Promise<{ meetings: T[]; people: ReadonlyMap<string, Member> }> {
  const found = await find('activities', { _id: oneOf(ids) }, { limit: MOST })
  const held = found.filter((each) => isHeld(each, context.now))
  const people = new Map((await readAllMembersOf(branchId)).map((member) => [member._id, member]))
  const branches = await readBranchesOf(held)
  const made: { _id: string; startsAt: number; taken: T }[] = []
  await inTurns(held, TOGETHER, async (activity) => {
    const roll = await readRoll(activity._id)
    const strangers = [...namedIn(activity, roll)].filter((id) => !people.has(id))
    if (strangers.length > 0)
      for (const member of await find('members', { _id: oneOf(strangers) }, { limit: 5000 }))
        people.set(member._id, member)
    const seen = { roll, people, branchIds: branches.get(activity._id) }
    const { _id, startsAt } = activity
    made.push({ _id, startsAt, taken: take({ activity, seen }) })
  })
  made.sort(byStart)
  return { meetings: made.map(({ taken }) => taken), people }
}
