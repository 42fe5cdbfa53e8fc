import { refuse, type Refusal } from '@domain/contract/answer'
import { membershipOn } from '@domain/org/membershipOn'
import type { Day } from '@domain/org/organisation'
import { writeAudit } from '../audit/writeAudit'
import { nameForRecords } from '../caller/whoIsCalling'
import type { Found } from '../dispatch/useCase'
import type { Context } from '../dispatch/useCase'
import { findById } from '../wx/find'
import { updateWhere } from '../wx/updateWhere'
import { bindWhere } from './bindMember'
import type { Identity } from './identity'

/**
 * Whose business a request is: that of the branch the member belongs to today; at the door of one of its own meetings also the organiser's.
 * Somebody else's meeting gives no word on whom a WeChat speaks for.
 */
export async function aboutRequest(
  { memberId, activityId }: Identity,
  today: Day,
): Promise<Found<unknown>['about']> {
  const [member, activity] = await Promise.all([
    memberId === undefined ? null : findById('members', memberId),
    activityId === undefined ? null : findById('activities', activityId),
  ])
  const branchId = member && membershipOn(member, today)?.branchId
  if (!branchId) return {}
  return { branchId, ...(activity?.branchId === branchId && { activity }) }
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
