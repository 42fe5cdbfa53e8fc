import { mayGrant } from '@domain/access/mayGrant'
import { done, refuse } from '@domain/contract/answer'
import { writeAudit } from '../audit/writeAudit'
import { aboutOrganisation } from '../binding/aboutOrganisation'
import { nameForRecords } from '../caller/whoIsCalling'
import { useCase } from '../dispatch/useCase'
import { idFrom } from '../idFrom'
import { adding, not } from '../wx/conditions'
import { find } from '../wx/find'
import { updateWhere } from '../wx/updateWhere'

/** A right stands with the WeChat identity that speaks for the member, and ends with it. A resend gives it once. */
export const give = useCase(
  'grants.give',
  aboutOrganisation,
  async ({ role, memberId, from, to, nonce }, { caller, today, tree, now }, organisation) => {
    if (!mayGrant(caller, role, organisation, today, tree)) return refuse('forbidden')
    if (to !== undefined && (to < from || to < today)) return refuse('wrong_times')
    const [identity] = await find('identities', { memberId, state: 'bound' }, { limit: 2 })
    if (!identity) return refuse('not_bound')
    const by = nameForRecords(caller)
    const grantId = idFrom(caller.openId, nonce)
    const organisationId = organisation._id
    const grant = { grantId, role, organisationId, from, ...(to !== undefined && { to }), by }
    const where = { _id: identity._id, memberId, state: 'bound', 'grants.grantId': not(grantId) }
    if (await updateWhere('identities', where, { grants: adding(grant) }))
      await writeAudit({ what: 'grant', by, at: now, memberId, placeId: organisationId, result: role })
    return done({ grantId })
  },
)
