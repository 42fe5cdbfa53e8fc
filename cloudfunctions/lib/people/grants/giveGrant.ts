import { mayGrant } from '@domain/access/mayGrant'
import { done, refuse } from '@domain/contract/answer'
import type { Day } from '@domain/time/day'
import { updateAudited } from '../../entry/audit/audited'
import { useCase } from '../../entry/useCase'
import { nameForRecords } from '../../entry/whoIsCalling'
import { idFrom } from '../../ground/idFrom'
import type { Identity } from '../../store/collections/identities'
import { adding, not } from '../../store/conditions'
import { find } from '../../store/find'
import { aboutGrant } from './aboutGrant'

const isHeld = ({ state, grants }: Identity, grantId: string, today: Day): boolean =>
  state === 'bound' &&
  grants.some((one) => one.grantId === grantId && (one.to === undefined || one.to >= today))

/** A right stands with the WeChat identity that speaks for the member, and ends with it. A resend gives it once, also when it was taken back since. */
export const giveGrant = useCase(
  'grants.give',
  aboutGrant,
  async ({ role, memberId, from, to, nonce }, { caller, today, tree, now }, organisation) => {
    if (!mayGrant(caller, role, organisation, today, tree)) return refuse('forbidden')
    if (to !== undefined && (to < from || to < today)) return refuse('wrong_times')
    const [identity] = await find('identities', { memberId, state: 'bound' }, { limit: 2 })
    const grantId = idFrom(caller.openId, nonce)
    const [given] = await find('identities', { 'grants.grantId': grantId }, { limit: 1 })
    if (given) return isHeld(given, grantId, today) ? done({ grantId }) : refuse('request_gone')
    if (!identity) return refuse('not_bound')
    const by = nameForRecords(caller)
    const organisationId = organisation._id
    const grant = { grantId, role, organisationId, from, ...(to !== undefined && { to }), by }
    const where = { _id: identity._id, memberId, state: 'bound', 'grants.grantId': not(grantId) }
    const told = {
      placeId: organisationId,
      result: role,
      to: { grantId, from, to: to ?? null },
      key: grantId,
    }
    const telling = { what: 'grant' as const, by, at: now, memberId, ...told }
    await updateAudited(telling, 'identities', where, { grants: adding(grant) })
    return done({ grantId })
  },
)
