import type { Member } from '@domain/org/member'
import { retry } from '../wx/retry'
import { database } from '../wx/sdk'
import type { Consent } from './collections/consents'
import type { Identity } from './collections/identities'
import { oneOf } from './conditions'
import { find } from './find'
import { type Door, doorOf, type JoinedDoor, joinDoor } from './joinDoor'

interface Found {
  identity: Identity
  member: Member | undefined
  consent: Consent | undefined
  /** Of a meeting that is asked for, and is there. */
  door: Door | undefined
}

/**
 * An identity, the member it names and its consent, and the meeting at whose door they are where one is named, in one call. A request names a member
 * too, without speaking for that member yet.
 */
export async function readIdentity(openId: string, activityId?: string): Promise<Found | null> {
  const { list } = await retry(() => {
    const found = database
      .collection('identities')
      .aggregate()
      .match({ _id: openId })
      .lookup({ from: 'members', localField: 'memberId', foreignField: '_id', as: 'members' })
      .lookup({ from: 'consents', localField: '_id', foreignField: '_id', as: 'consents' })
      .limit(1)
    return (activityId === undefined ? found : joinDoor(found, activityId)).end()
  })
  const [row] = list as (Identity & { members: Member[]; consents: Consent[]; door?: JoinedDoor })[]
  if (!row) return null
  const { members, consents, door, ...identity } = row
  // Without memberId the join also matches members that lack an _id: there are none, but an outside person must never become one.
  const member = identity.memberId === undefined ? undefined : members[0]
  return { identity, member, consent: consents[0], door: door && doorOf(door) }
}

/** Which of these members a WeChat identity speaks for; never which identity. */
export async function boundAmong(memberIds: readonly string[]): Promise<ReadonlySet<string>> {
  if (memberIds.length === 0) return new Set()
  const where = { memberId: oneOf(memberIds), state: 'bound' }
  const rows = await find('identities', where, { limit: 10_000, fields: ['memberId'] })
  return new Set(rows.flatMap(({ memberId }) => memberId ?? []))
}
