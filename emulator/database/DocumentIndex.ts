import type { Document, IndexDeclaration } from '../types'
import { valueKey, valuesAt } from './fieldPath'
import type { StoredRecord } from './StoredRecord'

type Node = Map<string, Node | Set<StoredRecord>>

/** Committed documents by the values of the declared keys; answers any prefix of them. */
export class DocumentIndex {
  readonly name: string
  readonly keys: readonly string[]
  readonly unique: boolean
  private readonly paths: string[][]
  private readonly root: Node = new Map()

  constructor(declaration: IndexDeclaration) {
    this.name = declaration.name
    this.keys = declaration.keys
    this.unique = declaration.unique ?? false
    this.paths = declaration.keys.map((key) => key.split('.'))
  }

  /** The keys of `doc`, one list for each combination when a field holds an array. */
  entriesOf(doc: Document): string[][] {
    let entries: string[][] = [[]]
    for (const path of this.paths) {
      const keys = [...new Set(valuesAt(doc, path).map(valueKey))]
      entries = entries.flatMap((entry) => keys.map((key) => [...entry, key]))
    }
    return entries
  }

  clear(): void {
    this.root.clear()
  }

  add(record: StoredRecord, doc: Document): void {
    for (const entry of this.entriesOf(doc)) this.leaf(entry).add(record)
  }

  remove(record: StoredRecord, doc: Document): void {
    for (const entry of this.entriesOf(doc)) this.removeEntry(this.root, entry, 0, record)
  }

  /** One set for each leaf under the prefix; `prefix[i]` lists the accepted keys of the i-th field. */
  lookup(prefix: readonly (readonly string[])[]): Set<StoredRecord>[] {
    let nodes: (Node | Set<StoredRecord>)[] = [this.root]
    for (const accepted of prefix) {
      nodes = nodes.flatMap((node) => accepted.flatMap((key) => (node as Node).get(key) ?? []))
    }
    for (let depth = prefix.length; depth < this.paths.length; depth += 1) {
      nodes = nodes.flatMap((node) => [...(node as Node).values()])
    }
    return nodes as Set<StoredRecord>[]
  }

  /** For the message of a duplicate key. */
  describe(entry: readonly string[]): string {
    return this.keys.map((key, i) => `${key}: ${JSON.stringify(entry[i]?.slice(1) ?? '')}`).join(', ')
  }

  private leaf(entry: readonly string[]): Set<StoredRecord> {
    let node = this.root
    for (const key of entry.slice(0, -1)) {
      let next = node.get(key) as Node | undefined
      if (next === undefined) node.set(key, (next = new Map()))
      node = next
    }
    const last = entry[entry.length - 1] ?? ''
    let leaf = node.get(last) as Set<StoredRecord> | undefined
    if (leaf === undefined) node.set(last, (leaf = new Set()))
    return leaf
  }

  private removeEntry(node: Node, entry: readonly string[], depth: number, record: StoredRecord): void {
    const key = entry[depth] ?? ''
    const next = node.get(key)
    if (next === undefined) return
    if (depth === entry.length - 1) (next as Set<StoredRecord>).delete(record)
    else this.removeEntry(next as Node, entry, depth + 1, record)
    if (next.size === 0) node.delete(key)
  }
}
