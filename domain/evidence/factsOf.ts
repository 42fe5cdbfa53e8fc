import type { FactKind } from '../contract/words'
import type { JudgedFact } from '../fact/fact'
import type { FactIndex } from '../fact/indexFacts'
import type { Span } from './spanOf'

const none: readonly JudgedFact[] = []

/** A member's facts of a kind, in the order they happened. */
export const factsOf = (index: FactIndex, memberId: string, kind: FactKind): readonly JudgedFact[] =>
  index.kindsOf(memberId)[kind] ?? none

/** The first place in an ascending list at which something happened at `at` (ms) or later. */
const placeOf = (facts: readonly JudgedFact[], at: number): number => {
  let low = 0
  let high = facts.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((facts[middle]?.occurredAt ?? 0) < at) low = middle + 1
    else high = middle
  }
  return low
}

/** Those of an ascending list that happened from `from` (inclusive) to `until` (exclusive, ms). */
export const happenedIn = (facts: readonly JudgedFact[], { from, until }: Span): readonly JudgedFact[] => {
  if (facts.length === 0) return none
  const first = placeOf(facts, from)
  let end = first
  while (end < facts.length && (facts[end]?.occurredAt ?? until) < until) end += 1
  return first === end ? none : facts.slice(first, end)
}
