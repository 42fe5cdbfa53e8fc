import type { IgnoredWhy } from '../../contract/imports'
import type { Cell, CellWhy, FreshRow, ListField } from '../../contract/keptLists'
import { type Cell as Value, clean, harmless, type Sheet, writtenIn } from '../../registry/cell'
import { bareTitle } from '../../registry/columns'
import { fillMerged } from '../../registry/fillMerged'
import { isEmpty, isFoot } from '../../registry/rowKind'
import type { ListTemplate } from '../template'
import { type Column, columnOf } from './columns'
import { dated, type Known, readAnswer, readCell, readDay } from './readCell'
import { readState } from './readState'

/** A row of a file as it is read. `isSkipped`: the titles again, or what stands below a table. */
export interface RowOfFile extends FreshRow {
  sheet: string
  /** As Excel counts them. */
  line: number
  title: string
  wrong: { label: string; why: CellWhy }[]
  isSkipped: boolean
}

export interface ListFile {
  rows: RowOfFile[]
  taken: { title: string; field: string }[]
  ignored: { title: string; why: IgnoredWhy }[]
}

/** Rows at the top of a sheet among which the titles are looked for. */
const depth = 30
/** What is shown of a text nobody has checked yet. */
const TITLE = 40

type Found = Exclude<Column, { is: 'ignored' | 'number' }>
interface Header {
  /** Index of the first row below it. */
  end: number
  titles: readonly string[]
  /** By column; of two that say the same the surer one. */
  columns: ReadonlyMap<number, Found>
  ignored: ListFile['ignored']
}

const keyOf = (column: Found): string => {
  if (column.is === 'field') return column.field.id
  return column.is === 'step' ? `${column.field.id} ${column.step.id}` : column.is
}
const labelOf = (column: Found): string => {
  if (column.is === 'field') return column.field.label
  if (column.is === 'step') return column.step.label
  return column.is === 'state' ? '办理情况' : '回复'
}

const shown = (title: string): string => harmless(clean(title), 30)

function readHeader(
  titles: readonly string[],
  end: number,
  template: ListTemplate,
  ours: readonly ListField[],
): Header | null {
  const best = new Map<string, { index: number; column: Found }>()
  const all = titles.map((title) => columnOf(title, template, ours))
  all.forEach((column, index) => {
    if (column.is === 'ignored' || column.is === 'number') return
    const before = best.get(keyOf(column))
    if (!before || column.rank < before.column.rank) best.set(keyOf(column), { index, column })
  })
  const columns = new Map([...best.values()].map(({ index, column }) => [index, column]))
  const has = ({ id }: ListField) =>
    [...columns.values()].some((column) => 'field' in column && column.field.id === id)
  if (!template.fields.every((field) => field.optional === true || has(field))) return null
  const ignored = titles.flatMap((title, index) => {
    const column = all[index]
    if (title === '' || !column || columns.has(index) || column.is === 'number') return []
    return [{ title: shown(title), why: column.is === 'ignored' ? column.why : ('twice' as const) }]
  })
  return { end, titles, columns, ignored }
}

function findHeader(rows: readonly Value[][], template: ListTemplate, ours: readonly ListField[]) {
  for (let i = 0; i < Math.min(depth, rows.length); i += 1) {
    const header = readHeader((rows[i] ?? []).map(writtenIn), i + 1, template, ours)
    if (header) return header
  }
  return null
}

/** What the columns of a row say, and what of it is wrong. */
function readColumns(values: readonly Value[], { columns }: Header, template: ListTemplate, known: Known) {
  const cells = new Map<string, Cell>()
  const wrong: RowOfFile['wrong'] = []
  const also: Omit<FreshRow, 'cells'> = {}
  const flaw = (column: Found, why: CellWhy) => wrong.push({ label: labelOf(column), why })
  for (const [index, column] of columns) {
    const value = values[index]
    if (column.is === 'field') {
      const read = readCell(column.field, value, known)
      if (read && 'says' in read) cells.set(column.field.id, { field: column.field.id, ...read.says })
      else if (read) flaw(column, read.why)
    } else if (column.is === 'step') {
      const on = readDay(value, known.today)
      const before = cells.get(column.field.id)
      const steps = before && 'steps' in before ? before.steps : []
      if (on && 'says' in on)
        cells.set(column.field.id, {
          field: column.field.id,
          steps: [...steps, { step: column.step.id, on: on.says }],
        })
      else if (on) flaw(column, on.why)
    } else if (column.is === 'state') {
      const read = readState(template, writtenIn(value), known.today)
      if (read && 'says' in read) Object.assign(also, read.says)
      else if (read) flaw(column, read.why)
    } else {
      const read = readAnswer(value)
      if (read && 'says' in read) also.answer = read.says
      else if (read) flaw(column, read.why)
    }
  }
  const lacks = template.fields.filter(
    ({ id, label, optional }) =>
      optional !== true && !cells.has(id) && !wrong.some((one) => one.label === label),
  )
  const missing = lacks.map(({ label }) => ({ label, why: 'missing' as const }))
  return { cells: template.fields.flatMap(({ id }) => cells.get(id) ?? []), also, wrong, missing }
}

