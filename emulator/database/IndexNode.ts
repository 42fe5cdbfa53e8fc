import { compareValues, typeRank } from './compareValues'
import type { StoredRecord } from './StoredRecord'

interface Branch {
  key: string
  value: unknown
  next: IndexNode | Set<StoredRecord>
}

/** Values of one type between bounds; each bound may be missing, not both. */
export interface Range {
  lower?: { value: unknown; inclusive: boolean }
  upper?: { value: unknown; inclusive: boolean }
}

/** The values of one key of an index under a prefix; in their order only once somebody has asked for it. */
export class IndexNode {
  private readonly branches = new Map<string, Branch>()
  private ordered: Branch[] | undefined

  get size(): number {
    return this.branches.size
  }

  get(key: string): Branch['next'] | undefined {
    return this.branches.get(key)?.next
  }

  all(): Branch['next'][] {
    return [...this.branches.values()].map(({ next }) => next)
  }

  /** Whether `take` answered true to all there is under the range, or under everything; it is asked no further otherwise. */
  every(range: Range | undefined, take: (next: Branch['next']) => boolean): boolean {
    if (range === undefined) {
      for (const { next } of this.branches.values()) if (!take(next)) return false
      return true
    }
    const branches = this.inOrderOfValue()
    const [from, to] = this.placesOf(range)
    for (let i = from; i < to; i += 1) {
      const branch = branches[i]
      if (branch !== undefined && !take(branch.next)) return false
    }
    return true
  }

  clear(): void {
    this.branches.clear()
    this.ordered = undefined
  }

  branch<T extends Branch['next']>(key: string, value: unknown, make: () => T): T {
    const present = this.branches.get(key)
    if (present !== undefined) return present.next as T
    const made = make()
    const branch = { key, value, next: made }
    this.branches.set(key, branch)
    this.ordered?.splice(this.firstFrom(value, true), 0, branch)
    return made
  }

  drop(key: string): void {
    const branch = this.branches.get(key)
    if (branch === undefined) return
    this.branches.delete(key)
    if (this.ordered === undefined) return
    let at = this.firstFrom(branch.value, true)
    while (this.ordered[at] !== branch) at += 1
    this.ordered.splice(at, 1)
  }

  /** In ascending order of the values, those of the range alone when there is one. */
  inOrder(range?: Range): Branch['next'][] {
    const branches = this.inOrderOfValue()
    if (range === undefined) return branches.map(({ next }) => next)
    return branches.slice(...this.placesOf(range)).map(({ next }) => next)
  }

  /** Where a range begins and ends in the order of the values, the end not included. */
  private placesOf({ lower, upper }: Range): [number, number] {
    const rank = typeRank((lower ?? upper)?.value)
    const from = lower === undefined ? this.firstOfType(rank) : this.firstFrom(lower.value, lower.inclusive)
    const to =
      upper === undefined ? this.firstOfType(rank + 1) : this.firstFrom(upper.value, !upper.inclusive)
    return [from, to]
  }

  private inOrderOfValue(): Branch[] {
    this.ordered ??= [...this.branches.values()].sort((a, b) => compareValues(a.value, b.value))
    return this.ordered
  }

  private firstFrom(value: unknown, inclusive: boolean): number {
    return this.first((other) => compareValues(other, value) >= (inclusive ? 0 : 1))
  }

  private firstOfType(rank: number): number {
    return this.first((value) => typeRank(value) >= rank)
  }

  /** The first place from which on the test holds. */
  private first(test: (value: unknown) => boolean): number {
    const branches = this.inOrderOfValue()
    let low = 0
    let high = branches.length
    while (low < high) {
      const middle = (low + high) >> 1
      if (test(branches[middle]?.value)) high = middle
      else low = middle + 1
    }
    return low
  }
}
