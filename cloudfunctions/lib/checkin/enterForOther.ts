import type { ParsedRequestOf } from '@domain/contract/actions'
import { type Outcome, refuse } from '@domain/contract/answer'
import type { Member } from '@domain/org/member'
import type { Fact } from '@domain/progress/fact'
import { nameForRecords } from '../caller/whoIsCalling'
import type { Context } from '../dispatch/useCase'
import type { ActivityWithChair } from '../wx/readActivity'
import { recordCheckIn } from './recordCheckIn'

type Entered = Pick<ParsedRequestOf<'checkin.tick'>, 'occurredAt' | 'nonce'> & {
  way: 'roll_call' | 'paper' | 'member_code'
}

/** The organiser enters someone else. Nobody enters oneself alone: that always takes a second person. */
export async function enterForOther(
  { way, occurredAt, nonce }: Entered,
  member: Member,
  activity: ActivityWithChair,
  context: Context,
): Promise<Outcome<Fact>> {
  const { caller } = context
  if (caller.member?._id === member._id) return refuse('backfill_needs_witness')
  const by = nameForRecords(caller)
  return recordCheckIn({ activity, member, way, occurredAt, nonce, by }, context)
}
