import type { Fact } from '@domain/fact/fact'
import { addDays } from '@domain/time/day'
import type { Period } from '@domain/time/period'
import { retry } from '../wx/retry'
import { database } from '../wx/sdk'
import { atMost, between, not } from './conditions'
import { find } from './find'

/** Of this year: the daily caps let some 7,000 through. */
const MOST = 50_000
/** Of the years before: more than anybody has open, and what one answer holds. */
const OLDER = 500

/** One's own deeds of a year, all of them, and those of the years before that still wait for a word, the newest ones. */
export async function readOwnDeeds(
  memberId: string,
  { from, to }: Pick<Period, 'from' | 'to'>,
): Promise<{ thisYear: Fact[]; open: Fact[] }> {
  const where = { memberId, kind: 'deed', annulled: null }
  const inYear = { ...where, occurredOn: between(from, to) }
  const before = { ...where, occurredOn: atMost(addDays(from, -1)), confirmed: null }
  const [thisYear, { list }] = await Promise.all([
    find('facts', inYear, { limit: MOST }),
    retry(() =>
      database
        .collection('facts')
        .aggregate()
        .match({ ...before, 'detail.state': not('dropped') })
        .sort({ occurredOn: -1 })
        .limit(OLDER)
        .end(),
    ),
  ])
  return { thisYear, open: list as Fact[] }
}
