import { weightOf } from '@domain/access/oneself'
import type { ParsedRequestOf } from '@domain/contract/actions'
import { type Outcome, refuse } from '@domain/contract/answer'
import type { Fact } from '@domain/fact/fact'
import type { Member } from '@domain/org/member'
import { limitEntered } from '../../entry/limit'
import type { Context } from '../../entry/useCase'
import { nameForRecords } from '../../entry/whoIsCalling'
import type { ActivityWithChair } from '../../store/readActivity'
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
