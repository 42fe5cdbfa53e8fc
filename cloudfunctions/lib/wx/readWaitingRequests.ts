import type { Identity } from '../identity/identity'
import type { Nameable } from '../views/Names'
import { oneOf } from './conditions'
import { nameShown } from './nameShown'
import { retry } from './retry'
import { database } from './sdk'

/** More than one decides about at a time; the rest shows when these are dealt with. */
const SHOWN = 150

const fields = ['requestId', 'memberId', 'branchId', 'activityId', 'requestedAt'] as const
const shown = Object.fromEntries(fields.map((field) => [field, 1]))

export type Waiting = Pick<Identity, '_id' | (typeof fields)[number]>

/** Identities that wait for a yes, oldest first, with the members they name, in one call. */
export async function readWaitingRequests(
  branchIds: readonly string[],
): Promise<{ identity: Waiting; member: Nameable }[]> {
  const { list } = await retry(() =>
    database
      .collection('identities')
      .aggregate()
      .match({ state: 'requested', branchId: oneOf(branchIds) })
      .sort({ requestedAt: 1 })
      .limit(SHOWN)
      .lookup({ from: 'members', localField: 'memberId', foreignField: '_id', as: 'members' })
      .project({ ...shown, ...nameShown('members') })
      .end(),
  )
  return (list as (Waiting & { members: Nameable[] })[]).flatMap(({ members, ...identity }) =>
    members[0] && identity.memberId !== undefined ? [{ identity, member: members[0] }] : [],
  )
}
