import type { Document, IndexDeclaration } from '../types'
import { valueKey, valuesAt } from './fieldPath'
import { IndexNode, type Range } from './IndexNode'
import type { StoredRecord } from './StoredRecord'

type Leaf = Set<StoredRecord>

/** `prefix[i]` lists the accepted keys of an index's i-th field, `range` bounds the field after them. */
export interface Place {
  prefix: readonly (readonly string[])[]
  range?: Range | undefined
}

const makeNode = () => new IndexNode()
const makeLeaf = (): Leaf => new Set()

function recordsUnder(node: IndexNode | Leaf): StoredRecord[] {
  return node instanceof Set ? [...node] : node.all().flatMap(recordsUnder)
}

/** Committed documents by the values of the declared keys; answers any prefix of them, and in their order. */
export class DocumentIndex {
  readonly name: string
  readonly keys: readonly string[]
  readonly unique: boolean
  /** Whether a document has had an array in a key: it then stands in several places. */
  isMultikey = false
  private readonly paths: string[][]
  private readonly root = new IndexNode()

  constructor(declaration: IndexDeclaration) {
    this.name = declaration.name
    this.keys = declaration.keys
    this.unique = declaration.unique ?? false
    this.paths = declaration.keys.map((key) => key.split('.'))
  }

  /** The keys of `doc`, one list for each combination when a field holds an array. */
  entriesOf(doc: Document): string[][] {
    return this.valuesOf(doc).map((values) => values.map(valueKey))
  }

  clear(): void {
    this.root.clear()
  }

  add(record: StoredRecord, doc: Document): void {
    for (const values of this.valuesOf(doc)) {
      let node = this.root
      const last = values.length - 1
      for (let i = 0; i < last; i += 1) node = node.branch(valueKey(values[i]), values[i], makeNode)
      node.branch<Leaf>(valueKey(values[last]), values[last], makeLeaf).add(record)
      this.isMultikey ||= values.some((value) => Array.isArray(value))
    }
  }

  remove(record: StoredRecord, doc: Document): void {
    for (const entry of this.entriesOf(doc)) this.removeEntry(this.root, entry, 0, record)
  }

  /** The records under a place, in leaves of equal keys. */
  lookup(place: Place): Leaf[] {
    const leaves: Leaf[] = []
    this.every(this.root, 0, place, (leaf) => leaves.push(leaf) > 0)
    return leaves
  }

  /** How many records `lookup` finds, counted no further than `enough`: whoever chooses between indexes needs no more. */
  sizeOf(place: Place, enough: number): number {
    let size = 0
    this.every(this.root, 0, place, (leaf) => (size += leaf.size) < enough)
    return size
  }

  /** Whether `take` answered true to every leaf under the place; it is asked no further otherwise. */
  private every(node: IndexNode | Leaf, depth: number, place: Place, take: (leaf: Leaf) => boolean): boolean {
    if (node instanceof Set) return take(node)
    const { prefix, range } = place
    const accepted = prefix[depth]
    if (accepted === undefined) {
      const bounds = depth === prefix.length ? range : undefined
      return node.every(bounds, (next) => this.every(next, depth + 1, place, take))
    }
    return accepted.every((key) => {
      const next = node.get(key)
      return next === undefined || this.every(next, depth + 1, place, take)
    })
  }

  /** Records under one prefix in the order of the next `depth` keys; those with equal ones in natural order. */
  *walk(prefix: readonly string[], depth: number, direction: 1 | -1, range?: Range): Generator<StoredRecord> {
    let node: IndexNode | Leaf | undefined = this.root
    for (const key of prefix) node = (node as IndexNode | undefined)?.get(key)
    if (node !== undefined) yield* this.inOrder(node as IndexNode, depth, direction, range)
  }

  private *inOrder(
    node: IndexNode,
    depth: number,
    direction: 1 | -1,
    range?: Range,
  ): Generator<StoredRecord> {
    const ascending = node.inOrder(range)
    for (let i = 0; i < ascending.length; i += 1) {
      const next = ascending[direction === 1 ? i : ascending.length - 1 - i]
      if (next === undefined) continue
      if (depth > 1) yield* this.inOrder(next as IndexNode, depth - 1, direction)
      else yield* recordsUnder(next).sort((a, b) => a.ordinal - b.ordinal)
    }
  }

  /** For the message of a duplicate key. */
  describe(entry: readonly string[]): string {
    return this.keys.map((key, i) => `${key}: ${JSON.stringify(entry[i]?.slice(1) ?? '')}`).join(', ')
  }

  /** The one entry of a document that holds no array or subdocument in a key, as most do. */
  private plainEntry(doc: Document): unknown[] | undefined {
    const entry: unknown[] = []
    for (const path of this.paths) {
      const value = path.length === 1 ? (doc[path[0] ?? ''] ?? null) : undefined
      if (value === undefined || (typeof value === 'object' && value !== null)) return undefined
      entry.push(value)
    }
    return entry
  }

  private valuesOf(doc: Document): unknown[][] {
    const plain = this.plainEntry(doc)
    if (plain !== undefined) return [plain]
    let entries: unknown[][] = [[]]
    for (const path of this.paths) {
      const values = valuesAt(doc, path)
      const distinct =
        values.length === 1 ? values : [...new Map(values.map((value) => [valueKey(value), value])).values()]
      entries = entries.flatMap((entry) => distinct.map((value) => [...entry, value]))
    }
    return entries
  }

  private removeEntry(node: IndexNode, entry: readonly string[], depth: number, record: StoredRecord): void {
    const key = entry[depth] ?? ''
    const next = node.get(key)
    if (next === undefined) return
    if (next instanceof Set) next.delete(record)
    else this.removeEntry(next, entry, depth + 1, record)
    if (next.size === 0) node.drop(key)
  }
}
