import type { Activity } from '@domain/activity/activity'
import { effectiveState } from '@domain/activity/effectiveState'
import { rolesOf } from '@domain/access/rolesOf'
import type { ResponseOf } from '@domain/contract/actions'
import { membershipOn, postsOn } from '@domain/org/membershipOn'
import { branchOf } from '@domain/org/tree'
import { addDays, dayOf, startOfDay } from '@domain/period/day'
import { mayRun } from '../activity/activityCard'
import { isRegistered } from '../activity/readRoll'
import type { Context } from '../dispatch/useCase'
import { isService } from '../service/aboutService'
import { oneOf } from '../wx/conditions'
import { find } from '../wx/find'
import { readCalendar, readDrafts } from '../wx/readCalendar'
import { countExpected } from '../wx/readExpected'

type Meeting = ResponseOf<'identity.work'>['meetings'][number]

/** Days after which a record nobody made is no longer brought up here. */
const DAYS_BACK = 60

/** Where this person may have meetings to run: the own branch and the own 中心组 (as chair or recorder) and what the roles lead to. */
function placeIds({ caller, today, tree }: Context): string[] {
  const own = caller.member && membershipOn(caller.member, today)?.branchId
  const units = (caller.member ? postsOn(caller.member, today) : [])
    .filter(({ post }) => post === 'theory_group_member')
    .map(({ organisationId }) => organisationId)
  const held = rolesOf(caller, today).map(
    ({ organisationId }) => branchOf(tree, organisationId) ?? organisationId,
  )
  // Services stand with their community.
  const isBeside = (id: string) => ['community', 'village'].includes(tree.get(id)?.type ?? '')
  return [...new Set([own, ...units, ...held].filter((id) => id !== undefined))].filter((id) => !isBeside(id))
}

/** today: open, or still to be held today · coming: on a later day · open: over, and its record is not made · draft · null: nothing to do. */
function taskOf(activity: Activity, now: number): 'today' | 'coming' | 'open' | 'draft' | null {
  const isToday = dayOf(activity.startsAt) === dayOf(now)
  switch (effectiveState(activity, now)) {
    case 'open':
      return 'today'
    case 'published':
      if (isToday) return 'today'
      return activity.startsAt < now ? 'open' : 'coming'
    case 'closed':
      return 'open'
    case 'draft':
      return 'draft'
    case 'recorded':
    case 'cancelled':
      return null
  }
}

async function countRegistered(ids: readonly string[]): Promise<Map<string, number>> {
  if (ids.length === 0) return new Map()
  const where = { activityId: oneOf(ids), kind: 'attendance' }
  const facts = await find('facts', where, {
    limit: 20_000,
    fields: ['activityId', 'annulled', 'confirmed', 'guest'],
  })
  const counts = new Map<string, number>()
  for (const { activityId = '', annulled, confirmed, guest } of facts) {
    if (!guest && isRegistered({ annulled, confirmed }))
      counts.set(activityId, (counts.get(activityId) ?? 0) + 1)
  }
  return counts
}

/** Meetings shown at most: more nobody can have to run. */
const SHOWN = 60

/** Meetings to run: today's and open ones by their hour, what is to come, then those whose record is not made, newest first, then drafts. */
export async function meetingsOf(context: Context): Promise<Meeting[]> {
  const { now, today } = context
  const since = startOfDay(addDays(today, -DAYS_BACK))
  const places = placeIds(context)
  if (places.length === 0) return []
  const [calendar, drafts] = await Promise.all([readCalendar(places, since), readDrafts(places, since)])
  const found = [...calendar, ...drafts]
  const mine = found.filter((activity) => !isService(activity) && mayRun(activity, context))
  const of = (task: ReturnType<typeof taskOf>) => mine.filter((activity) => taskOf(activity, now) === task)
  const soonest = (a: Activity, b: Activity) => a.startsAt - b.startsAt
  const latest = (a: Activity, b: Activity) => b.startsAt - a.startsAt
  const shown = [
    ...of('today').sort(soonest),
    ...of('coming').sort(soonest),
    ...of('open').sort(latest),
    ...of('draft').sort(soonest),
  ].slice(0, SHOWN)
  const ids = shown.map(({ _id }) => _id)
  const [counts, expected] = await Promise.all([countRegistered(ids), countExpected(ids)])
  return shown.map((activity) => ({
    id: activity._id,
    title: activity.title,
    startsAt: activity.startsAt,
    place: activity.place,
    state: effectiveState(activity, now),
    registered: counts.get(activity._id) ?? 0,
    expected: expected.get(activity._id) ?? 0,
  }))
}
