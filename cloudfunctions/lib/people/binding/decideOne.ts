import { type Refusal, refuse } from '@domain/contract/answer'
import { membershipOn } from '@domain/org/membershipOn'
import { auditedOr, mark } from '../../entry/audit/audited'
import type { Context, Found } from '../../entry/useCase'
import { nameForRecords } from '../../entry/whoIsCalling'
import type { Identity } from '../../store/collections/identities'
import { findById } from '../../store/find'
import { updateWhere } from '../../store/updateWhere'
import { bindWhere } from '../identity/bindMember'
import { unledOf } from '../identity/boundRunners'

/**
 * Whose business a request is: that of the branch the member belongs to today; at the door of one of its own meetings also the organiser's.
 * While no officer of that branch has a WeChat it is the work committee's above. Somebody else's meeting gives no word on whom a WeChat speaks for.
 */
export async function aboutRequest(
  { memberId, activityId }: Identity,
  context: Pick<Context, 'today'>,
): Promise<Found<unknown>['about']> {
  const [member, activity] = await Promise.all([
    memberId === undefined ? null : findById('members', memberId),
    activityId === undefined ? null : findById('activities', activityId),
  ])
  const branchId = member && membershipOn(member, context.today)?.branchId
  if (!branchId) return {}
  const askedAbove = (await unledOf([branchId], context)).length > 0
  return { branchId, ...(askedAbove && { askedAbove }), ...(activity?.branchId === branchId && { activity }) }
}

async function bind({ _id, requestId, memberId }: Identity, by: string, now: number, id: string) {
  if (memberId === undefined) return refuse('request_gone')
  const back = { state: 'requested', boundAt: undefined, boundBy: undefined }
  return bindWhere({ _id, requestId, state: 'requested' }, { memberId, by }, back, now, id)
}

async function decline({ _id, requestId }: Identity, id: string): Promise<Refusal | null> {
  const where = { _id, requestId, state: 'requested' }
  const change = { state: 'declined', ...mark(id) }
  return (await updateWhere('identities', where, change)) ? null : refuse('request_gone')
}

/** The word of who may give it on one request. */
export async function decideOne(
  identity: Identity,
  approve: boolean,
  { caller, now }: Context,
): Promise<Refusal | null> {
  const by = nameForRecords(caller)
  const { memberId, branchId, requestId, state, boundBy } = identity
  // The same word once more.
  if (approve ? state === 'bound' && boundBy === by : state === 'declined') return null
  if (state !== 'requested') return refuse('request_gone')
  const about = { ...(memberId && { memberId }), ...(branchId && { placeId: branchId }) }
  const result = approve ? 'yes' : 'no'
  const telling = { what: 'decide' as const, by, at: now, ...about, result, key: requestId }
  return auditedOr(telling, { name: 'identities' }, (id) =>
    approve ? bind(identity, by, now, id) : decline(identity, id),
  )
}
