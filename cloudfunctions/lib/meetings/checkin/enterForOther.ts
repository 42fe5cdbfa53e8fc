import { weightOf } from '@domain/access/oneself'
import { closesAt, opensAt } from '@domain/activity/effectiveState'
import { readCode, verifyMemberCode } from '@domain/checkin/code'
import type { ParsedRequestOf } from '@domain/contract/actions'
import { done, type Outcome, refuse } from '@domain/contract/answer'
import type { Fact } from '@domain/fact/fact'
import type { Member } from '@domain/org/member'
import { limitEntered } from '../../entry/limit'
import { aboutActivity } from '../../entry/targets'
import { type Context, useCase } from '../../entry/useCase'
import { nameForRecords } from '../../entry/whoIsCalling'
import { codePrefix } from '../../ground/codePrefix'
import { find, findById } from '../../store/find'
import type { ActivityWithChair } from '../../store/readActivity'
import { readPartFor } from '../../store/readJointMeetings'
import { isOfActivity } from './isOfActivity'
import { recordCheckIn } from './recordCheckIn'

type Entered = Pick<ParsedRequestOf<'checkin.tick'>, 'occurredAt' | 'nonce'> & {
  way: 'roll_call' | 'paper' | 'member_code'
}

/**
 * The organiser enters someone else, who belongs to the activity or showed the own code. Nobody enters oneself alone: that always takes a
 * second person.
 */
export async function enterForOther(
  { way, occurredAt, nonce }: Entered,
  member: Member,
  activity: ActivityWithChair,
  context: Context,
): Promise<Outcome<Fact>> {
  const { caller, today } = context
  if (weightOf({ what: 'entry', way }, caller, { memberId: member._id }) !== 'counts')
    return refuse('backfill_needs_witness')
  if (way !== 'member_code' && !(await isOfActivity(activity, member, today)))
    return refuse('invalid_request', { path: 'memberId' })
  const by = nameForRecords(caller)
  const refusal = await limitEntered(by, context.now)
  if (refusal) return refusal
  return recordCheckIn({ activity, member, way, occurredAt, nonce, by }, context)
}

/** A member's code may arrive late from the organiser's queue: what counts is that its slot lies in the meeting's window. */
export const scanMember = useCase('checkin.scanMember', aboutActivity, async (request, context, activity) => {
  const { code, occurredAt, nonce } = request
  const read = readCode(code, codePrefix())
  if (read?.type !== 'member') return refuse('member_code_invalid')
  const [member] = await find('members', { alias: read.alias }, { limit: 1 })
  const window = { from: opensAt(activity), to: closesAt(activity) }
  if (!member || verifyMemberCode(read, member.codeKey, window) !== 'ok') return refuse('member_code_invalid')
  const part = await readPartFor(activity, member)
  const outcome = await enterForOther({ way: 'member_code', occurredAt, nonce }, member, part, context)
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

export const tickAttendance = useCase('checkin.tick', aboutActivity, async (request, context, activity) => {
  const member = await findById('members', request.memberId)
  if (!member) return refuse('invalid_request', { path: 'memberId' })
  const outcome = await enterForOther(request, member, activity, context)
  if (!outcome.ok) return outcome
  const { occurredAt, way } = outcome.data
  return done({ memberId: member._id, at: occurredAt, way })
})
