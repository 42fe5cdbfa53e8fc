import { readTicket, verifyTicket } from '@domain/checkin/ticket'
import { type Refusal, refuse } from '@domain/contract/answer'
import type { Member } from '@domain/org/member'
import type { Context } from '../../entry/useCase'
import { randomId } from '../../ground/idFrom'
import { not } from '../../store/conditions'
import { findById } from '../../store/find'
import { insertOnce } from '../../store/insertOnce'
import { updateWhere } from '../../store/updateWhere'

interface Asked {
  branchId: string
  ticket?: string | undefined
  plain?: { name: string }
}

/** The running meeting the ticket was given out at. An expired one is no reason to refuse: the request then waits as any other. */
async function doorOf({ ticket }: Asked, { caller, now }: Context): Promise<string | undefined> {
  const read = ticket === undefined ? null : readTicket(ticket)
  const activity = read && (await findById('activities', read.activityId))
  if (ticket === undefined || activity?.codeKey === undefined) return undefined
  const verdict = verifyTicket(ticket, { openId: caller.openId, codeKey: activity.codeKey, now })
  return verdict.ok ? activity._id : undefined
}

/** Waits for the branch's word from now on; without a member for nobody's. Refusal: already_bound. */
export async function storeRequest(
  member: Member | null,
  asked: Asked,
  context: Context,
): Promise<Refusal | null> {
  const { caller, now } = context
  const activityId = asked.plain ? undefined : await doorOf(asked, context)
  const waiting = {
    state: 'requested' as const,
    requestId: randomId(),
    ...(member && { memberId: member._id }),
    branchId: asked.branchId,
    requestedAt: now,
  }
  const door = { ...(activityId !== undefined && { activityId }), ...(asked.plain && { plain: asked.plain }) }
  const outcome = await insertOnce('identities', { _id: caller.openId, ...waiting, ...door, grants: [] })
  if (outcome === 'inserted') return null
  // Asked before: the newest request stands, unless someone has said yes meanwhile.
  const where = { _id: caller.openId, state: not('bound') }
  return (await updateWhere('identities', where, {
    ...waiting,
    memberId: member?._id,
    activityId,
    plain: asked.plain,
  }))
    ? null
    : refuse('already_bound')
}
