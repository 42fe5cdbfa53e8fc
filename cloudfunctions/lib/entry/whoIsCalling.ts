import type { Grant, Person } from '@domain/access/person'
import type { Member } from '@domain/org/member'
import { idFrom } from '../ground/idFrom'
import type { Consent } from '../store/collections/consents'
import type { Identity } from '../store/collections/identities'
import { findById } from '../store/find'
import type { Door } from '../store/joinDoor'
import { readIdentity } from '../store/readIdentity'

/** The person behind an OPENID. `member` and `grants` only when bound: a request grants nothing. */
export interface Caller extends Person {
  identity: Identity | null
  /** To the privacy text; which version is still good is cloudfunctions/lib/entry/callerFor.ts's business. */
  consent?: Consent
  /** Whom a waiting request names. */
  requested?: Member
  /** Of a bound one at a meeting's door: what was read of it in the same call. */
  door?: Door
}

/** `activityId`: of a meeting at whose door this is asked. */
export async function whoIsCalling(openId: string, activityId?: string): Promise<Caller> {
  const found = await readIdentity(openId, activityId)
  if (!found) {
    const consent = await findById('consents', openId)
    return { openId, identity: null, ...(consent && { consent }) }
  }
  const { identity, member, door } = found
  const caller = { openId, identity, ...(found.consent && { consent: found.consent }) }
  if (identity.state !== 'bound') return { ...caller, ...(member && { requested: member }) }
  return { ...caller, grants: identity.grants, ...(member && { member }), ...(door && { door }) }
}

export const isBound = (caller: Caller): boolean => caller.identity?.state === 'bound'

/** What records of people outside the register begin with. */
const OUTSIDE = 'outside'

/**
 * Who did something, as records and audit name it: the memberId; of an outside person the id of the first right held, which tells one from
 * another and leads back to that right (grants.list) and to nothing else. The OPENID never leaves `identities`.
 */
export function nameForRecords({
  member,
  identity,
}: {
  member?: Pick<Member, '_id'>
  identity: Pick<Identity, 'requestId' | 'grants'> | null
}): string {
  if (member) return member._id
  const [grant] = identity?.grants ?? []
  return identity && grant ? `${OUTSIDE}:${grantIdOf(identity, grant)}` : OUTSIDE
}

/** Whether that is somebody outside the register. */
export const isOutsider = (by: string): boolean => by.startsWith(OUTSIDE)

/** Who looked or wrote, as rows of the privacy centre name it: the member, or the identity's random id of a person outside the register. */
export const viewerIdOf = ({ member, identity }: Caller): string =>
  member?._id ?? identity?.requestId ?? OUTSIDE

/** The id of a right as others see it; one stored before rights were given on the phone is named by what it says. */
export const grantIdOf = ({ requestId }: Pick<Identity, 'requestId'>, grant: Grant): string =>
  grant.grantId ?? idFrom(requestId, `${grant.role} ${grant.organisationId} ${grant.from}`)
