import { mayDo } from '@domain/access/mayDo'
import { rolesOf } from '@domain/access/rolesOf'
import type { ParsedRequestOf } from '@domain/contract/actions'
import { done, type Refusal, refuse } from '@domain/contract/answer'
import { membershipOn } from '@domain/org/membershipOn'
import { auditedOr, mark } from '../../entry/audit/audited'
import { type Context, type Found, useCase } from '../../entry/useCase'
import { nameForRecords } from '../../entry/whoIsCalling'
import type { Identity } from '../../store/collections/identities'
import { oneOf } from '../../store/conditions'
import { find, findById } from '../../store/find'
import { updateWhere } from '../../store/updateWhere'
import { bindWhere } from '../identity/bindMember'
import { unledOf } from '../identity/boundRunners'
import { readUnchecked, withCode } from '../identity/unchecked'

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

/** One that is gone (asked anew, or never made) is told only to those who decide at all. */
async function loadOne(
  { requestId }: ParsedRequestOf<'identity.decide'>,
  context: Context,
): Promise<Found<Identity[]> | Refusal | null> {
  const { caller, today } = context
  const asked = (await readUnchecked(requestId)) ?? (await find('identities', { requestId }, { limit: 1 }))
  const [identity] = asked
  if (!identity) return rolesOf(caller, today).length > 0 ? refuse('request_gone') : null
  return { about: await aboutRequest(identity, context), loaded: asked }
}

export const decideBindRequest = useCase(
  'identity.decide',
  loadOne,
  async ({ requestId, approve, code }, context, asked) => {
    const [first] = asked
    const chosen = first?.plain && approve ? withCode(asked, code) : first
    if (!chosen || 'reason' in chosen) return chosen ?? refuse('request_gone')
    const about = approve ? [chosen] : asked
    for (const identity of about) {
      const refusal = await decideOne(identity, approve, context)
      if (refusal) return refusal
    }
    return done({ requestId, approved: approve })
  },
)

type Request = ParsedRequestOf<'binding.decideMany'>

/** Those of the requests that are the caller's to decide; the others are as gone as those that never were. */
async function load({ requestIds }: Request, context: Context): Promise<Found<Identity[]> | Refusal | null> {
  const { caller, today, tree } = context
  const found = await find('identities', { requestId: oneOf(requestIds) }, { limit: requestIds.length })
  if (found.length === 0) return rolesOf(caller, today).length > 0 ? refuse('request_gone') : null
  const asked = await Promise.all(
    // One without digits is answered by itself, with the digits its asker reads out.
    found
      .filter(({ plain }) => !plain)
      .map(async (identity) => ({ identity, about: await aboutRequest(identity, context) })),
  )
  const own = asked.filter(({ about }) => mayDo('binding.decideMany', caller, { day: today, ...about }, tree))
  return own[0] ? { about: own[0].about, loaded: own.map(({ identity }) => identity) } : null
}

export const decideBindRequests = useCase(
  'binding.decideMany',
  load,
  async ({ requestIds, approve }, context, identities) => {
    const decided: string[] = []
    // One after the other: two that name the same member must not both step back.
    for (const identity of identities) {
      const refusal = await decideOne(identity, approve, context)
      if (!refusal) decided.push(identity.requestId)
    }
    return done({ decided, gone: requestIds.filter((id) => !decided.includes(id)) })
  },
)
