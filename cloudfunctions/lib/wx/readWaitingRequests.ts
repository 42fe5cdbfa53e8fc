import type { Member } from '@domain/org/member'
import type { Identity } from '../identity/identity'
import { anyOf, oneOf } from './conditions'
import { retry } from './retry'
import { database } from './sdk'

/** Identities that wait for a yes with the members they name, in one call. */
export async function readWaitingRequests(
  branchIds: readonly string[],
  activityId?: string,
): Promise<{ identity: Identity; member: Member }[]> {
  const ofBranches = { state: 'requested', branchId: oneOf(branchIds) }
  const where = activityId === undefined ? ofBranches : anyOf(ofBranches, { state: 'requested', activityId })
  const { list } = await retry(() =>
    database
      .collection('identities')
      .aggregate()
      .match(where)
      .limit(500)
      .lookup({ from: 'members', localField: 'memberId', foreignField: '_id', as: 'members' })
      .end(),
  )
  return (list as (Identity & { members: Member[] })[]).flatMap(({ members, ...identity }) =>
    members[0] && identity.memberId !== undefined ? [{ identity, member: members[0] }] : [],
  )
}
