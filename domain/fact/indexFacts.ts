import type { FactKind } from '../contract/words'
import type { JudgedFact } from './fact'

type OfKinds = Partial<Record<FactKind, readonly JudgedFact[]>>

/** Facts deduplicated by `_id` and found by member, in the order things happened, and by activity. */
export interface FactIndex {
  byMember: ReadonlyMap<string, readonly JudgedFact[]>
  /** Registrations alone, in no order; made when first asked for, since only a committee's meeting needs them. */
  readonly byActivity: ReadonlyMap<string, readonly JudgedFact[]>
  /** A member's facts by kind; sorted into kinds once, however many duties ask. */
  kindsOf: (memberId: string) => OfKinds
}

/** The natural order: by instant, and at one instant by id. A fact's core never changes, so copies of one stand side by side. */
const inOrder = (a: JudgedFact, b: JudgedFact): number =>
  a.occurredAt - b.occurredAt || (a._id < b._id ? -1 : a._id === b._id ? 0 : 1)

const push = (map: Map<string, JudgedFact[]>, key: string, fact: JudgedFact): void => {
  const list = map.get(key)
  if (list) list.push(fact)
  else map.set(key, [fact])
}

const isAscending = (facts: readonly JudgedFact[]): boolean => {
  for (let i = 1; i < facts.length; i += 1) {
    const before = facts[i - 1]
    const fact = facts[i]
    if (before && fact && inOrder(before, fact) >= 0) return false
  }
  return true
}

const changedAt = ({ updatedAt }: JudgedFact): number => updatedAt?.getTime() ?? 0

/** In natural order; of two copies of one fact the one changed last. What comes in order and once, as it mostly does, is left alone. */
const arranged = (facts: JudgedFact[]): JudgedFact[] => {
  if (isAscending(facts)) return facts
  const latest: JudgedFact[] = []
  for (const fact of facts.sort(inOrder)) {
    const other = latest[latest.length - 1]
    if (other?._id !== fact._id) latest.push(fact)
    else if (changedAt(other) < changedAt(fact)) latest[latest.length - 1] = fact
  }
  return latest
}

const registrationsOf = (byMember: ReadonlyMap<string, readonly JudgedFact[]>): Map<string, JudgedFact[]> => {
  const byActivity = new Map<string, JudgedFact[]>()
  for (const facts of byMember.values())
    for (const fact of facts)
      if (fact.activityId !== undefined && fact.kind === 'attendance') push(byActivity, fact.activityId, fact)
  return byActivity
}

const nothing: OfKinds = {}

const byKinds = (byMember: ReadonlyMap<string, readonly JudgedFact[]>): FactIndex['kindsOf'] => {
  const known = new Map<string, OfKinds>()
  // One member after the other is asked about, for duty after duty.
  let last: { memberId: string; kinds: OfKinds } | undefined
  return (memberId) => {
    if (last?.memberId === memberId) return last.kinds
    const facts = byMember.get(memberId)
    if (!facts) return nothing
    let kinds = known.get(memberId)
    if (!kinds) {
      const sorted: Partial<Record<FactKind, JudgedFact[]>> = {}
      for (const fact of facts) (sorted[fact.kind] ??= []).push(fact)
      kinds = sorted
      known.set(memberId, kinds)
    }
    last = { memberId, kinds }
    return kinds
  }
}

/** Builds the index once for many subjects; an index is handed back as it is. */
export const indexFacts = (facts: readonly JudgedFact[] | FactIndex): FactIndex => {
  if ('byMember' in facts) return facts
  const byMember = new Map<string, JudgedFact[]>()
  for (const fact of facts) {
    push(byMember, fact.memberId, fact)
    // A talk is one record of two people.
    const partner = fact.kind === 'talk' ? fact.detail?.withMemberId : undefined
    if (partner !== undefined && partner !== fact.memberId) push(byMember, partner, fact)
  }
  for (const [memberId, list] of byMember) byMember.set(memberId, arranged(list))
  let registrations: Map<string, JudgedFact[]> | undefined
  return {
    byMember,
    kindsOf: byKinds(byMember),
    get byActivity() {
      registrations ??= registrationsOf(byMember)
      return registrations
    },
  }
}
