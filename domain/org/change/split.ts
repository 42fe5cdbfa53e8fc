import type { ChangeRefusal } from '../../contract/words'
import type { Member } from '../member'
import { membershipOn } from '../membershipOn'
import type { Organisation } from '../organisation'
import { placeMember } from '../placeMember'
import { type ChangeOf, movesLater, planned, type Planned, type Situation } from './change'
import { founded, naming } from './founded'
import { isNameTaken } from './rules'

/** Some of a branch (or of a group) become a new one beside it. They come without group and post. */
export function split(
  change: ChangeOf<'split'>,
  situation: Situation,
  node: Organisation,
): Planned | ChangeRefusal {
  const { tree, members, on, newId } = situation
  if (node.type !== 'branch' && node.type !== 'group') return 'wrong_parent'
  const isGroup = node.type === 'group'
  const own = { _id: newId, type: node.type, parentId: node.parentId, ...naming(change) }
  const place = isGroup ? { branchId: node.parentId ?? '', groupId: newId } : { branchId: newId }
  const going = members.filter(({ _id }) => change.memberIds.includes(_id))
  const isIn = (member: Member, id: string) => {
    const now = membershipOn(member, on)
    return (isGroup ? now?.groupId : now?.branchId) === id
  }
  const isNew = !tree.has(newId)
  if (isNew && going.some((member) => movesLater(member, on))) return 'wrong_times'
  if (isNew && (going.length < new Set(change.memberIds).size || !going.every((one) => isIn(one, node._id))))
    return 'not_in_branch'
  const fresh = founded(
    { ...own, ...(node.branchType && !own.branchType && { branchType: node.branchType }) },
    situation,
  )
  if (isNew && isNameTaken(fresh, tree, on)) return 'name_taken'
  // Once it has begun it goes through to its end: whoever was taken elsewhere meanwhile stays there.
  const left = going.filter((member) => isIn(member, node._id) && !movesLater(member, on))
  return planned(
    isNew ? [fresh] : [],
    left.map((member) => placeMember(member, place, on)),
  )
}
