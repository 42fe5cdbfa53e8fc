import { readTicket, verifyTicket } from '@domain/checkin/ticket'
import type { ParsedRequestOf } from '@domain/contract/actions'
import { done, refuse, type Refusal } from '@domain/contract/answer'
import type { Member } from '@domain/org/member'
import { membershipOn } from '@domain/org/membershipOn'
import { aboutNothing } from '../dispatch/targets'
import { type Context, useCase } from '../dispatch/useCase'
import { randomId } from '../randomId'
import { not } from '../wx/conditions'
import { count, find, findById } from '../wx/find'
import { insertOnce } from '../wx/insertOnce'
import { updateWhere } from '../wx/updateWhere'
import { blockedUntil, noteAttempt } from './noteAttempt'

type Request = ParsedRequestOf<'identity.request'>

/** Someone already bound speaks for a member: one member, one WeChat identity. */
export const isTaken = async (memberId: string): Promise<boolean> =>
  (await count('identities', { memberId, state: 'bound' })) > 0

/** Exactly one member of the branch with this name and these digits; two alike are sorted out by the secretary, not by guessing. */
async function matchRoster({ branchId, name, phoneTail }: Request, today: string): Promise<Member | null> {
  // 张 三 is 张三: some type names the way forms are printed.
  const where = { 'memberships.branchId': branchId, name: name.replace(/\s+/g, ''), phoneTail }
  const named = await find('members', where, { limit: 20 })
  const [member, second] = named.filter((one) => membershipOn(one, today)?.branchId === branchId)
  return member && !second ? member : null
}

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
  const retryAt = await blockedUntil(caller.openId, 'bind', now)
  if (retryAt !== null) return refuse('too_many_attempts', { retryAt })
  const member = await matchRoster(asked, today)
  if (!member) {
    await noteAttempt({ openId: caller.openId, kind: 'bind', reason: 'roster_mismatch' }, now)
    return refuse('roster_mismatch')
  }
  if (await isTaken(member._id)) return refuse('member_already_bound')
  const refusal = await store(member, asked, context)
  return refusal ?? done({ state: 'requested' as const, branchName: tree.get(asked.branchId)?.name ?? '' })
})
