import { readTicket, verifyTicket } from '@domain/checkin/ticket'
import type { ParsedRequestOf } from '@domain/contract/actions'
import { done, refuse, type Refusal } from '@domain/contract/answer'
import type { Member } from '@domain/org/member'
import { aboutNothing } from '../dispatch/targets'
import { type Context, useCase } from '../dispatch/useCase'
import { randomId } from '../randomId'
import { not } from '../wx/conditions'
import { findById } from '../wx/find'
import { insertOnce } from '../wx/insertOnce'
import { updateWhere } from '../wx/updateWhere'
import { limit } from './limit'
import { isTaken } from './bindMember'
import { matchRoster } from './matchRoster'

type Request = ParsedRequestOf<'identity.request'>

/** The running meeting the ticket was given out at. An expired one is no reason to refuse: the request then waits as any other. */
async function doorOf({ ticket }: Request, { caller, now }: Context): Promise<string | undefined> {
  const read = ticket === undefined ? null : readTicket(ticket)
  const activity = read && (await findById('activities', read.activityId))
  if (ticket === undefined || activity?.codeKey === undefined) return undefined
  const verdict = verifyTicket(ticket, { openId: caller.openId, codeKey: activity.codeKey, now })
  return verdict.ok ? activity._id : undefined
}

async function store(member: Member, request: Request, context: Context): Promise<Refusal | null> {
  const { caller, now } = context
  const activityId = await doorOf(request, context)
  const waiting = {
    state: 'requested' as const,
    requestId: randomId(),
    memberId: member._id,
    branchId: request.branchId,
    requestedAt: now,
  }
  const door = activityId === undefined ? {} : { activityId }
  const outcome = await insertOnce('identities', { _id: caller.openId, ...waiting, ...door, grants: [] })
  if (outcome === 'inserted') return null
  // Asked before: the newest request stands, unless someone has said yes meanwhile.
  const where = { _id: caller.openId, state: not('bound') }
  return (await updateWhere('identities', where, { ...waiting, activityId })) ? null : refuse('already_bound')
}

/** Asks to be bound. Nothing of the register is told: a wrong name and a wrong number are the same answer. */
export const request = useCase('identity.request', aboutNothing, async (asked, context) => {
  const { caller, now, today, tree } = context
  if (caller.identity?.state === 'bound') return refuse('already_bound')
  const blocked = await limit({ openId: caller.openId, kind: 'bind' }, now)
  if (blocked) return blocked
  const member = await matchRoster(asked, today)
  if (!member) return refuse('roster_mismatch')
  if (await isTaken(member._id)) return refuse('member_already_bound')
  const refusal = await store(member, asked, context)
  return refusal ?? done({ state: 'requested' as const, branchName: tree.get(asked.branchId)?.name ?? '' })
})
