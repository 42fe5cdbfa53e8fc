import type { Fact } from '@domain/fact/fact'
import { addDays } from '@domain/time/day'
import type { Period } from '@domain/time/period'
import { retry } from '../wx/retry'
import { database } from '../wx/sdk'
import { anyOf, atMost, between, not, notAwaited } from './conditions'
import { find } from './find'

/** Of the rows one answer to a phone can hold a few more than there is room for. */
const PART = 500

type Days = Pick<Period, 'from' | 'to'>
const ofMember = (memberId: string) => ({ memberId, kind: 'deed', annulled: null })

/**
 * One's own deeds of a year, and those of the years before that still wait for a word, newest first: a part of them from one on (0 first).
 * `isAll`: none comes after it.
 */
export async function readOwnDeeds(
  memberId: string,
  { from, to }: Days,
  first: number,
): Promise<{ deeds: Fact[]; isAll: boolean }> {
  const stillOpen = { confirmed: null, 'detail.state': not('dropped') }
  const shown = anyOf(
    { occurredOn: between(from, to) },
    { occurredOn: atMost(addDays(from, -1)), ...stillOpen },
  )
  const { list } = await retry(() =>
    database
      .collection('facts')
      .aggregate()
      .match(ofMember(memberId))
      .match(shown)
      .sort({ occurredAt: -1, _id: 1 })
      .skip(first)
      .limit(PART + 1)
      .end(),
  )
  return { deeds: (list as Fact[]).slice(0, PART), isAll: list.length <= PART }
}

/** Of one's own deeds of a year those that wait for nobody's word: the only ones that can count. */
export function readSettledDeeds(memberId: string, { from, to }: Days): Promise<Fact[]> {
  return find('facts', { ...ofMember(memberId), occurredOn: between(from, to), confirmed: notAwaited() })
}
