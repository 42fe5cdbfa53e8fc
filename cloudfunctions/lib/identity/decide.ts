import type { ParsedRequestOf } from '@domain/contract/actions'
import { rolesOf } from '@domain/access/rolesOf'
import { done, refuse, type Refusal } from '@domain/contract/answer'
import { writeAudit } from '../audit/writeAudit'
import { nameForRecords } from '../caller/whoIsCalling'
import { targetOf } from '../dispatch/targets'
import { type Context, type Found, useCase } from '../dispatch/useCase'
import { count, find, findById } from '../wx/find'
import { updateWhere } from '../wx/updateWhere'
import type { Identity } from './identity'
import { isTaken } from './request'

/**
 * Whose business a request is: the branch's, and the organiser's of the meeting at whose door it was made. One that is gone (asked anew,
 * or never made) is told only to those who decide at all.
 */
async function load(
  { requestId }: ParsedRequestOf<'identity.decide'>,
  { caller, today }: Context,
): Promise<Found<Identity> | Refusal | null> {
  const [identity] = await find('identities', { requestId }, { limit: 1 })
  if (!identity) return rolesOf(caller, today).length > 0 ? refuse('request_gone') : null
  const { branchId, activityId } = identity
  const activity = activityId === undefined ? null : await findById('activities', activityId)
  return {
    about: { ...(activity && targetOf(activity)), ...(branchId !== undefined && { branchId }) },
    loaded: identity,
  }
}

/** Two yeses for one member at one instant: whoever finds the member taken twice steps back. */
async function bind(identity: Identity, by: string, now: number): Promise<Refusal | null> {
  const { _id, requestId, memberId } = identity
  const where = { _id, requestId, state: 'requested' }
  if (memberId === undefined || (await isTaken(memberId))) return refuse('member_already_bound')
  if (!(await updateWhere('identities', where, { state: 'bound', boundAt: now, boundBy: by })))
    return refuse('request_gone')
  if ((await count('identities', { memberId, state: 'bound' })) === 1) return null
  await updateWhere(
    'identities',
    { _id, requestId, state: 'bound' },
    { state: 'requested', boundAt: undefined, boundBy: undefined },
  )
  return refuse('member_already_bound')
}

async function decline({ _id, requestId }: Identity): Promise<Refusal | null> {
  const changed = await updateWhere(
    'identities',
    { _id, requestId, state: 'requested' },
    { state: 'declined' },
  )
  return changed ? null : refuse('request_gone')
}

export const decide = useCase(
  'identity.decide',
  load,
  async ({ requestId, approve }, { caller, now }, identity) => {
    if (identity.state !== 'requested') return refuse('request_gone')
    const by = nameForRecords(caller)
    const refusal = approve ? await bind(identity, by, now) : await decline(identity)
    if (refusal) return refusal
    const { memberId } = identity
    await writeAudit({
      what: 'decide',
      by,
      at: now,
      ...(memberId && { memberId }),
      result: approve ? 'yes' : 'no',
    })
    return done({ requestId, approved: approve })
  },
)
