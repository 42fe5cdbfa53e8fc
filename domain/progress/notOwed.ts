import type { NotOwedReason } from '../contract/words'
import type { Duty } from '../duty/duty'
import { lifts } from '../duty/lifts'
import type { Subject } from '../evidence/subject'
import type { Exemption, Member } from '../org/member'
import { isInForce, judgedDay, membershipOn } from '../org/membershipOn'
import type { Organisation } from '../org/organisation'
import { addDays, type Day, daysBetween } from '../time/day'
import { contains, daysIn, type Period } from '../time/period'

/** Whether the duty binds this kind of member at all; one it does not bind does not see it. */
export const concerns = (duty: Pick<Duty, 'appliesTo'>, member: Pick<Member, 'cadre'>): boolean => {
  if (duty.appliesTo === 'leading_cadre') return member.cadre !== undefined
  return duty.appliesTo !== 'county_leader' || member.cadre === 'county'
}

/** Days of the period covered by any of the spans; overlaps are counted once. */
const coveredDays = (spans: readonly Pick<Exemption, 'from' | 'to'>[], period: Period): number => {
  let covered = 0
  let next: Day = period.from
  for (const { from, to = period.to } of [...spans].sort((a, b) => (a.from < b.from ? -1 : 1))) {
    const start = from > next ? from : next
    const end = to < period.to ? to : period.to
    if (start > end) continue
    covered += daysBetween(start, end) + 1
    next = addDays(end, 1)
  }
  return covered
}

/** The exemption that lifts a duty for a period, if any: together they must cover at least half of its days. */
export const exemptionFor = (
  member: Pick<Member, 'exemptions'>,
  duty: Duty,
  period: Period,
): Exemption | undefined => {
  if (member.exemptions.length === 0) return undefined
  const lifting = member.exemptions.filter((exemption) => lifts(exemption, duty))
  return coveredDays(lifting, period) * 2 >= daysIn(period)
    ? lifting.find((exemption) => coveredDays([exemption], period) > 0)
    : undefined
}

/** Whether less than half of the period's days are left from a day of it on, which itself counts. */
const isLate = (from: Day, period: Period): boolean =>
  contains(period, from) && (daysBetween(from, period.to) + 1) * 2 < daysIn(period)

const arrivedLate = (member: Member, period: Period): boolean =>
  member.memberships.some(({ fromOutside, from }) => fromOutside === true && isLate(from, period))

/** Whose first household of the period came late in it, as somebody who arrives late: visits of whoever had it before are not one's own. */
const linkedLate = ({ households }: Member, period: Period): boolean => {
  const linked = households.filter(({ from, to = period.to }) => from <= period.to && to >= period.from)
  return linked.length > 0 && linked.every(({ from }) => isLate(from, period))
}

/** A branch, group or unit owes from its first day on as a member who arrives from outside does, and nothing of what was over before. */
function notOwedBefore({ isFounded, validFrom }: Organisation, period: Period): NotOwedReason | null {
  if (isFounded !== true) return null
  if (validFrom > period.to) return 'not_founded_then'
  return isLate(validFrom, period) ? 'founded_late' : null
}

/** Why a subject does not owe a duty in a period; null when it does. */
export const notOwed = (duty: Duty, subject: Subject, period: Period, now: number): NotOwedReason | null => {
  if (subject.type === 'committee' && !subject.organisation.hasCommittee) return 'no_committee'
  if (subject.type !== 'member') return notOwedBefore(subject.organisation, period)
  const { member } = subject
  const day = judgedDay(period, now)
  if (!membershipOn(member, day)) return 'not_a_member_then'
  if (!concerns(duty, member)) return 'exempt'
  if (duty.appliesTo === 'with_household') {
    if (!member.households.some((link) => isInForce(link, day))) return 'no_household'
    if (linkedLate(member, period)) return 'linked_late'
  }
  if (exemptionFor(member, duty, period)) return 'exempt'
  return arrivedLate(member, period) ? 'arrived_late' : null
}
