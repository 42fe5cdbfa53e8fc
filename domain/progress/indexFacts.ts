import type { Fact } from './fact'

/** Facts deduplicated by `_id` (the newest `updatedAt` wins) and found by member and by activity. */
export interface FactIndex {
  byMember: ReadonlyMap<string, readonly Fact[]>
  byActivity: ReadonlyMap<string, readonly Fact[]>
}

export const indexFacts = (_facts: readonly Fact[] | FactIndex): FactIndex => {
  throw new Error('todo')
}
