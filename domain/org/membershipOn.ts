import { type Day, dayOf } from '../time/day'
import type { Period } from '../time/period'
import type { Member, Membership, Post } from './member'
import type { Organisation } from './organisation'

interface Dated {
  from: Day
  to?: Day
}

/** Whether something with dates is in force on a day; both days inclusive, no `to` means still running. */
export const isInForce = (dated: Dated, day: Day): boolean =>
  dated.from <= day && (dated.to === undefined || day <= dated.to)

/** Where a member belongs on a day; of overlapping entries the later one holds. */
export const membershipOn = (member: Pick<Member, 'memberships'>, day: Day): Membership | undefined => {
  for (let i = member.memberships.length - 1; i >= 0; i -= 1) {
    const membership = member.memberships[i]
    if (membership && isInForce(membership, day)) return membership
  }
  return undefined
}

/** Where the register has a member on a day: where they belong then, or the last place of somebody who left. */
export const placeOf = (member: Pick<Member, 'memberships'>, day: Day): Membership | undefined =>
  membershipOn(member, day) ?? member.memberships[member.memberships.length - 1]

/** The day on which a period is judged: its last day, and today while it runs. */
export const judgedDay = (period: Pick<Period, 'to'>, now: number): Day => {
  const today = dayOf(now)
  return today < period.to ? today : period.to
}

/** The branch a member belongs to for a period: the one holding them on its last day; while it runs, today. */
export const branchFor = (
  member: Pick<Member, 'memberships'>,
  period: Pick<Period, 'to'>,
  now: number,
): string | undefined => membershipOn(member, judgedDay(period, now))?.branchId

/** The posts a member holds on a day. */
export const postsOn = (member: Pick<Member, 'posts'>, day: Day): Post[] =>
  member.posts.filter((post) => isInForce(post, day))

/** Whether an organisation exists on a day. */
export const isActiveOn = (organisation: Pick<Organisation, 'validFrom' | 'validTo'>, day: Day): boolean =>
  organisation.validFrom <= day && (organisation.validTo === undefined || day <= organisation.validTo)
