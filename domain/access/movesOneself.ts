import type { OrganisationChange } from '../contract/organisation'
import type { Planned, Situation } from '../org/change/change'
import type { Member } from '../org/member'
import { needsOther } from './ownEntry'
import type { Person } from './person'

/**
 * Whether a change of the tree is one of one's own entry in truth: it picks oneself out of the others (拆分), or moves nobody else. What moves
 * everybody alike is the organisation's matter and not one's own.
 */
export function movesOneself(
  change: OrganisationChange,
  person: Person,
  { members }: Pick<Situation, 'members'>,
  plan: Planned,
): boolean {
  const own = person.member?._id
  const find = (list: readonly Member[]) => list.find(({ _id }) => _id === own)
  const [before, after] = [find(members), find(plan.members)]
  if (!before || !after || !needsOther(person, before, after)) return false
  const isMoved = (one: Member) =>
    JSON.stringify(members.find(({ _id }) => _id === one._id)?.memberships) !==
    JSON.stringify(one.memberships)
  const isPicked = change.what === 'split' && change.memberIds.includes(before._id)
  return isPicked || plan.members.filter(isMoved).every((one) => one === after)
}
