import { done, refuse } from '@domain/contract/answer'
import type { FileRow } from '@domain/contract/keptLists'
import { strangersIn, wrongCell } from '@domain/keptLists/checkCells'
import { rowSays, stateOf } from '@domain/keptLists/entry'
import { readListFile, type RowOfFile } from '@domain/keptLists/file/readFile'
import { textOf } from '@domain/keptLists/lines'
import type { ListTemplate } from '@domain/keptLists/template'
import { templates } from '@domain/keptLists/templates/templates'
import { type Context, useCase } from '../entry/useCase'
import { fitting } from '../ground/fitting'
import { beginFile, isOwnFile } from '../people/imports/readImport'
import { openSheets } from '../people/imports/openFile'
import type { StoredRow } from '../store/collections/listRows'
import { readRows } from '../store/readListRows'
import { deleteFiles } from '../wx/files'
import { type List, toWriteList } from './aboutList'
import { readOffered } from './choosable'
import { readNamesIn, shapeOf } from './shown'

export const beginRows = useCase('import.beginRows', toWriteList, beginFile)

const distinct = <T extends { id: string }>(all: readonly T[]): T[] =>
  all.filter(({ id }, i) => all.findIndex((one) => one.id === id) === i)

/** Who and which branches a file may name: who may be chosen, and whoever stands in a row already. */
async function readKnown(list: List, rows: readonly StoredRow[], context: Context) {
  const offered = await readOffered(list, context)
  const namesIn = await readNamesIn(rows, list.template, context)
  const held = distinct(rows.flatMap(namesIn))
  const isPerson = new Set(rows.flatMap(({ memberIds }) => memberIds))
  return {
    offered,
    known: {
      today: context.today,
      people: distinct([...offered.people, ...held.filter(({ id }) => isPerson.has(id))]),
      branches: distinct([...offered.branches, ...held.filter(({ id }) => !isPerson.has(id))]),
    },
  }
}
type Known = Awaited<ReturnType<typeof readKnown>>

/** What would happen to a row: what stands there already, or earlier in the file, is not written again. */
function judge(
  row: RowOfFile,
  said: Set<string>,
  template: ListTemplate,
  { offered, known }: Known,
): FileRow {
  const { sheet, line, title, isSkipped, wrong, cells, ...became } = row
  const names = new Map([...known.people, ...known.branches].map(({ id, name }) => [id, name]))
  const text = [
    ...template.fields
      .filter(({ id }) => id !== template.title)
      .map((field) => textOf(field, cells, (id) => names.get(id) ?? '')),
    stateOf(template, became)?.label ?? '',
  ]
    .filter((part) => part !== '')
    .join('，')
  const at = { sheet, line, title, text, wrong: [] }
  if (isSkipped) return { ...at, verdict: 'skip' }
  if (wrong.length > 0) return { ...at, verdict: 'refuse', wrong }
  const says = rowSays(cells)
  if (said.has(says)) return { ...at, verdict: 'same' }
  const strange = template.fields.find(
    (field) =>
      strangersIn({ fields: [field] }, cells, {
        person: new Set(offered.people.map(({ id }) => id)),
        branch: new Set(offered.branches.map(({ id }) => id)),
      }).length > 0,
  )
  if (strange) return { ...at, verdict: 'refuse', wrong: [{ label: strange.label, why: 'nobody' }] }
  const path = wrongCell(template, cells, known.today)
  if (path !== null) {
    const label = template.fields.find(({ id }) => id === path)?.label ?? path
    return { ...at, verdict: 'refuse', wrong: [{ label, why: 'missing' }] }
  }
  said.add(says)
  return { ...at, verdict: 'add', row: { cells, ...became } }
}

/** As they are shown: what needs a look, what would be written, what stays. */
const order: readonly FileRow['verdict'][] = ['refuse', 'add', 'same', 'skip']

/** A file of the office for a list: read, held against what stands there, and gone. Sent again after a lost answer the file has to be chosen again. */
export const rowsOfFile = useCase('import.rows', toWriteList, async ({ fileId, nonce }, context, list) => {
  if (!isOwnFile(fileId, context.caller.openId, nonce)) return refuse('file_unreadable')
  const sheets = await openSheets(fileId)
  await deleteFiles([fileId])
  if ('reason' in sheets) return sheets
  const { template, organisation } = list
  const where = { organisationId: organisation._id, list: template.id, removed: null }
  const stored = await readRows(where)
  const known = await readKnown(list, stored, context)
  const ours = templates.find(({ id }) => id === template.id)?.fields ?? template.fields
  const file = readListFile(sheets, template, ours, known.known)
  if (!file) return refuse('no_list_header')
  const said = new Set(stored.map(({ cells }) => rowSays(cells)))
  const judged = file.rows.map((row) => judge(row, said, template, known))
  const inOrder = order.flatMap((verdict) => judged.filter((row) => row.verdict === verdict))
  const answer = { shape: shapeOf(template), taken: file.taken, ignored: file.ignored }
  const rows = fitting(inOrder, answer)
  return done({
    ...answer,
    rows,
    ...(rows.length < inOrder.length && { further: inOrder.length - rows.length }),
  })
})
