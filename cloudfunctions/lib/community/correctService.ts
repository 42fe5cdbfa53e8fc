import type { Activity } from '@domain/activity/activity'
import { effectiveState } from '@domain/activity/effectiveState'
import { attendanceId, enrolmentId } from '@domain/checkin/attendance'
import { judgeInstant } from '@domain/checkin/judgeInstant'
import { serviceRecord } from '@domain/checkin/serviceRecord'
import type { ParsedRequestOf } from '@domain/contract/actions'
import { done, type Outcome, type Refusal, refuse } from '@domain/contract/answer'
import type { Fact } from '@domain/fact/fact'
import { communityIdsOn, communityIdsSince } from '@domain/org/communities'
import type { Member } from '@domain/org/member'
import { type Day, dayOf, startOfDay } from '@domain/time/day'
import { enterFrom } from '@domain/time/entryDeadline'
import { updateAudited, type Telling } from '../entry/audit/audited'
import { aboutSelf, aboutService, isService } from '../entry/targets'
import { type Context, type Found, useCase } from '../entry/useCase'
import { isEnrolled } from '../meetings/activity/activityCard'
import { recordCheckIn } from '../meetings/checkin/recordCheckIn'
import { absent, not, oneOf } from '../store/conditions'
import { find } from '../store/find'
import { readCalendar } from '../store/readCalendar'
import { readFactsWithActivities } from '../store/readFactsWithActivities'

/** Shown at most: a resident of a community that holds one every day of two months. */
const SHOWN = 60

type Request = ParsedRequestOf<'service.correct'>

interface Own {
  member: Member
  service: Activity
  /** What stands there under the member's name, 报名 too. */
  facts: ReadonlyMap<string, Fact>
}

/** Whether somebody may have been there: a resident of that day, whoever put the name down, whoever was entered. */
const concerns = (service: Activity, member: Member, facts: ReadonlyMap<string, Fact>): boolean =>
  communityIdsOn(member, dayOf(service.startsAt)).includes(service.hostId) ||
  isEnrolled(service, member, facts) ||
  facts.has(attendanceId(service._id, member._id))

const byId = (facts: readonly Fact[]): ReadonlyMap<string, Fact> =>
  new Map(facts.map((fact) => [fact._id, fact]))

/** Registration is over, and what happened in that month may be entered still. */
function whyNot(service: Activity, { now, calendar }: Context): Refusal | null {
  const state = effectiveState(service, now)
  if (state === 'cancelled') return refuse('activity_cancelled', { title: service.title })
  if (state !== 'closed') return refuse('wrong_state')
  const timing = judgeInstant({ of: 'remembered', at: service.startsAt }, now, calendar)
  return timing.ok ? null : timing
}

/** Since a day: what the own communities held, where else one was or put the name down, and what stands of it under the own name. */
async function readSince(member: Member, from: Day, today: Day) {
  const [own, held] = await Promise.all([
    readFactsWithActivities(member._id, from, today),
    readCalendar(communityIdsSince(member, from), startOfDay(from), { memberId: member._id }),
  ])
  const activities = new Map([...own.activities, ...held].map((activity) => [activity._id, activity]))
  return { facts: byId(own.facts), activities: [...activities.values()] }
}

/** 申请更正: services lately held at which one is not registered, newest first, and how one stands to each. */
export const missedServices = useCase('service.missed', aboutSelf, async (_request, context, member) => {
  const { now, today, tree, calendar } = context
  const { facts, activities } = await readSince(member, enterFrom(now, calendar), today)
  const services = activities
    .filter((one) => isService(one) && concerns(one, member, facts) && !whyNot(one, context))
    .sort((a, b) => b.startsAt - a.startsAt || (a._id < b._id ? -1 : 1))
    .flatMap(({ _id: id, title, startsAt, hostId }) => {
      const record = serviceRecord(facts.get(attendanceId(id, member._id)))
      const community = tree.get(hostId)?.name ?? ''
      return record === 'registered' ? [] : [{ id, title, startsAt, community, record }]
    })
  return done({ services: services.slice(0, SHOWN) })
})

/** A service that was announced, with what stands of the member there. */
async function load(request: Request, { caller: { member } }: Context): Promise<Found<Own> | null> {
  const found = member && (await aboutService(request))
  if (!found || found.loaded.state === 'draft') return null
  const { loaded: service } = found
  const ids = [attendanceId(service._id, member._id), enrolmentId(service._id, member._id)]
  const facts = byId(await find('facts', { _id: oneOf(ids) }))
  return { about: { memberId: member._id }, loaded: { member, service, facts } }
}

/** What the community has struck out waits for its second look: it counts for nothing until then, and is asked about once. */
async function askAgain({ _id }: Fact, { reason, nonce }: Request, telling: Telling): Promise<boolean> {
  const change = { annulled: null, confirmed: null, askedAt: telling.at, reason, nonce }
  return updateAudited(telling, 'facts', { _id, annulled: not(null), askedAt: absent() }, change)
}

/** What nobody entered is entered by the member, and waits for the community as a poster's scan does. */
function enter({ member, service }: Own, request: Request, telling: Telling, context: Context) {
  const { reason, nonce } = request
  const own = { way: 'backfill' as const, by: member._id, askedAt: context.now }
  const entry = { activity: service, member, occurredAt: service.startsAt, reason, nonce, ...own }
  return recordCheckIn(entry, context, telling)
}

/** 申请更正: the member says to have been there; the community, which is asked after one and three workdays, answers with its batch. */
export const correctService = useCase('service.correct', load, async (request, context, own) => {
  const { member, service, facts } = own
  const stored = facts.get(attendanceId(service._id, member._id))
  const answer = done({
    activityId: service._id,
    waitsFor: context.tree.get(service.hostId)?.name ?? '',
  })
  const record = serviceRecord(stored)
  if (stored?.nonce === request.nonce && record !== 'answered') return answer
  if (stored && (record === 'registered' || record === 'waiting'))
    return refuse('already_registered', { firstAt: stored.occurredAt, way: stored.way })
  if (record === 'answered') return refuse('correction_answered')
  if (!concerns(service, member, facts)) return refuse('invalid_request', { path: 'activityId' })
  const no = whyNot(service, context)
  if (no) return no
  const about = { memberId: member._id, activityId: service._id, placeId: service.hostId }
  const telling = {
    ...{ what: 'backfill' as const, by: member._id, at: context.now, ...about, key: request.nonce },
    to: { occurredOn: dayOf(service.startsAt), struck: false },
    ...(stored && { from: { struck: true } }),
  }
  if (stored) return (await askAgain(stored, request, telling)) ? answer : refuse('already_asked')
  const entered: Outcome<Fact> = await enter(own, request, telling, context)
  return entered.ok ? answer : entered
})
