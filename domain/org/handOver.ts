import type { Day } from '../time/day'
import type { LinkedHousehold, Member } from './member'
import { isInForce } from './membershipOn'

/** One household passes from one member to another. */
export interface HandOver {
  from: Member
  to: Member
}

/** Linked with a household today, and until somebody says otherwise. */
export const keepsHousehold = ({ households }: Pick<Member, 'households'>, householdId: string): boolean =>
  households.some((link) => link.householdId === householdId && link.to === undefined)

/**
 * Households a member had on or after `since` and has no more on `today`, each with its last day.
 * `leftSince(from, '2026-09-01', '2026-09-25') // Map { 'h1' => '2026-09-22' }`
 */
export function leftSince(
  { households }: Pick<Member, 'households'>,
  since: Day,
  today: Day,
): ReadonlyMap<string, Day> {
  const kept = new Set(
    households.filter((link) => isInForce(link, today)).map(({ householdId }) => householdId),
  )
  const last = new Map<string, Day>()
  for (const { householdId, to } of households) {
    const isLater = to !== undefined && to >= since && to > (last.get(householdId) ?? '')
    if (isLater && to < today && !kept.has(householdId)) last.set(householdId, to)
  }
  return last
}

/** The link of a household as `make` has it; the same member where it is so already. */
function withLink(
  member: Member,
  householdId: string,
  on: Day,
  make: (link: LinkedHousehold) => LinkedHousehold,
): Member {
  const households = member.households.map((link) =>
    link.householdId === householdId && isInForce(link, on) ? make(link) : link,
  )
  const isSame = JSON.stringify(households) === JSON.stringify(member.households)
  return isSame ? member : { ...member, households }
}

/**
 * 帮扶户交接 (DUTIES row 12): `on` is the first day of who takes it and the last of who hands it over, so that on this day both may go, the one to
 * introduce the other; earlier days stay whose they were. Of somebody whose link is over already nothing changes.
 * `handOver({ from, to }, 'h1', '2026-09-22').from.households // [{ householdId: 'h1', from: '2026-01-01', to: '2026-09-22' }]`
 */
export function handOver({ from, to }: HandOver, householdId: string, on: Day): HandOver {
  const taken = withLink(to, householdId, on, ({ to: _, ...link }) => link)
  return {
    from: withLink(from, householdId, on, (link) => ({ ...link, to: on })),
    to: keepsHousehold(taken, householdId)
      ? taken
      : { ...taken, households: [...taken.households, { householdId, from: on }] },
  }
}
