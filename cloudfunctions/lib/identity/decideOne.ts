import { refuse, type Refusal } from '@domain/contract/answer'
import { writeAudit } from '../audit/writeAudit'
import { nameForRecords } from '../caller/whoIsCalling'
import type { Found } from '../dispatch/useCase'
import { targetOf } from '../dispatch/targets'
import type { Context } from '../dispatch/useCase'
import { findById } from '../wx/find'
import { updateWhere } from '../wx/updateWhere'
import { bindWhere } from './bindMember'
import type { Identity } from './identity'

/** Whose business a request is: the branch's, and the organiser's of the meeting at whose door it was made. */
export async function aboutRequest({ branchId, activityId }: Identity): Promise<Found<unknown>['about']> {
  const activity = activityId === undefined ? null : await findById('activities', activityId)
  return { ...(activity && targetOf(activity)), ...(branchId !== undefined && { branchId }) }
}

async function bind({ _id, requestId, memberId }: Identity, by: string, now: number) {
  if (memberId === undefined) return refuse('request_gone')
  const back = { state: 'requested', boundAt: undefined, boundBy: undefined }
  return bindWhere({ _id, requestId, state: 'requested' }, { memberId, by }, back, now)
}

async function decline({ _id, requestId }: Identity): Promise<Refusal | null> {
  const where = { _id, requestId, state: 'requested' }
  return (await updateWhere('identities', where, { state: 'declined' })) ? null : refuse('request_gone')
}

/** The word of who may give it on one request. */
export async function decideOne(
  identity: Identity,
  approve: boolean,
  { caller, now }: Context,
): Promise<Refusal | null> {
  if (identity.state !== 'requested') return refuse('request_gone')
  const by = nameForRecords(caller)
  const refusal = approve ? await bind(identity, by, now) : await decline(identity)
  if (refusal) return refusal
  const { memberId } = identity
  const result = approve ? 'yes' : 'no'
  await writeAudit({ what: 'decide', by, at: now, ...(memberId && { memberId }), result })
  return null
}
