import { closesAt, opensAt } from '@domain/activity/effectiveState'
import { readCode, verifyMemberCode } from '@domain/checkin/code'
import { done, refuse } from '@domain/contract/answer'
import { aboutActivity } from '../../entry/targets'
import { useCase } from '../../entry/useCase'
import { codePrefix } from '../../ground/codePrefix'
import { find } from '../../store/find'
import { enterForOther } from './enterForOther'

/** A member's code may arrive late from the organiser's queue: what counts is that its slot lies in the meeting's window. */
export const scanMember = useCase('checkin.scanMember', aboutActivity, async (request, context, activity) => {
  const { code, occurredAt, nonce } = request
  const read = readCode(code, codePrefix())
  if (read?.type !== 'member') return refuse('member_code_invalid')
  const [member] = await find('members', { alias: read.alias }, { limit: 1 })
  const window = { from: opensAt(activity), to: closesAt(activity) }
  if (!member || verifyMemberCode(read, member.codeKey, window) !== 'ok') return refuse('member_code_invalid')
  const outcome = await enterForOther({ way: 'member_code', occurredAt, nonce }, member, activity, context)
  if (!outcome.ok) return outcome
  const { data: fact } = outcome
  return done({
    memberId: member._id,
    name: context.names.acting(member),
    guest: fact.guest === true,
    at: fact.occurredAt,
    way: fact.way,
  })
})
