import type { Fact, FactKind } from '../fact'
import type { FactIndex } from '../indexFacts'

type OfKinds = Partial<Record<FactKind, Fact[]>>

const none: readonly Fact[] = []
const grouped = new WeakMap<readonly Fact[], OfKinds>()

/** A member's facts of a kind, in the order they happened; the list is sorted into kinds once, however many duties ask. */
export const factsOf = (index: FactIndex, memberId: string, kind: FactKind): readonly Fact[] => {
  const all = index.byMember.get(memberId)
  if (!all) return none
  let kinds = grouped.get(all)
  if (!kinds) {
    kinds = {}
    for (const fact of all) (kinds[fact.kind] ??= []).push(fact)
    grouped.set(all, kinds)
  }
  return kinds[kind] ?? none
}

/** The first place in an ascending list at which something happened at `at` (ms) or later. */
const placeOf = (facts: readonly Fact[], at: number): number => {
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
export const happenedIn = (
  facts: readonly Fact[],
  { from, until }: { from: number; until: number },
): readonly Fact[] => {
  const first = placeOf(facts, from)
  let end = first
  while (end < facts.length && (facts[end]?.occurredAt ?? until) < until) end += 1
  return first === 0 && end === facts.length ? facts : facts.slice(first, end)
}
