import type { BranchRollup } from '@domain/progress/rollupBranch'
import { periodByKey } from '@domain/time/period'
import { AppError } from '../../ground/AppError'
import type { StoredRollup } from '../../store/collections/rollups'
import type { Work } from '../../store/collections/settings'
import { atMost, oneOf } from '../../store/conditions'
import { findByIds } from '../../store/find'
import { insertOnce } from '../../store/insertOnce'
import { updateWhere } from '../../store/updateWhere'
import type { Computed } from './computeBranch'

type RollupDocument = Omit<StoredRollup, 'updatedAt'>

/** Documents of a run by period key, kept in step with what is written. */
export type Documents = Map<string, RollupDocument>

/** Bytes one place takes in the document of a period, and what the documents of one answer have together. */
const PLACE_BYTES = 1_800
const TOGETHER = 900_000

/** The documents of some periods, as many in one question as a county of so many branches and units lets into one answer. */
export async function readDocuments(keys: readonly string[], places: number): Promise<Documents> {
  const documents: Documents = new Map()
  const page = Math.max(1, Math.floor(TOGETHER / (places * PLACE_BYTES + 1)))
  for (let i = 0; i < keys.length; i += page)
    for (const row of await findByIds('rollups', keys.slice(i, i + page))) documents.set(row.periodKey, row)
  return documents
}

/** Numbers by branch for one document; null: the branch is not in it. */
type Changes = Map<string, BranchRollup | null>

const sameNumbers = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b)

/** Duties are written in the order of their ids, so equal numbers are equal text. */
function differs(document: RollupDocument, id: string, numbers: BranchRollup | null): boolean {
  return (
    !sameNumbers(document.branches[id], numbers?.duties) ||
    !sameNumbers(document.members[id], numbers?.members)
  )
}

const emptyDocument = (key: string, run: number): RollupDocument => {
  const { kind, from, to } = periodByKey(key)
  const nothing = { branches: {}, members: {}, watermark: 0, differences: 0 }
  return { _id: key, periodKey: key, kind, from, to, ...nothing, run }
}

function apply(document: RollupDocument, changes: Changes): void {
  for (const [id, numbers] of changes) {
    if (numbers) {
      document.branches[id] = numbers.duties
      document.members[id] = numbers.members
    } else {
      document.branches = without(document.branches, id)
      document.members = without(document.members, id)
    }
  }
}

function without<T>(map: Record<string, T>, id: string): Record<string, T> {
  const { [id]: _, ...others } = map
  return others
}

const fieldsOf = (changes: Changes): Record<string, unknown> => {
  const fields = new Map<string, unknown>()
  for (const [id, numbers] of changes) {
    fields.set(`branches.${id}`, numbers?.duties)
    fields.set(`members.${id}`, numbers?.members)
  }
  return Object.fromEntries(fields)
}

/** What stands otherwise in a document; a period without one is begun by full runs only, for it needs every branch. */
export function changesIn(
  document: RollupDocument | undefined,
  key: string,
  page: ReadonlyMap<string, Computed>,
): Changes {
  const changes: Changes = new Map()
  for (const [branchId, computed] of page) {
    const numbers = computed.get(key)
    if (numbers !== undefined && differs(document ?? emptyDocument(key, 0), branchId, numbers))
      changes.set(branchId, numbers)
  }
  return changes
}

/**
 * Writes a page of branches into one document, with the watermark when the page is the last one: integers and how far they reach change
 * in the same update. Throws when a later run has written meanwhile.
 */
export async function saveChanges(
  documents: Documents,
  key: string,
  changes: Changes,
  { run, further }: { run: number; further: Partial<Pick<StoredRollup, 'watermark' | 'differences'>> },
): Promise<void> {
  const known = documents.get(key)
  const document = known ?? emptyDocument(key, run)
  apply(document, changes)
  documents.set(key, Object.assign(document, further, { run }))
  if (!known && (await insertOnce('rollups', document)) === 'inserted') return
  const written = await updateWhere(
    'rollups',
    { _id: key, run: atMost(run) },
    { ...fieldsOf(changes), ...further, run },
  )
  if (!written) throw new AppError('lease_lost', `${key} was written by a run after ${run}`)
}

/** Moves the watermark of documents in which no number changed, in one call. */
export async function moveWatermark(keys: readonly string[], work: Work, run: number): Promise<void> {
  if (keys.length === 0) return
  const further = { watermark: work.watermark, ...(work.isFull && { differences: 0 }) }
  await updateWhere('rollups', { _id: oneOf(keys), run: atMost(run) }, { ...further, run })
}
