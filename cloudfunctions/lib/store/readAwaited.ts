import type { FactKind } from '@domain/contract/words'
import type { Fact } from '@domain/fact/fact'
import { retry } from '../wx/retry'
import { database, type Where } from '../wx/sdk'
import type { Household } from './collections/households'
import { atLeast, awaited } from './conditions'
import { type Nameable, nameShown } from './readPeople'

const fields = ['branchId', 'householdId', 'memberId', 'detail', 'occurredAt', 'occurredOn'] as const
const shown = Object.fromEntries(fields.map((field) => [field, 1]))

export interface Awaited {
  fact: Pick<Fact, '_id' | (typeof fields)[number]>
  member?: Nameable
  /** Of a visit. */
  householdNumber: string
}

type Joined = Awaited['fact'] & { members: Nameable[]; households: Household[] }

/** More than a place can look through at once, and what a phone is sent at most; the rest shows when these are dealt with. */
const SHOWN = 200
/** Of what was: more than has room in an answer. */
const SHOWN_PAST = 600

/** What waits for the word of a community or village, with whose it is, in one call. What waits longest is first. */
export const readAwaited = (placeId: string, kind: FactKind, where: Where = {}): Promise<Awaited[]> =>
  readNamed({ hostId: placeId, kind, confirmed: awaited(), annulled: null, ...where })

/** Of what waited for a place's word, what it has lately (since, ms) said no to for a reason of its own. */
export const readDenied = (
  placeId: string,
  kind: FactKind,
  { reason, since }: { reason: string; since: number },
): Promise<Awaited[]> =>
  readNamed({ hostId: placeId, kind, 'annulled.reason': reason, 'annulled.at': atLeast(since) })

/** Of some time (`within`, ms), what counts for its members at a place: the newest first, as many as there may be room for. */
export const readConfirmed = (placeId: string, kind: FactKind, within: unknown): Promise<Awaited[]> =>
  readNamed(
    { hostId: placeId, kind, occurredAt: within, 'confirmed.at': atLeast(0), annulled: null },
    { order: -1, most: SHOWN_PAST },
  )

async function readNamed(
  match: Where,
  { order, most }: { order: 1 | -1; most: number } = { order: 1, most: SHOWN },
): Promise<Awaited[]> {
  const { list } = await retry(() =>
    database
      .collection('facts')
      .aggregate()
      .match(match)
      .sort({ occurredAt: order })
      .limit(most)
      .lookup({ from: 'members', localField: 'memberId', foreignField: '_id', as: 'members' })
      .lookup({ from: 'households', localField: 'householdId', foreignField: '_id', as: 'households' })
      .project({ ...shown, ...nameShown('members'), 'households.number': 1 })
      .end(),
  )
  return (list as Joined[]).map(({ members: [member], households, ...fact }) => ({
    fact,
    ...(member && { member }),
    householdNumber: fact.householdId === undefined ? '' : (households[0]?.number ?? ''),
  }))
}
