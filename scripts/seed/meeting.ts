import type { Absence, Activity } from '@domain/activity/activity'
import type { AbsenceReason, ActivityState, Way } from '@domain/contract/words'
import type { Fact } from '@domain/fact/fact'
import type { Member } from '@domain/org/member'
import { membershipOn } from '@domain/org/membershipOn'
import { at, DAY, dayAt, HOUR, MINUTE, nextWorkdayAfternoon, PLANNED_AHEAD_MS } from './calendar'
import { aFactOf, knownAt } from './facts'
import { comesToMeetings, exemptionOn, type People } from './people'
import type { Plan, Turnout } from './plan'
import { opaqueId, Random } from './random'
import { backfillReasons, strikeReasons } from './texts'

export interface Happened {
  activity: Activity
  facts: Fact[]
}

interface Scene {
  plan: Plan
  activityId: string
  people: People
  now: number
}

/** A late entry needs a second person of the committee; a branch run by one has none. */
const mayBackfill = (plan: Plan, member: Member): boolean =>
  plan.witnessIds.some((w) => w !== enteredBy(plan, member) && w !== member._id)

/** Most scan; the unbound are ticked; a paper list and a late entry happen. */
function drawWay(random: Random, scene: Scene, member: Member): Way {
  const { plan, people, now } = scene
  const draw = random.next()
  if (plan.endsAt + 12 * DAY < now && draw < 0.008 && mayBackfill(plan, member)) return 'backfill'
  if (!people.isBound(member._id, plan.startsAt)) return draw < 0.85 ? 'roll_call' : 'paper'
  if (draw < 0.84) return 'scan'
  if (draw < 0.88) return 'member_code'
  return draw < 0.98 ? 'roll_call' : 'paper'
}

function drawTurnout(scene: Scene, member: Member): Turnout {
  const { plan, people } = scene
  const written = plan.turnout.get(member._id)
  if (written) return written
  const random = new Random('turnout', plan.key, member.order)
  const day = dayAt(plan.startsAt)
  if (random.chance(plan.rate * comesToMeetings(member, day))) return { way: drawWay(random, scene, member) }
  return people.isBound(member._id, plan.startsAt) && random.chance(0.5) ? 'leave' : 'absent'
}

/** Most come in the quarter of an hour before, a few late. */
const arrival = (random: Random): number => (random.chance(0.06) ? random.int(1, 12) : -random.int(1, 18))

/** The organiser, but never for oneself: then the chair, someone of the committee, whoever else is there. */
function enteredBy(plan: Plan, member: Member): string {
  const others = [plan.organiserId, plan.chairId, ...plan.witnessIds, ...plan.expected.map((m) => m._id)]
  return others.find((id) => id !== member._id) ?? plan.organiserId
}

type Coming = Exclude<Turnout, string>

function attendance(scene: Scene, member: Member, coming: Coming): Fact {
  const { plan, activityId } = scene
  const { way, minutes, waitsFor } = coming
  const random = new Random('arrival', plan.key, member.order)
  const arrived = plan.startsAt + (minutes ?? arrival(random)) * MINUTE + random.int(0, 59_999)
  const base = {
    kind: 'attendance' as const,
    memberId: member._id,
    branchId: membershipOn(member, dayAt(plan.startsAt))?.branchId ?? plan.branchId,
    hostId: plan.hostId,
    activityId,
    activityKind: plan.kind,
    occurredAt: way === 'paper' || way === 'backfill' ? plan.startsAt : arrived,
    way,
    by: way === 'scan' ? member._id : enteredBy(plan, member),
  }
  const id = `${activityId}_${member._id}`
  if (way === 'paper') return aFactOf(id, { ...base, recordedAt: plan.endsAt + random.int(30, 90) * MINUTE })
  if (way !== 'backfill') return aFactOf(id, base)
  const others = plan.witnessIds.filter((w) => w !== base.by && w !== member._id)
  const witnessId = waitsFor ?? random.pick(others)
  const recordedAt = at(dayAt(plan.startsAt), 9) + random.int(4, 8) * DAY + random.int(0, 300) * MINUTE
  const confirmed = waitsFor ? null : { at: recordedAt + random.int(2, 30) * HOUR, by: witnessId }
  return aFactOf(id, { ...base, recordedAt, witnessId, reason: random.pick(backfillReasons), confirmed })
}

function leave(scene: Scene, member: Member): Fact {
  const { plan, activityId } = scene
  // Mostly a day or two ahead, at times on the very day.
  const hours = 1.5 + new Random('leave', plan.key, member.order).next() ** 2 * 100
  return aFactOf(`${activityId}_${member._id}_leave`, {
    kind: 'leave',
    memberId: member._id,
    branchId: membershipOn(member, dayAt(plan.startsAt))?.branchId ?? plan.branchId,
    hostId: plan.hostId,
    activityId,
    activityKind: plan.kind,
    occurredAt: plan.startsAt,
    recordedAt:
      plan.startsAt - (plan.turnout.get(member._id) === 'leave' ? 3 * DAY : Math.floor(hours * HOUR)),
    way: 'self',
    by: member._id,
    reason: absenceReason(member, plan),
  })
}

function absenceReason(member: Member, plan: Plan): AbsenceReason {
  const category = exemptionOn(member, dayAt(plan.startsAt))?.category
  if (category === 'health' || category === 'old_age') return 'health'
  if (category === 'resident_in_village') return 'public_duty'
  if (category) return 'other'
  const draw = new Random('absence', plan.key, member.order).next()
  return draw < 0.6 ? 'public_duty' : draw < 0.85 ? 'private_matter' : 'health'
}

