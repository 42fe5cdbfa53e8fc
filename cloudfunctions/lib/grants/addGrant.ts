import type { Grant } from '@domain/access/person'
import { refuse, type Refusal } from '@domain/contract/answer'
import { writeAudit } from '../audit/writeAudit'
import type { Caller } from '../caller/whoIsCalling'
import { haveIdentity } from '../identity/bindMember'
import type { Identity } from '../identity/identity'
import { randomId } from '../randomId'
import { adding, not } from '../wx/conditions'
import { updateWhere } from '../wx/updateWhere'

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
  const isAdded =
    identity?.state === 'bound'
      ? await updateWhere(
          'identities',
          { _id, state: 'bound', 'grants.grantId': not(grant.grantId) },
          { grants: adding(grant) },
        )
      : await updateWhere(
          'identities',
          { _id, state: not('bound') },
          outsider(identity, name, by, grant, now),
        )
  if (!isAdded) return refuse('try_again')
  const { role, organisationId } = grant
  await writeAudit({ what: 'grant', by, at: now, placeId: organisationId, result: role })
  return null
}

/** Whoever waited to be bound as a member waits no more; a member's invitation adds that later. */
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
