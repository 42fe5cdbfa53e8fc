import type { Grant } from '@domain/access/person'
import { type Refusal, refuse } from '@domain/contract/answer'
import { audited, mark } from '../../entry/audit/audited'
import type { Caller } from '../../entry/whoIsCalling'
import { randomId } from '../../ground/idFrom'
import type { Identity } from '../../store/collections/identities'
import { adding, not } from '../../store/conditions'
import { updateWhere } from '../../store/updateWhere'
import { haveIdentity } from './bindMember'

/**
 * Gives the caller a right by an invitation: to a bound person one more, to anybody else the first, as a person outside the register of this
 * name. A resend adds nothing.
 */
export async function addGrant(
  { openId: _id, identity, ...caller }: Caller,
  grant: Grant & { grantId: string },
  { name, by }: { name: string; by: string },
  now: number,
): Promise<Refusal | null> {
  if (identity?.grants.some(({ grantId }) => grantId === grant.grantId)) return null
  await haveIdentity({ openId: _id, identity, ...caller }, now)
  const { role, organisationId, grantId, from, to } = grant
  const [where, change] =
    identity?.state === 'bound'
      ? [{ _id, state: 'bound', 'grants.grantId': not(grantId) }, { grants: adding(grant) }]
      : [{ _id, state: not('bound') }, outsider(identity, name, by, grant, now)]
  const given = { grantId, from, to: to ?? null }
  const whose = caller.member ? { memberId: caller.member._id } : {}
  const about = { ...whose, placeId: organisationId, result: role, to: given, key: grantId }
  const telling = { what: 'grant' as const, by, at: now, ...about }
  const isAdded = await audited(telling, { name: 'identities' }, (id) =>
    updateWhere('identities', where, { ...change, ...mark(id) }),
  )
  return isAdded ? null : refuse('try_again')
}

/** An identity as a person outside the register with a first right. A request to be bound as a member ends with it; an invitation may do that later. */
const outsider = (before: Identity | null, name: string, by: string, grant: Grant, now: number) => ({
  state: 'bound',
  name,
  requestId: randomId(),
  memberId: undefined,
  branchId: undefined,
  activityId: undefined,
  boundAt: now,
  boundBy: by,
  grants: [...(before?.grants ?? []), grant],
})
