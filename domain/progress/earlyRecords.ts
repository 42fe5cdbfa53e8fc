import type { JudgedActivity } from '../activity/activity'
import { doneBy } from '../duty/doneBy'
import type { Duty } from '../duty/duty'
import { factsOf, happenedIn } from '../evidence/factsOf'
import type { ActivityIndex } from '../evidence/indexActivities'
import { heldState } from '../evidence/judgeActivity'
import { spanOf } from '../evidence/spanOf'
import type { JudgedFact } from '../fact/fact'
import type { FactIndex } from '../fact/indexFacts'
import type { Day } from '../time/day'
import { contains, type Period } from '../time/period'
import type { Evidence } from './evaluate'

export interface Indexed extends Evidence {
  facts: FactIndex
  activities: ActivityIndex
}

/**
 * Whether a member was registered in a month at any meeting of any branch (a community's service is none), or made a study up that was held or
 * made up in it. What still waits for its second person says so as well: this is no count, only a reason not to ask.
 */
export const tookPart = ({ facts, activities }: Indexed, memberId: string, month: Period): boolean => {
  const isLife = (fact: JudgedFact) => {
    const activity = activities.byId.get(fact.activityId ?? '')
    const kind = activity?.kind ?? fact.activityKind
    return !fact.annulled && activity?.state !== 'cancelled' && kind !== 'community_service'
  }
  const startedIn = ({ activityId = '' }: JudgedFact) => {
    const activity = activities.byId.get(activityId)
    return activity !== undefined && contains(month, activity.startsAt)
  }
  return (
    happenedIn(factsOf(facts, memberId, 'attendance'), spanOf(month)).some(isLife) ||
    factsOf(facts, memberId, 'make_up').some(
      (fact) => !fact.annulled && (contains(month, fact.occurredOn) || startedIn(fact)),
    )
  )
}

/** The branch's tick for the month, whenever it was made. */
export const paidDues = (
  { facts, duties }: Indexed & { duties: readonly Duty[] },
  memberId: string,
  month: Period,
): boolean => {
  const isDues = ({ dutyId }: JudgedFact) =>
    duties.some((duty) => duty.id === dutyId && doneBy(duty) === 'dues')
  return factsOf(facts, memberId, 'tick').some(
    (fact) => isDues(fact) && !fact.annulled && fact.periodKey === month.key,
  )
}

/**
 * A visit or a deed, confirmed or waiting for it: what the branch has assigned (党员教育管理工作条例 art. 31). A community's service is none:
 * nobody may be told to volunteer (志愿服务条例 art. 25), so neither having served nor 因故不能参加 says anything here.
 */
export const hasWorked = ({ facts }: Indexed, memberId: string, month: Period): boolean => {
  const inMonth = (kind: 'visit' | 'deed') => happenedIn(factsOf(facts, memberId, kind), spanOf(month))
  return (
    inMonth('visit').some((fact) => !fact.annulled) ||
    inMonth('deed').some((fact) => !fact.annulled && fact.detail?.state !== 'dropped')
  )
}

/** What a branch held in a month that concerns its members: no service, and no 支委会, which is its committee's. */
export const meetingsOf = (
  { activities }: Indexed,
  branchId: string,
  month: Period,
  now: number,
): JudgedActivity[] => {
  const { from, until } = spanOf(month)
  const held = [...activities.byOwner].flatMap(([kind, owners]) =>
    kind === 'community_service' || kind === 'committee_meeting' ? [] : (owners.get(branchId) ?? []),
  )
  return held.filter(
    (activity) =>
      from <= activity.startsAt && activity.startsAt < until && heldState(activity, now) === 'held',
  )
}

/** Whether somebody has talked with the member on a day or later. */
export const hasTalked = ({ facts }: Indexed, memberId: string, since: Day): boolean =>
  factsOf(facts, memberId, 'talk').some((fact) => !fact.annulled && fact.occurredOn >= since)