/** The first of a row's texts that is no mere number; '' where there is none. */
const firstOf = (texts: readonly string[]): string =>
  texts.find((text) => text !== '' && !/^\d+$/.test(text)) ?? ''

function readRow(values: readonly Value[], header: Header, template: ListTemplate, known: Known) {
  const { cells, also, wrong, missing } = readColumns(values, header, template, known)
  const texts = values.map(writtenIn)
  const filled = texts.filter((text) => text !== '')
  // A line over all columns: they are merged, and each says the same.
  const isAcross = filled.length > 1 && new Set(filled).size === 1
  const first = firstOf(texts)
  const isTitles = header.titles.every((title, index) => bareTitle(title) === bareTitle(texts[index] ?? ''))
  const at = [...header.columns].find(
    ([, column]) => 'field' in column && column.field.id === template.title,
  )?.[0]
  return {
    title: harmless([at === undefined ? '' : texts[at], first].find(Boolean) ?? '', TITLE),
    cells,
    ...also,
    wrong: [...wrong, ...missing],
    // Only a row that is none: of a problem 负责人不到位 somebody's name and a day stand beside.
    isSkipped: isTitles || isAcross || (missing.length > 0 && isFoot(first)),
  }
}

const placeOf = (name: string) => harmless(clean(name), 30) || '1'

/** Rows that no titles stand over: told one by one, so that nobody thinks they were taken. */
const passedOver = (name: string, rows: readonly Value[][]): RowOfFile[] =>
  rows.flatMap((values, index) => {
    if (isEmpty(values)) return []
    const title = harmless(firstOf(values.map(writtenIn)), TITLE)
    const at = { sheet: placeOf(name), line: index + 1, title }
    return [{ ...at, cells: [], wrong: [], isSkipped: true }]
  })

/**
 * What a file of an office says for a list (DUTIES: "new system, old lists"): every sheet in sight in which each field that must be filled in has its
 * column; rows of the others are passed over, and told. What stands above the titles and in other columns is not looked at, of a hidden sheet only
 * that there is one. null: no sheet has such titles.
 */
export function readListFile(
  sheets: readonly Sheet[],
  template: ListTemplate,
  ours: readonly ListField[],
  known: Known,
): ListFile | null {
  for (const { rows, merges } of sheets) fillMerged(rows, merges)
  const headers = sheets.map(({ rows, isHidden }) => (isHidden ? null : findHeader(rows, template, ours)))
  if (headers.every((header) => header === null)) return null
  const read = sheets.map(({ name, rows, is1904 = false, isHidden }, n): ListFile => {
    const header = headers[n]
    if (!header) {
      const told = isHidden ? [['隐藏的工作表']] : rows
      return { rows: passedOver(name, told), taken: [], ignored: [] }
    }
    const taken = [...header.columns].map(([index, column]) => ({
      title: shown(header.titles[index] ?? ''),
      field: labelOf(column),
    }))
    const below = rows.slice(header.end).flatMap((values, index): RowOfFile[] => {
      if (isEmpty(values)) return []
      const row = readRow(
        values.map((value) => dated(value, is1904) ?? null),
        header,
        template,
        known,
      )
      return [{ sheet: placeOf(name), line: header.end + index + 1, ...row }]
    })
    return { rows: below, taken, ignored: header.ignored }
  })
  const once = <T extends { title: string }>(all: T[]): T[] =>
    all.filter(({ title }, i) => all.findIndex((one) => one.title === title) === i)
  return {
    rows: read.flatMap(({ rows }) => rows),
    taken: once(read.flatMap(({ taken }) => taken)),
    ignored: once(read.flatMap(({ ignored }) => ignored)),
  }
}
