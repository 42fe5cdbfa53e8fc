import { rolesOf } from '@domain/access/rolesOf'
import type { Activity } from '@domain/activity/activity'
import { effectiveState } from '@domain/activity/effectiveState'
import { isUnopened } from '@domain/activity/isUnopened'
import { awaitsSecond } from '@domain/activity/lateEntry'
import type { ResponseOf } from '@domain/contract/actions'
import type { Role } from '@domain/contract/identity'
import { membershipOn, postsOn } from '@domain/org/membershipOn'
import { branchOf } from '@domain/org/tree'
import { addDays, dayOf, startOfDay } from '@domain/time/day'
import { isService } from '../../entry/targets'
import type { Context } from '../../entry/useCase'
import { mayRun } from '../../meetings/activity/activityCard'
import { readDrafts } from '../../store/readCalendar'
import { countArrivals, countExpected } from '../../store/readRoll'
import { readUnsettled } from '../../store/readUnsettled'

type Meeting = ResponseOf<'identity.work'>['meetings'][number]

/** Days back from which a draft is still one; nobody waits for it. */
const DRAFT_DAYS = 60
/** Of each kind of thing to be done, the newest; the rest follows as these are settled. */
const SHOWN = 50

/** Where this person may have meetings to run, or to confirm: the own branch, where a post is held, and what the roles lead to. */
function placeIds({ caller, today, tree }: Context): string[] {
  const own = caller.member && membershipOn(caller.member, today)?.branchId
  const seats = (caller.member ? postsOn(caller.member, today) : []).map(
    ({ organisationId }) => organisationId,
  )
  const held = rolesOf(caller, today).map(({ organisationId }) => organisationId)
  const ids = [...seats, ...held].map((id) => branchOf(tree, id) ?? id)
  // Services stand with their community.
  const isBeside = (id: string) => ['community', 'village'].includes(tree.get(id)?.type ?? '')
  return [...new Set([own, ...ids].filter((id) => id !== undefined))].filter((id) => !isBeside(id))
}

const asked: readonly Role[] = ['committee', 'community_staff']

/** Everything there that is not settled, and what this person is asked to confirm for the work committee or a community. */
export function readOwnUnsettled(context: Context): Promise<Activity[]> {
  const held = rolesOf(context.caller, context.today).filter(({ role }) => asked.includes(role))
  return readUnsettled(
    placeIds(context),
    held.map(({ organisationId }) => organisationId),
  )
}

/** What is still to be done at a meeting that is over; until it is done the meeting stays, whatever month it is. */
function todoOf(meeting: Activity, now: number): Meeting['todo'] {
  switch (effectiveState(meeting, now)) {
    case 'published':
      return isUnopened(meeting, now) ? 'unopened' : undefined
    case 'closed':
      if (!awaitsSecond(meeting)) return 'unrecorded'
      return meeting.late?.doubted ? 'doubted' : 'awaits'
    default:
      return undefined
  }
}

/** Running or of today first by their hour, then what is to come, what is over and not settled, newest first, and drafts. */
const ranks = ['today', 'coming', 'doubted', 'unopened', 'unrecorded', 'awaits', 'draft'] as const
type Rank = (typeof ranks)[number]

function rankOf(meeting: Activity, now: number): Rank {
  const state = effectiveState(meeting, now)
  if (state === 'draft') return 'draft'
  const isToday = state === 'open' || dayOf(meeting.startsAt) <= dayOf(now)
  return todoOf(meeting, now) ?? (isToday ? 'today' : 'coming')
}

const soonestFirst: readonly Rank[] = ['today', 'coming', 'draft']

function inRank(rank: Rank, meetings: readonly Activity[], now: number): Activity[] {
  const sign = soonestFirst.includes(rank) ? 1 : -1
  return meetings
    .filter((meeting) => rankOf(meeting, now) === rank)
    .sort((a, b) => sign * (a.startsAt - b.startsAt))
    .slice(0, SHOWN)
}

/** Meetings to run and to settle: nothing goes out of sight that was neither recorded nor cancelled. */
export async function meetingsOf(unsettled: readonly Activity[], context: Context): Promise<Meeting[]> {
  const { now, today } = context
  const drafts = await readDrafts(placeIds(context), startOfDay(addDays(today, -DRAFT_DAYS)))
  const meetings = [...unsettled, ...drafts].filter((one) => !isService(one))
  const mine = meetings.filter((meeting) => mayRun(meeting, context))
  const shown = ranks.flatMap((rank) => inRank(rank, mine, now))
  const ids = shown.map(({ _id }) => _id)
  const [counts, expected] = await Promise.all([countArrivals(ids), countExpected(ids)])
  return shown.map((meeting) => {
    const todo = todoOf(meeting, now)
    return {
      id: meeting._id,
      title: meeting.title,
      startsAt: meeting.startsAt,
      place: meeting.place,
      state: effectiveState(meeting, now),
      registered: counts.get(meeting._id) ?? 0,
      expected: expected.get(meeting._id) ?? 0,
      ...(todo && { todo }),
      ...(meeting.late && { late: true }),
    }
  })
}
