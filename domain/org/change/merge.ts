import type { ChangeRefusal } from '../../contract/words'
import { addDays, type Day } from '../../time/day'
import { endedFrom } from '../endedFrom'
import type { ContactPoint, Member, Membership } from '../member'
import { isActiveOn, membershipOn } from '../membershipOn'
import type { Organisation } from '../organisation'
import { placeMember } from '../placeMember'
import type { Tree } from '../tree'
import { type ChangeOf, isChanged, movesLater, planned, type Planned, type Situation } from './change'
import { childrenOf, isNameTaken, lastOrder } from './rules'
import { endedOn, mayChangeOn, withState } from './withState'

interface Merge {
  into: Organisation
  fromIds: readonly string[]
  on: Day
}

/** Whom a merged organisation holds on the day go to the other one; groups go with their people. */
function moved(member: Member, { into, fromIds, on }: Merge): Member {
  const now = membershipOn(member, on)
  if (!now) return member
  if (into.type === 'group')
    return fromIds.includes(now.groupId ?? '')
      ? placeMember(member, { branchId: now.branchId, groupId: into._id }, on)
      : member
  if (!fromIds.includes(now.branchId)) return member
  const place = { branchId: into._id, ...(now.groupId !== undefined && { groupId: now.groupId }) }
  return placeMember(member, place, on, now.groupId === undefined ? [] : [now.groupId])
}

/** Posts, 联系点 and requests to come point at what goes on. */
function repointed(member: Member, { into, fromIds, on }: Merge): Member {
  const posts = endedFrom(member.posts, ({ organisationId }) => fromIds.includes(organisationId), on)
  const next: Member = { ...member, posts }
  const isMerged = ({ branchId, to }: ContactPoint) =>
    fromIds.includes(branchId) && (to === undefined || to >= on)
  if (member.contactPoints?.some(isMerged)) {
    const kept = endedFrom(member.contactPoints, isMerged, on)
    const isKnown = kept.some(({ branchId, to }) => branchId === into._id && to === undefined)
    next.contactPoints = isKnown ? kept : [...kept, { branchId: into._id, from: on }]
  }
  const { transfer } = next
  if (transfer && fromIds.includes(transfer.toBranchId)) {
    if (membershipOn(next, on)?.branchId === into._id) delete next.transfer
    else next.transfer = { ...transfer, toBranchId: into._id }
  }
  return next
}

const isAlready = (node: Organisation, into: Organisation, on: Day): boolean =>
  node.mergedInto === into._id && node.validTo === addDays(on, -1)

/** Two first groups of one branch cannot be told apart: the one that comes says where it comes from. */
function nameIn(into: Organisation, group: Organisation, tree: Tree, on: Day): string {
  if (!isNameTaken({ ...group, parentId: into._id }, tree, on)) return group.name
  return `${tree.get(group.parentId ?? '')?.name ?? ''}${group.name}`
}

/** Branches (or groups of one branch) become one: members and groups go over, what took place stays where it was. */
export function merge(
  { organisationId, fromIds }: ChangeOf<'merge'>,
  { tree, members, on }: Situation,
): Planned | ChangeRefusal {
  const into = tree.get(organisationId)
  const from = fromIds.flatMap((id) => tree.get(id) ?? [])
  if (!into || from.length < new Set(fromIds).size || fromIds.includes(organisationId)) return 'wrong_parent'
  if (into.type !== 'branch' && into.type !== 'group') return 'wrong_parent'
  const isAlike = (node: Organisation) =>
    node.type === into.type && (into.type === 'branch' || node.parentId === into.parentId)
  if (!from.every(isAlike)) return 'wrong_parent'
  const rest = from.filter((node) => !isAlready(node, into, on))
  const all = [into, ...rest]
  if (!all.every((node) => isActiveOn(node, on) && mayChangeOn(node, on))) return 'wrong_times'
  const groups = from.flatMap(({ _id }) => childrenOf(_id, tree, on))
  if (!groups.every((group) => mayChangeOn(group, on))) return 'wrong_times'
  const isOfMerged = ({ branchId, groupId }: Membership) =>
    fromIds.includes(branchId) || fromIds.includes(groupId ?? '')
  if (members.some((member) => member.memberships.some(isOfMerged) && movesLater(member, on)))
    return 'wrong_times'
  const asked: Merge = { into, fromIds, on }
  const first = lastOrder(into._id, tree)
  const after = members.map((member) => repointed(moved(member, asked), asked))
  return planned(
    [
      ...groups.map((group, i) =>
        withState(group, { parentId: into._id, order: first + i, name: nameIn(into, group, tree, on) }, on),
      ),
      // Last, so that whoever finds a branch merged finds its people moved.
      ...rest.map((node) => ({ ...endedOn(node, on), mergedInto: into._id })),
    ],
    after.filter((member, i) => isChanged(members[i] ?? member, member)),
  )
}
