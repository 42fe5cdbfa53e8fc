import type { Member } from '@domain/org/member'
import type { Fact, FactKind } from '@domain/progress/fact'
import type { Household } from '../identity/household'
import { awaited } from './conditions'
import { retry } from './retry'
import { database, type Where } from './sdk'

const fields = ['branchId', 'householdId', 'memberId', 'detail', 'occurredAt', 'occurredOn'] as const
const shown = Object.fromEntries(fields.map((field) => [field, 1]))

export interface Awaited {
  fact: Pick<Fact, '_id' | (typeof fields)[number]>
  name: string
  /** Of a visit. */
  householdNumber: string
}

type Joined = Awaited['fact'] & { members: Member[]; households: Household[] }

/** More than a place can look through at once, and what a phone is sent at most; the rest shows when these are dealt with. */
const SHOWN = 200

/** What waits for the word of a community or village, with the names its page shows, in one call. Newest first. */
export async function readAwaited(placeId: string, kind: FactKind, where: Where = {}): Promise<Awaited[]> {
  const { list } = await retry(() =>
    database
      .collection('facts')
      .aggregate()
      .match({ hostId: placeId, kind, confirmed: awaited(), annulled: null, ...where })
      .sort({ occurredAt: -1 })
      .limit(SHOWN)
      .lookup({ from: 'members', localField: 'memberId', foreignField: '_id', as: 'members' })
      .lookup({ from: 'households', localField: 'householdId', foreignField: '_id', as: 'households' })
      .project({ ...shown, 'members._id': 1, 'members.name': 1, 'households.number': 1 })
      .end(),
  )
  return (list as Joined[]).map(({ members, households, ...fact }) => ({
    fact,
    name: members[0]?.name ?? '',
    householdNumber: fact.householdId === undefined ? '' : (households[0]?.number ?? ''),
  }))
}
