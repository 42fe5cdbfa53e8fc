import type { Placed } from '@domain/access/seesNames'
import type { ParsedRequestOf } from '@domain/contract/actions'
import type { OneOrganisation } from '@domain/contract/organisation'
import { unitCommitteePosts } from '@domain/org/committeeOf'
import { elect, type NotElected } from '@domain/org/elect'
import { electUnit } from '@domain/org/electUnit'
import type { Member } from '@domain/org/member'
import { membershipOn } from '@domain/org/membershipOn'
import type { Organisation } from '@domain/org/organisation'
import { singlePosts } from '@domain/org/seated'
import type { Tree } from '@domain/org/tree'
import { inTreeOrder } from '../../entry/inTreeOrder'
import { branchesBelow } from '../../entry/targets'
import type { Context } from '../../entry/useCase'
import { anyOf, oneOf } from '../../store/conditions'
import { find } from '../../store/find'
import { nameFields, readAllMembersOf } from '../../store/readPeople'

type People = OneOrganisation['people']

/** Those below a unit who can be elected there and whose names the caller may read, in the order of the tree and of its registers. */
export async function eligibleBelow(unitId: string, { today, tree, names }: Context): Promise<People> {
  const branches = branchesBelow(unitId, tree, today).sort(inTreeOrder(tree))
  const places = branches.map(({ _id }) => _id)
  const where = { 'memberships.branchId': oneOf(places) }
  const fields = [...nameFields, 'standing', 'order'] as const
  const found = places.length > 0 ? await find('members', where, { limit: 5000, fields }) : []
  const placeIn = (member: Placed) => places.indexOf(membershipOn(member, today)?.branchId ?? '')
  const can = found
    .filter((member) => member.standing === 'full' && placeIn(member) >= 0 && names.sees(member))
    .sort((a, b) => placeIn(a) - placeIn(b) || a.order - b.order)
  // stored name: compared with one another
  const isShared = ({ name }: { name: string }) => can.filter((other) => other.name === name).length > 1
  return can.map((member) => ({
    id: member._id,
    name: names.of(member),
    ...(isShared(member) && { of: branches[placeIn(member)]?.name ?? '' }),
  }))
}

type Request = ParsedRequestOf<'organisation.elect'>

/** Posts are the place's own: a post of a branch would give a right over all that is below a unit. Nobody is named in a unit's election alone. */
export function isFittingFor({ type }: Organisation, { kind, posts }: Request): boolean {
  const isUnit = type === 'unit'
  const isOfUnit = (post: string) => unitCommitteePosts.some((one) => one === post)
  const isTwice = singlePosts.some((post) => posts.filter((one) => one.post === post).length > 1)
  if (isTwice || !posts.every(({ post }) => isOfUnit(post) === isUnit)) return false
  return posts.length > 0 || (isUnit && kind === 'election')
}

/** Whom an election at a place may concern: all of a branch; of a unit whoever is elected and whoever holds a post there. */
export const readElection = ({ _id, type }: Organisation, { posts }: Request): Promise<Member[]> => {
  if (type === 'branch') return readAllMembersOf(_id)
  const holding = { 'posts.organisationId': _id }
  const ids = posts.map(({ memberId }) => memberId)
  return find('members', ids.length > 0 ? anyOf({ _id: oneOf(ids) }, holding) : holding, { limit: 1000 })
}

/** The members after it, or why it does not stand. */
export const electedAt = (
  { _id, type }: Organisation,
  request: Request,
  members: readonly Member[],
  tree: Tree,
): Member[] | NotElected => {
  if (type === 'branch') return elect(members, _id, request.on, request)
  const branchIds = new Set(branchesBelow(_id, tree, request.on).map((branch) => branch._id))
  return electUnit(members, { unitId: _id, branchIds }, request.on, request)
}
