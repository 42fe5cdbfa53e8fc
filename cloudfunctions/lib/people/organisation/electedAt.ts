import type { ParsedRequestOf } from '@domain/contract/actions'
import { unitCommitteePosts } from '@domain/org/committeeOf'
import { elect, type NotElected } from '@domain/org/elect'
import { electUnit } from '@domain/org/electUnit'
import type { Member } from '@domain/org/member'
import type { Organisation } from '@domain/org/organisation'
import { singlePosts } from '@domain/org/seated'
import type { Tree } from '@domain/org/tree'
import { branchesBelow } from '../../entry/branchesUnder'
import { anyOf, oneOf } from '../../store/conditions'
import { find } from '../../store/find'
import { readAllMembersOf } from '../../store/readBranchMembers'

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
