import type { Member } from '@domain/org/member'
import type { Identity } from '../identity/identity'
import { oneOf } from './conditions'
import { retry } from './retry'
import { database } from './sdk'

/** Identities that wait for a yes with the members they name, in one call. */
export async function readWaitingRequests(
  branchIds: readonly string[],
): Promise<{ identity: Identity; member: Member }[]> {
  const { list } = await retry(() =>
    database
      .collection('identities')
      .aggregate()
      .match({ state: 'requested', branchId: oneOf(branchIds) })
      .limit(500)
      .lookup({ from: 'members', localField: 'memberId', foreignField: '_id', as: 'members' })
      .end(),
  )
  return (list as (Identity & { members: Member[] })[]).flatMap(({ members, ...identity }) =>
    members[0] && identity.memberId !== undefined ? [{ identity, member: members[0] }] : [],
  )
}
