import { MOST_WANTED } from '@domain/contract/lists'
import type { Fact } from '@domain/fact/fact'
import type { Need } from '@domain/fact/need'
import type { Day } from '@domain/time/day'
import { retry } from '../wx/retry'
import { database } from '../wx/sdk'
import { atLeast, not, oneOf, there } from './conditions'
import { count, find } from './find'

/** More than anybody looks through at once, and what a phone is sent at most; the rest shows when these are done or over. */
const SHOWN = 200

/** Deeds that hold a place of as many needs. */
const MOST = SHOWN * MOST_WANTED

/** Of deeds taken from a need those that hold one of its places: let go of, it is offered to others again. */
const holding = () => ({ annulled: null, 'detail.state': not('dropped') })

/** What places ask for from a day on, what is over first first, of one day what was written first, and how many more there are. */
export async function readNeeds(
  placeIds: readonly string[],
  from: Day,
): Promise<{ needs: Need[]; more: number }> {
  if (placeIds.length === 0) return { needs: [], more: 0 }
  const where = { placeId: oneOf(placeIds), withdrawn: null, until: atLeast(from) }
  const { list } = await retry(() =>
    database
      .collection('needs')
      .aggregate()
      .match(where)
      .sort({ until: 1, at: 1, _id: 1 })
      .limit(SHOWN)
      .end(),
  )
  const needs = list as Need[]
  return { needs, more: needs.length < SHOWN ? 0 : (await count('needs', where)) - SHOWN }
}

const fields = ['needId', 'memberId', 'branchId', 'detail', 'confirmed', 'annulled', 'occurredAt'] as const
export type Taking = Pick<Fact, '_id' | (typeof fields)[number]>

/** By need the deeds that hold a place of it, in the order in which it was taken. */
export async function readTakings(needs: readonly Need[]): Promise<ReadonlyMap<string, Taking[]>> {
  const takings = new Map<string, Taking[]>(needs.map(({ _id }) => [_id, []]))
  if (needs.length === 0) return takings
  const where = { needId: oneOf([...takings.keys()]), ...holding() }
  const found = await find('facts', where, { fields, limit: MOST })
  for (const deed of found.sort((a, b) => a.occurredAt - b.occurredAt))
    takings.get(deed.needId ?? '')?.push(deed)
  return takings
}

/** How often a need was ever taken, and then, so that nothing comes between unseen, the deeds that hold a place of it now. */
export async function readTurn(needId: string): Promise<{ turn: number; held: Fact[] }> {
  const turn = await count('facts', { needId })
  return { turn, held: await find('facts', { needId, ...holding() }) }
}

/** The needs that deeds were taken from; none is read where none was. */
export async function readNeedsOf(
  deeds: readonly Pick<Fact, 'needId'>[],
): Promise<ReadonlyMap<string, Need>> {
  const ids = [...new Set(deeds.flatMap(({ needId }) => needId ?? []))]
  const needs = ids.length === 0 ? [] : await find('needs', { _id: oneOf(ids) })
  return new Map(needs.map((need) => [need._id, need]))
}

/** A member's deeds in hand whose need was withdrawn since an instant (ms), of those taken from a day on. */
export async function readWithdrawn(
  memberId: string,
  { from, since }: { from: Day; since: number },
): Promise<{ deed: Pick<Fact, '_id' | 'needId'>; need: Need; at: number }[]> {
  const inHand = { kind: 'deed', needId: there(), annulled: null, 'detail.state': 'claimed' }
  const where = { memberId, occurredOn: atLeast(from), ...inHand }
  const deeds = await find('facts', where, { fields: ['needId'] })
  const needs = await readNeedsOf(deeds)
  return deeds.flatMap((deed) => {
    const need = needs.get(deed.needId ?? '')
    return need?.withdrawn && need.withdrawn.at >= since ? { deed, need, at: need.withdrawn.at } : []
  })
}
