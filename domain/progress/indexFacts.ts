import type { Fact } from './fact'

/** Facts deduplicated by `_id` and found by member and by activity, each list in the order things happened. */
export interface FactIndex {
  byMember: ReadonlyMap<string, readonly Fact[]>
  byActivity: ReadonlyMap<string, readonly Fact[]>
}

/** Of two copies of one fact the one changed last; ids differ by their place in the natural order. */
const inOrder = (a: Fact, b: Fact): number => a.occurredAt - b.occurredAt || (a._id < b._id ? -1 : 1)

const push = (map: Map<string, Fact[]>, key: string, fact: Fact): void => {
  const list = map.get(key)
  if (list) list.push(fact)
  else map.set(key, [fact])
}

/** Builds the index once for many subjects; an index is handed back as it is. */
export const indexFacts = (facts: readonly Fact[] | FactIndex): FactIndex => {
  if ('byMember' in facts) return facts
  const latest = new Map<string, Fact>()
  for (const fact of facts) {
    const other = latest.get(fact._id)
    if (!other || other.updatedAt < fact.updatedAt) latest.set(fact._id, fact)
  }
  const byMember = new Map<string, Fact[]>()
  const byActivity = new Map<string, Fact[]>()
  for (const fact of [...latest.values()].sort(inOrder)) {
    push(byMember, fact.memberId, fact)
    // A talk is one record of two people.
    const partner = fact.kind === 'talk' ? fact.detail?.withMemberId : undefined
    if (partner !== undefined && partner !== fact.memberId) push(byMember, partner, fact)
    if (fact.activityId !== undefined && fact.kind === 'attendance') push(byActivity, fact.activityId, fact)
  }
  return { byMember, byActivity }
}
