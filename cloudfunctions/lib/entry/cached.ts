import { treeAsOf } from '@domain/org/asOf'
import { type Tree, treeOf } from '@domain/org/tree'
import { dayOf } from '@domain/time/day'
import { find } from '../store/find'
import { readVersions } from '../store/readVersions'

/** Milliseconds for which a warm function may answer from what it read before; after that at the latest it sees an edited rule or organisation. */
const freshFor = 60_000

export interface Cached<T> {
  (now: number): Promise<T>
  /** Makes the next call read anew; called by the process that has just changed what is read. */
  forget: () => void
}

/**
 * Keeps one county-wide reading (never anything of a person) in the warm process. A clock that was moved, in either direction, makes it
 * stale too; a failed reading is not kept.
 */
export function cached<T>(read: () => Promise<T>): Cached<T> {
  let kept: { at: number; value: Promise<T> } | undefined
  const answer = (now: number) => {
    if (kept && Math.abs(now - kept.at) < freshFor) return kept.value
    const value = read()
    const reading = { at: now, value }
    kept = reading
    value.catch(() => {
      if (kept === reading) kept = undefined
    })
    return value
  }
  const forget = () => {
    kept = undefined
  }
  return Object.assign(answer, { forget })
}

/** All versions of all duties; which one holds in a period is domain/duty's business. */
export const readDuties = cached(readVersions)

/** Every organisation of the county as it is stored, dissolved ones and earlier states included: some hundreds of small rows. */
export const readRegister = cached(async () => treeOf(await find('organisations', {}, { limit: 10_000 })))

/** The tree as it is today. */
export const readTree = async (now: number): Promise<Tree> => treeAsOf(await readRegister(now), dayOf(now))
