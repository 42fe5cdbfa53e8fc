import type { JudgedFact } from '@domain/fact/fact'
import { addDays, type Day } from '@domain/time/day'
import { AppError } from '../ground/AppError'
import { retry } from '../wx/retry'
import { database, type Where } from '../wx/sdk'
import { after, between } from './conditions'
import { type Packed, packed, unpacked } from './packedFact'
import { MOST_ROWS, readInPages } from './readInPages'

/** Facts of one reading: a branch of 500 with everything the daily caps let through in a month stays below. */
const MOST = 50_000
const tooMany = () => new AppError('too_many_rows', `more than ${MOST} facts for one question`)

interface Page {
  order: Record<string, 1>
  limit: number
  /** Of the page before, when it goes on by `_id`. */
  last?: string
}

async function readPage(where: Where, { order, limit, last = '' }: Page): Promise<JudgedFact[]> {
  const { list } = await retry(() =>
    database
      .collection('facts')
      .aggregate()
      .match(where)
      .match({ _id: after(last) })
      .sort(order)
      .limit(limit)
      .project(packed)
      .end(),
  )
  return (list as Packed[]).map(unpacked)
}

/** Facts that match, as they are judged, ascending by `_id`. */
export async function readJudgedFacts(where: Where): Promise<JudgedFact[]> {
  const facts = await readInPages({ page: MOST_ROWS, most: MOST }, (last, limit) =>
    readPage(where, { order: { _id: 1 }, limit, last }),
  )
  if (!facts) throw tooMany()
  return facts
}

/**
 * A branch's facts between two days (both inclusive), as they are judged, in the order of their index: no document is looked at that is not
 * read, and a page that is full is taken up again at its last day. A day that fills a page alone, as only a flood does, is read by itself.
 */
export async function readFactsOfBranch(branchId: string, from: Day, to: Day): Promise<JudgedFact[]> {
  const facts: JudgedFact[] = []
  for (let day = from; day <= to;) {
    const within = { branchId, occurredOn: between(day, to) }
    const page = await readPage(within, { order: { occurredOn: 1, _id: 1 }, limit: MOST_ROWS })
    const last = page[page.length - 1]?.occurredOn
    if (last === undefined || page.length < MOST_ROWS) return [...facts, ...page]
    const isOneDay = last === day
    facts.push(
      ...(isOneDay
        ? await readJudgedFacts({ branchId, occurredOn: day })
        : page.filter(({ occurredOn }) => occurredOn < last)),
    )
    if (facts.length > MOST) throw tooMany()
    day = isOneDay ? addDays(day, 1) : last
  }
  return facts
}
