import type { Member } from '@domain/org/member'
import type { Identity } from '../identity/identity'
import { retry } from './retry'
import { database } from './sdk'

/** An identity and the member it names, in one call. A request names a member too, without speaking for that member yet. */
export async function readIdentity(
  openId: string,
): Promise<{ identity: Identity; member: Member | undefined } | null> {
  const { list } = await retry(() =>
    database
      .collection('identities')
      .aggregate()
      .match({ _id: openId })
      .lookup({ from: 'members', localField: 'memberId', foreignField: '_id', as: 'members' })
      .limit(1)
      .end(),
  )
  const [row] = list as (Identity & { members: Member[] })[]
  if (!row) return null
  const { members, ...identity } = row
  // Without memberId the join also matches members that lack an _id: there are none, but an outside person must never become one.
  return { identity, member: identity.memberId === undefined ? undefined : members[0] }
}
