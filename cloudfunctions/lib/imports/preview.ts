import { done } from '@domain/contract/answer'
import type { PreviewRow, Verdict } from '@domain/contract/imports'
import { useCase } from '../dispatch/useCase'
import { aboutImport, isRead, notRead } from './aboutImport'
import { readPage } from './store'
import { type ImportHead, PAGE, type StoredRow } from './stored'

const shown = ({
  content,
  sheet,
  line,
  name,
  branch,
  verdict,
  reason,
  changes,
  options,
  chosen,
}: StoredRow): PreviewRow => {
  const last = chosen[chosen.length - 1]
  return {
    kind: content.kind,
    sheet,
    line,
    name,
    branchName: branch,
    verdict,
    ...(reason && { reason }),
    changes,
    options,
    ...(last !== undefined && { chosen: last }),
  }
}

const countOn = (head: ImportHead, page: number, only: Verdict | undefined): number => {
  if (only) return head.pages[page]?.[only] ?? 0
  return Math.min(PAGE, head.rows - page * PAGE)
}

/** Reads only the pages that hold what is asked for. */
async function rowsOf(head: ImportHead, only: Verdict | undefined, from: number): Promise<StoredRow[]> {
  const rows: StoredRow[] = []
  let passed = 0
  for (let page = 0; page < head.pages.length && rows.length < PAGE; page += 1) {
    const count = countOn(head, page, only)
    if (count > 0 && passed + count > from) {
      const stored = (await readPage(head._id, page))?.rows ?? []
      const fit = only ? stored.filter(({ verdict }) => verdict === only) : stored
      rows.push(...fit.slice(Math.max(0, from - passed)))
    }
    passed += count
  }
  return rows.slice(0, PAGE)
}

/** What would happen to the rows, a hundred at a time. */
export const preview = useCase('import.preview', aboutImport, async ({ only, from }, _, head) => {
  if (!isRead(head)) return notRead
  const totals: Record<string, number> = {}
  for (const page of head.pages)
    for (const [verdict, count] of Object.entries(page)) totals[verdict] = (totals[verdict] ?? 0) + count
  const { fileName, taken, ignored } = head
  return done({
    fileName,
    state: head.state === 'applied' || head.state === 'applying' ? head.state : 'ready',
    totals,
    taken,
    ignored,
    rows: (await rowsOf(head, only, from)).map(shown),
    total: only ? (totals[only] ?? 0) : head.rows,
  })
})
