import type { Person } from '@domain/access/person'
import type { Member } from '@domain/org/member'
import type { Identity } from '../identity/identity'
import { readIdentity } from '../wx/readIdentity'

/** The person behind an OPENID. `member` and `grants` only when bound: a request grants nothing. */
export interface Caller extends Person {
  identity: Identity | null
  /** Whom a waiting request names. */
  requested?: Member
}

export async function whoIsCalling(openId: string): Promise<Caller> {
  const found = await readIdentity(openId)
  if (!found) return { openId, identity: null }
  const { identity, member } = found
  if (identity.state !== 'bound') return { openId, identity, ...(member && { requested: member }) }
  return { openId, identity, grants: identity.grants, ...(member && { member }) }
}

export const isBound = (caller: Caller): boolean => caller.identity?.state === 'bound'

/** Who did something, as records and audit name it. An outside person has no memberId; the OPENID never leaves `identities`. */
export const nameForRecords = (caller: Caller): string => caller.member?._id ?? 'outside'
