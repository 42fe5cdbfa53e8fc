import type { ParsedRequestOf } from '@domain/contract/actions'
import type { Fact } from '@domain/fact/fact'
import type { Member } from '@domain/org/member'
import { membershipOn } from '@domain/org/membershipOn'
import { dayOf } from '@domain/time/day'
import type { Household } from '../store/collections/households'

interface Entry {
  household: Household
  member: Member
  occurredAt: number
  purposes: ParsedRequestOf<'household.visit'>['purposes']
  way: 'scan' | 'backfill'
  /** The village is asked before it counts. */
  waits: boolean
  nonce: string
}

export const visitId = (householdId: string, memberId: string, day: string): string =>
  `${householdId}_${memberId}_${day}`

/** The record of a visit: who, which household, when, what for. Nothing of the family has a field. */
export function visitFact(entry: Entry, now: number): Fact {
  const { household, member, occurredAt, purposes, way, waits, nonce } = entry
  const occurredOn = dayOf(occurredAt)
  return {
    _id: visitId(household._id, member._id, occurredOn),
    kind: 'visit',
    memberId: member._id,
    branchId: membershipOn(member, occurredOn)?.branchId ?? '',
    hostId: household.villageId,
    householdId: household._id,
    occurredAt,
    occurredOn,
    recordedAt: now,
    way,
    by: member._id,
    nonce,
    // The code at the door stands for having been there that day; without it, or too late, the village says so.
    ...(waits && { confirmed: null }),
    detail: { purposes: [...new Set(purposes)].join(',') },
    updatedAt: new Date(now),
  }
}
