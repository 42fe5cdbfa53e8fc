import type { ChangeRefusal } from '../../contract/words'
import { communityIdsSince } from '../communities'
import { endedFrom } from '../endedFrom'
import type { Member } from '../member'
import { membershipOn } from '../membershipOn'
import type { Organisation } from '../organisation'
import { placeMember } from '../placeMember'
import { askedOf } from '../reportIn'
import { isChanged, type Planned, planned, type Situation } from './change'
import { childrenOf } from './rules'
import { endedOn, mayChangeOn } from './withState'

/** Whether anybody or anything would be left without a place: members on the day or later, branches below, residents. */
function isInUse({ _id, type }: Organisation, { tree, members, on }: Situation): boolean {
  if (childrenOf(_id, tree, on).some((child) => child.type !== 'group')) return true
  if (type === 'community')
    return members.some(
      (member) => communityIdsSince(member, on).includes(_id) || askedOf(member, _id).length > 0,
    )
  if (type !== 'branch') return false
  return members.some(({ memberships }) =>
    memberships.some(({ branchId, to }) => branchId === _id && (to === undefined || to >= on)),
  )
}

/** A group's people stay in the branch, without a group. */
function ungrouped(member: Member, groupIds: readonly string[], { on }: Situation): Member {
  const now = membershipOn(member, on)
  if (!now || !groupIds.includes(now.groupId ?? '')) return member
  return placeMember(member, { branchId: now.branchId }, on)
}

/** Nothing that anybody still belongs to is dissolved; a branch's groups go with it. */
export function dissolve(situation: Situation, node: Organisation): Planned | ChangeRefusal {
  const { tree, members, on } = situation
  if (node.type === 'work_committee' || isInUse(node, situation)) return 'not_empty'
  const groups = node.type === 'branch' ? childrenOf(node._id, tree, on) : []
  if (!groups.every((group) => mayChangeOn(group, on))) return 'wrong_times'
  const over = [node, ...groups].map(({ _id }) => _id)
  const after = members.map((member): [Member, Member] => {
    const left = ungrouped(member, over, situation)
    return [
      member,
      { ...left, posts: endedFrom(left.posts, ({ organisationId }) => over.includes(organisationId), on) },
    ]
  })
  return planned(
    [...groups, node].map((one) => endedOn(one, on)),
    after.filter(([before, next]) => isChanged(before, next)).map(([, next]) => next),
  )
}
