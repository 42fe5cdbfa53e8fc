import type { DeedSide } from '@domain/contract/words'
import type { Fact } from '@domain/fact/fact'
import type { Member } from '@domain/org/member'
import { membershipOn } from '@domain/org/membershipOn'
import type { Context } from '../entry/useCase'

interface Claimed extends Pick<Fact, '_id' | 'nonce' | 'hostId' | 'householdId' | 'needId'> {
  title: string
  beneficiary: DeedSide
  sevenOne?: string | undefined
}

/** A 实事 as it begins: in hand, and nobody's word asked yet. `hostId`: who will confirm it. */
export function freshDeed(claimed: Claimed, member: Member, { now, today }: Context): Fact {
  const { title, beneficiary, sevenOne, ...of } = claimed
  return {
    ...of,
    kind: 'deed',
    memberId: member._id,
    branchId: membershipOn(member, today)?.branchId ?? '',
    occurredAt: now,
    occurredOn: today,
    recordedAt: now,
    way: 'self',
    by: member._id,
    confirmed: null,
    detail: { title, beneficiary, state: 'claimed', ...(sevenOne && { sevenOne }) },
    updatedAt: new Date(now),
  }
}
