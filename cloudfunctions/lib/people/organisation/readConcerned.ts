import type { OrganisationChange } from '@domain/contract/organisation'
import type { Member } from '@domain/org/member'
import type { Tree } from '@domain/org/tree'
import { anyOf, oneOf } from '../../store/conditions'
import { find } from '../../store/find'

/** People a change of the tree may concern: of a merge of ten large branches some thousands. */
const MOST = 20_000

/** Organisations whose people a change may move. */
function idsOf(change: OrganisationChange, newId: string): readonly string[] {
  switch (change.what) {
    case 'found':
    case 'edit':
    case 'move':
      return []
    case 'merge':
      return change.fromIds
    case 'split':
      // Whoever came on that very day and has gone over already has no trace of the branch left.
      return [change.organisationId, newId]
    case 'dissolve':
      return [change.organisationId]
  }
}

/**
 * Whomever the organisations of a change ever held, and whoever holds or waits for something there; of one that has begun also whoever is in
 * what it founds (`newId`).
 */
export async function readConcerned(
  change: OrganisationChange,
  tree: Tree,
  newId: string,
): Promise<Member[]> {
  const ids = idsOf(change, newId)
  if (ids.length === 0) return []
  const groups = [...tree.values()]
    .filter(({ parentId }) => ids.includes(parentId ?? ''))
    .map(({ _id }) => _id)
  const any = oneOf(ids)
  const where = anyOf(
    { 'memberships.branchId': any },
    { 'memberships.groupId': any },
    { 'posts.organisationId': oneOf([...ids, ...groups]) },
    { 'contactPoints.branchId': any },
    { 'transfer.toBranchId': any },
    { 'communities.communityId': any },
    { 'communitiesAsked.communityId': any },
  )
  return find('members', where, { limit: MOST })
}
