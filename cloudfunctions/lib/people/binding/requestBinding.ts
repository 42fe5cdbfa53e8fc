import type { ParsedRequestOf } from '@domain/contract/actions'
import { done, type Refusal, refuse } from '@domain/contract/answer'
import type { Member } from '@domain/org/member'
import { aboutNothing } from '../../entry/targets'
import { type Context, useCase } from '../../entry/useCase'
import { phoneNumberOf } from '../../wx/phone'
import { askPlainly, limitNamed, limitOwn } from '../identity/askPlainly'
import { bindCaller, isTaken } from '../identity/bindMember'
import { matchRoster } from '../identity/matchRoster'
import { phoneHash } from '../identity/phoneHash'
import { storeRequest } from '../identity/storeRequest'

type ByName = ParsedRequestOf<'identity.request'>

/** By name and digits: a turn of who asks, and one of whom they name. */
async function askByDigits(asked: ByName & { phoneTail: string }, context: Context): Promise<Refusal | null> {
  const blocked = (await limitOwn(context)) ?? (await limitNamed(asked, context))
  if (blocked) return blocked
  const [member, second] = await matchRoster(asked, context.today)
  if (!member || second || (await isTaken(member._id))) return refuse('roster_mismatch')
  return storeRequest(member, asked, context)
}

/**
 * Asks to be bound. Nothing of the register is told: a wrong name, a wrong number and somebody for whom another WeChat speaks are one answer.
 */
export const requestBinding = useCase('identity.request', aboutNothing, async (asked, context) => {
  const { caller, tree } = context
  if (caller.identity?.state === 'bound') return refuse('already_bound')
  const { phoneTail } = asked
  const refusal =
    phoneTail === undefined
      ? await askPlainly(asked, context)
      : await askByDigits({ ...asked, phoneTail }, context)
  return refusal ?? done({ state: 'requested' as const, branchName: tree.get(asked.branchId)?.name ?? '' })
})

type ByPhone = ParsedRequestOf<'binding.byPhone'>

/** Whom the number means: surely, where the register knows the whole of it; by its last digits only, where it does not. */
async function whoIs(request: ByPhone, number: string, { today }: Context) {
  const named = await matchRoster({ ...request, phoneTail: number.slice(-4) }, today)
  const hash = phoneHash(number)
  const sure = named.filter((one) => hash !== undefined && one.phoneHash === hash)
  const [member, second] = sure.length > 0 ? sure : named
  return member && !second ? { member, isSure: sure.length > 0 } : null
}

async function bindNow(member: Member, { branchId }: ByPhone, context: Context): Promise<Refusal | null> {
  const { caller, now } = context
  const seat = { memberId: member._id, branchId, by: member._id }
  const refusal = await bindCaller(caller, seat, 'phone', now)
  // Somebody was quicker: no more is told than of a wrong number.
  return refusal?.reason === 'member_already_bound' ? refuse('roster_mismatch') : refusal
}

/** The whole number that WeChat vouches for stands for the secretary's yes. Four digits are a guess: with them alone the branch is asked. */
export const bindByPhone = useCase('binding.byPhone', aboutNothing, async (request, context) => {
  const { caller, tree } = context
  if (caller.member) return refuse('already_bound')
  const blocked = await limitOwn(context)
  if (blocked) return blocked
  const number = await phoneNumberOf(request.code)
  if (number === null) return refuse('phone_unavailable')
  const found = await whoIs(request, number, context)
  // Past the turns of the person named only a guess is stopped: other people's tries lock nobody out who has the number.
  const guarded = found?.isSure ? null : await limitNamed(request, context)
  if (guarded) return guarded
  if (!found || (await isTaken(found.member._id))) return refuse('roster_mismatch')
  const { member, isSure } = found
  const refusal = isSure
    ? await bindNow(member, request, context)
    : await storeRequest(member, request, context)
  const state = isSure ? ('bound' as const) : ('requested' as const)
  // stored name: whom the caller has named, with the number
  return refusal ?? done({ state, name: member.name, branchName: tree.get(request.branchId)?.name ?? '' })
})
