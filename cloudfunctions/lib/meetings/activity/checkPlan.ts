import type { Activity } from '@domain/activity/activity'
import { yearsFor } from '@domain/activity/forYear'
import { carriable, validatePlan } from '@domain/activity/validatePlan'
import type { ActivityForm } from '@domain/contract/activity'
import { type Refusal, refuse } from '@domain/contract/answer'
import type { ActivityKind } from '@domain/contract/words'
import { heldKindOf } from '@domain/duty/doneBy'
import { dutiesFor } from '@domain/duty/dutiesFor'
import type { Duty } from '@domain/duty/duty'
import type { Member } from '@domain/org/member'
import { membershipOn } from '@domain/org/membershipOn'
import type { Organisation } from '@domain/org/organisation'
import { theoryGroupOf } from '@domain/org/theoryGroupOf'
import { dayOf } from '@domain/time/day'
import { periodOf } from '@domain/time/period'
import { readDuties } from '../../entry/cached'

/** Where a plan is to be saved: who holds it, the branch (or unit) it counts for, and what is stored already. */
export interface Planned {
  host: Organisation
  branchId: string
  stored: Activity | null
}

const badField = (path: string): Refusal => refuse('invalid_request', { path: `form.${path}` })

/** What may not stand in a plan, published or not. */
export function checkForm(form: ActivityForm, { host, stored }: Planned): Refusal | null {
  if (stored && stored.state !== 'draft' && stored.state !== 'published') return refuse('wrong_state')
  // Its roll is being entered already, and was cut short: it is entered to the end on its own day.
  if (stored?.openedAt !== undefined) return refuse('wrong_state')
  if (!hostKinds(host).includes(form.kind)) return badField('kind')
  if (form.endsAt <= form.startsAt) return badField('endsAt')
  if (form.forYear !== undefined && !yearsFor(form).includes(form.forYear)) return badField('forYear')
  // Nobody is left when all of them came to the branch later.
  if (form.expectedIds.length === 0) return badField('expectedIds')
  if (new Set(form.expectedIds).size < form.expectedIds.length) return badField('expectedIds')
  return null
}

/** Whether somebody is on the register in the branch, or in the unit's 中心组, on the day of a meeting. */
export const belongsAt =
  ({
    hostType,
    hostId,
    branchId,
    startsAt,
  }: Pick<Activity, 'hostType' | 'hostId' | 'branchId' | 'startsAt'>) =>
  (member: Member | undefined): boolean => {
    if (!member) return false
    const day = dayOf(startsAt)
    return hostType === 'unit'
      ? theoryGroupOf([member], hostId, day).length > 0
      : membershipOn(member, day)?.branchId === branchId
  }

/**
 * Who came to the branch only after a day. A form of a past day is filled with people as they are today: these were not expected then, and are
 * left out of its lists instead of refused.
 */
export function cameLater(
  { startsAt }: Pick<ActivityForm, 'startsAt'>,
  people: Map<string, Member>,
  { host, branchId }: Planned,
): (id: string) => boolean {
  const day = dayOf(startsAt)
  return (id) => {
    const member = people.get(id)
    if (!member || host.type === 'unit' || membershipOn(member, day)?.branchId === branchId) return false
    return member.memberships.some((one) => one.branchId === branchId && one.from > day)
  }
}

/**
 * Everyone named must be on the register, those expected in this branch on the day, or in the unit's 中心组; the lecturer may come from
 * elsewhere, as may a unit's recorder.
 */
export function checkPeople(
  form: ActivityForm,
  people: Map<string, Member>,
  { host, branchId }: Planned,
): Refusal | null {
  const { startsAt } = form
  const isMember = belongsAt({ hostType: host.type, hostId: host._id, branchId, startsAt })
  const belongs = (id: string) => isMember(people.get(id))
  if (!form.expectedIds.every(belongs)) return badField('expectedIds')
  if (form.chairId !== undefined && !people.has(form.chairId)) return badField('chairId')
  const mayRecord = host.type === 'unit' ? (id: string) => people.has(id) : belongs
  if (form.recorderId !== undefined && !mayRecord(form.recorderId)) return badField('recorderId')
  return form.lecturerId !== undefined && !people.has(form.lecturerId) ? badField('lecturerId') : null
}

/** What keeps a plan from being published. What was published keeps what it carries, whatever the rule says since. */
export async function checkPlan(
  form: ActivityForm,
  { stored }: Planned,
  now: number,
): Promise<Refusal | null> {
  if (form.carries.length === 0) return validatePlan(form, [])
  const mayCarry = mayCarryAt(await readDuties(now), form.startsAt)
  return validatePlan(form, stored?.publishedAt === undefined ? mayCarry : [...mayCarry, ...stored.carries])
}

/** What a 主题党日 at that time may carry: by the rule of its month, or as counties begin. */
export function mayCarryAt(duties: readonly Duty[], startsAt: number): readonly ActivityKind[] {
  const rule = dutiesFor(duties, periodOf('month', startsAt)).find(
    (duty) => heldKindOf(duty) === 'theme_party_day',
  )
  return rule?.carries ?? carriable
}

const ofBranch: readonly ActivityKind[] = [
  'theme_party_day',
  'study',
  'general_meeting',
  'lecture',
  'seminar',
  'org_life_meeting',
  'democratic_review',
  'secretary_report',
]

/** What an organisation may hold; a 支委会 stands under the branch, where there is a committee. */
export function hostKinds({ type, hasCommittee }: Organisation): readonly ActivityKind[] {
  switch (type) {
    case 'branch':
      return hasCommittee ? [...ofBranch, 'committee_meeting'] : ofBranch
    case 'group':
      return ['group_meeting']
    case 'unit':
      return ['unit_theory_study', 'work_briefing']
    // A community publishes its services in one way: service.publish.
    case 'community':
    case 'work_committee':
    case 'village':
      return []
  }
}