/** Someone of another branch who scanned; some of them had the wrong meeting and were struck out. */
function guests(scene: Scene): Fact[] {
  const { plan, people } = scene
  const random = new Random('guests', plan.key)
  if (!['theme_party_day', 'study', 'lecture'].includes(plan.kind) || !random.chance(0.06)) return []
  const guest = random.pick(people.all)
  const branchId = membershipOn(guest, dayAt(plan.startsAt))?.branchId
  const free = comesToMeetings(guest, dayAt(plan.startsAt)) > 0.9
  if (!branchId || branchId === plan.branchId || !free || !people.isBound(guest._id, plan.startsAt)) return []
  const fact: Fact = { ...attendance(scene, guest, { way: 'scan' }), branchId, guest: true }
  return [random.chance(0.3) ? struck(fact, plan, random) : fact]
}

function struck(fact: Fact, plan: Plan, random: Random): Fact {
  const annulled = {
    at: plan.startsAt + random.int(5, 40) * MINUTE,
    by: plan.organiserId,
    reason: random.pick(strikeReasons),
  }
  return { ...fact, annulled, updatedAt: new Date(annulled.at) }
}

function registrations(scene: Scene): Fact[] {
  const facts = scene.plan.expected.flatMap((member) => {
    const turnout = drawTurnout(scene, member)
    if (turnout === 'absent') return []
    if (turnout === 'leave') return [leave(scene, member)]
    const fact = attendance(scene, member, turnout)
    const random = new Random('struck', scene.plan.key, member.order)
    const wrong = turnout.minutes === undefined && turnout.way === 'scan' && random.chance(0.001)
    return [wrong ? struck(fact, scene.plan, random) : fact]
  })
  return [...facts, ...guests(scene)]
}

/** When the record was confirmed: on the next workday, or an hour after the last late entry. */
function recordTime(plan: Plan, facts: Fact[]): number {
  const late = facts.map((f) => Math.max(f.recordedAt, f.confirmed?.at ?? 0, f.annulled?.at ?? 0) + HOUR)
  return Math.max(nextWorkdayAfternoon(plan.endsAt), ...late)
}

/** Doors open a quarter of an hour before; the demo branch's own doors are left to whoever tries the demo. */
const DOORS_BEFORE_MS = 9 * MINUTE

function stateAt(plan: Plan, recordedAt: number, now: number): ActivityState | null {
  if (now >= recordedAt && !plan.leftClosed) return 'recorded'
  if (now >= plan.endsAt) return 'closed'
  if (now >= plan.startsAt - DOORS_BEFORE_MS) return 'open'
  return now >= plan.startsAt - PLANNED_AHEAD_MS ? 'published' : null
}

function absences(plan: Plan, facts: Fact[]): Absence[] {
  const settled = new Set(facts.filter((f) => !f.annulled).map((f) => f.memberId))
  return plan.expected
    .filter((member) => !settled.has(member._id))
    .map((member) => ({ memberId: member._id, reason: absenceReason(member, plan) }))
}

function times(plan: Plan, state: ActivityState, recordedAt: number) {
  return {
    publishedAt: at(dayAt(plan.startsAt - PLANNED_AHEAD_MS), 9, 30),
    ...(state !== 'published' && { openedAt: plan.startsAt - 20 * MINUTE }),
    ...((state === 'closed' || state === 'recorded') && { closedAt: plan.endsAt + 5 * MINUTE }),
    ...(state === 'recorded' && { recordedAt }),
  }
}

/** A plan as the cloud has it at `now`, with what was entered until then; null while nobody has published it. */
export function happen(plan: Plan, people: People, now: number): Happened | null {
  const activityId = opaqueId('a', plan.key)
  const drawn = registrations({ plan, activityId, people, now })
  const recordedAt = recordTime(plan, drawn)
  const state = stateAt(plan, recordedAt, now)
  if (state === null) return null
  // Before the doors open nobody is registered; leave may be asked for.
  const entered = state === 'published' ? drawn.filter((fact) => fact.kind === 'leave') : drawn
  const facts = knownAt(entered, now)
  const stamps = times(plan, state, recordedAt)
  const day = dayAt(plan.startsAt)
  const activity: Activity = {
    _id: activityId,
    kind: plan.kind,
    title: plan.title,
    hostId: plan.hostId,
    hostType: plan.hostType,
    branchId: plan.branchId,
    state,
    startsAt: plan.startsAt,
    endsAt: plan.endsAt,
    place: plan.place,
    chairId: plan.chairId,
    recorderId: plan.recorderId,
    ...(plan.topic && { topic: plan.topic }),
    ...(plan.lecturerId && { lecturerId: plan.lecturerId }),
    carries: plan.carries,
    agenda: plan.agenda,
    expected: plan.expected.map((member) => {
      const groupId = membershipOn(member, day)?.groupId
      return { memberId: member._id, ...(groupId && { groupId }), standing: member.standing }
    }),
    ...(state !== 'recorded' && { codeKey: new Random('code', plan.key).hex(32) }),
    absences: state === 'recorded' ? absences(plan, facts) : [],
    createdBy: plan.organiserId,
    ...stamps,
    nonce: new Random('nonce', plan.key).word(12),
    updatedAt: new Date(Math.max(...Object.values(stamps))),
  }
  return { activity, facts }
}
