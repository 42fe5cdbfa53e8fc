import { done, refuse } from '@domain/contract/answer'
import { type PreviewRow, type Verdict, verdict as verdicts } from '@domain/contract/imports'
import { shownVerdict } from '@domain/registry/judged'
import { type Context, useCase } from '../../entry/useCase'
import { type ImportHead, PAGE, type StoredRow } from '../../store/collections/imports'
import { find } from '../../store/find'
import { readPage, saveRows, updateHead } from '../../store/readImport'
import { readNameable } from '../../store/readPeople'
import { aboutImport, isRead, notRead } from './aboutImport'
import { judgeOf, totalsOf, withVerdict } from './judgeRows'
import { readScope } from './scope'

const shown = (row: StoredRow): PreviewRow => {
  const { content, sheet, line, name, branch, reasons, changes, options, chosen } = row
  const last = chosen[chosen.length - 1]
  return {
    kind: content.kind,
    sheet,
    line,
    name,
    branchName: branch,
    verdict: shownVerdict(row),
    reasons,
    changes,
    options,
    ...(last !== undefined && { chosen: last }),
  }
}

/** Rows of one verdict on one page. */
interface Part {
  page: number
  verdict: Verdict
  count: number
}

/** In the order they are shown: what cannot be taken first, each verdict in the order of the file. */
const partsOf = ({ pages }: ImportHead, only: Verdict | undefined): Part[] =>
  (only ? [only] : verdicts.options).flatMap((verdict) =>
    pages.flatMap((totals, page) => {
      const count = totals[verdict] ?? 0
      return count > 0 ? [{ page, verdict, count }] : []
    }),
  )

/** Reads only the pages that hold what is asked for, each once. */
async function rowsOf(head: ImportHead, only: Verdict | undefined, from: number): Promise<StoredRow[]> {
  const stored = new Map<number, readonly StoredRow[]>()
  const rows: StoredRow[] = []
  let passed = 0
  for (const { page, verdict, count } of partsOf(head, only)) {
    if (rows.length >= PAGE) break
    if (passed + count > from) {
      const read = stored.get(page) ?? (await readPage(head._id, page))?.rows ?? []
      stored.set(page, read)
      const fit = read.filter((row) => shownVerdict(row) === verdict)
      rows.push(...fit.slice(Math.max(0, from - passed)))
    }
    passed += count
  }
  return rows.slice(0, PAGE)
}

/** Rows show what the register has of people now, and whom one may choose from: they have been looked at. */
async function noteMembers(rows: readonly StoredRow[], { names }: Context): Promise<void> {
  const ids = rows.flatMap(({ about, options }) => [about ?? [], ...options.map(({ key }) => key)].flat())
  for (const member of (await readNameable(ids)).values()) names.of(member)
}

/** What would happen to the rows, a hundred at a time. */
export const previewImport = useCase('import.preview', aboutImport, async ({ only, from }, context, head) => {
  if (!isRead(head)) return notRead
  const totals: Record<string, number> = {}
  for (const page of head.pages)
    for (const [verdict, count] of Object.entries(page)) totals[verdict] = (totals[verdict] ?? 0) + count
  const { fileName, taken, ignored } = head
  const rows = await rowsOf(head, only, from)
  await noteMembers(rows, context)
  return done({
    fileName,
    state: head.state === 'applied' || head.state === 'applying' ? head.state : 'ready',
    totals,
    taken,
    ignored,
    rows: rows.map(shown),
    total: only ? (totals[only] ?? 0) : head.rows,
  })
})

/** Answers what a row asks. Another answer later takes the place of the first. */
export const chooseRow = useCase(
  'import.choose',
  aboutImport,
  async ({ importId, sheet, line, key }, context, head) => {
    if (head.state !== 'ready') return refuse('request_gone')
    const [found] = await find('imports', { importId, 'rows.key': `${sheet}!${line}` }, { limit: 2 })
    const row =
      found?.kind === 'page' ? found.rows.find((one) => one.sheet === sheet && one.line === line) : undefined
    if (found?.kind !== 'page' || !row?.options.some((option) => option.key === key))
      return refuse('request_gone')
    const others = row.chosen.filter((chosen) => !row.options.some((option) => option.key === chosen))
    const asked = { ...row, chosen: [...others, key] }
    const scope = await readScope(context, head.newOrganisations)
    const judged = (await judgeOf([asked], scope, context)).of(asked)
    if (!judged) return refuse('request_gone')
    const rows = found.rows.map((one) => (one === row ? withVerdict(asked, judged, scope) : one))
    const { page } = found
    await saveRows(importId, page, rows)
    const pages = head.pages.map((totals, i) => (i === page ? totalsOf(rows) : totals))
    await updateHead(importId, { state: 'ready' }, { pages })
    return done({ chosen: key })
  },
)
