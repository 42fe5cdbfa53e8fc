import type { Verdict } from '@domain/contract/imports'
import { shownVerdict } from '@domain/registry/judged'
import type { Context } from '../../entry/useCase'
import { type ImportHead, PAGE, type StoredRow } from '../../store/collections/imports'
import { readPage, saveRows, updateHead } from '../../store/readImport'
import { isMemberRow, judgeOf, withVerdict } from './judgePage'
import { readScope, type Scope } from './scope'

/** Milliseconds one call goes on before it lets the phone show how far it has come. */
export const PATIENCE = 8000

export const totalsOf = (rows: readonly StoredRow[]): Partial<Record<Verdict, number>> => {
  const totals: Partial<Record<Verdict, number>> = {}
  for (const row of rows) {
    const verdict = shownVerdict(row)
    totals[verdict] = (totals[verdict] ?? 0) + 1
  }
  return totals
}

async function judgePage(
  head: ImportHead,
  page: number,
  scope: Scope,
  context: Context,
): Promise<StoredRow[]> {
  const rows = (await readPage(head._id, page))?.rows ?? []
  if (!rows.some(isMemberRow)) return rows
  const judge = await judgeOf(rows, scope, context)
  const judged = rows.map((row) => {
    const one = judge.of(row)
    return one ? withVerdict(row, one, scope) : row
  })
  await saveRows(head._id, page, judged)
  return judged
}

/** Goes on judging page by page since the call `began`; the head remembers how far, so that any call may be cut short. */
export async function judgeRows(head: ImportHead, context: Context, began: number): Promise<ImportHead> {
  const scope = await readScope(context, head.newOrganisations)
  const pages = [...head.pages]
  const count = Math.ceil(head.rows / PAGE)
  while (pages.length < count && performance.now() - began < PATIENCE)
    pages.push(totalsOf(await judgePage(head, pages.length, scope, context)))
  const state = pages.length < count ? 'reading' : 'ready'
  // Two calls that judge the same pages write the same.
  await updateHead(head._id, { state: 'reading' }, { pages, state })
  return { ...head, pages, state }
}

export const judgedRows = ({ pages, rows }: Pick<ImportHead, 'pages' | 'rows'>): number =>
  Math.min(rows, pages.length * PAGE)
