import type { IgnoredWhy, RowKind } from '../contract/imports'
import { type Cell, clean, harmless, type Merge } from './cell'
import { bareTitle, columnOf, type Field } from './columns'

/** A table on a sheet: its columns, first to last (inclusive). */
export interface Span {
  from: number
  to: number
}

const fieldOf = (title: string | undefined) => {
  const column = columnOf(title ?? '')
  return column.is === 'field' ? column.field : undefined
}

/**
 * The tables that stand side by side under one line of titles: 序号 姓名 手机 序号 姓名 手机 are two. Each begins with its name, or with what
 * stands before the first one's.
 */
export function tablesOf({ titles, kind }: Pick<Header, 'titles' | 'kind'>): Span[] {
  const last = Math.max(0, titles.length - 1)
  const names = titles.flatMap((title, i) => (fieldOf(title) === 'name' ? [i] : []))
  const [first = 0, ...others] = names
  if (kind !== 'member' || others.length === 0) return [{ from: 0, to: last }]
  const lead = titles.slice(0, first).map(bareTitle)
  const starts = others.map((at) => {
    let back = 0
    while (back < lead.length && bareTitle(titles[at - back - 1] ?? '') === lead[lead.length - back - 1])
      back += 1
    return at - back
  })
  return [0, ...starts].map((from, i) => ({ from, to: (starts[i] ?? last + 1) - 1 }))
}

/** The cells of one table, and the merges that touch it. */
export function cutOut(
  rows: readonly (readonly Cell[])[],
  merges: readonly Merge[],
  { from, to }: Span,
): { rows: Cell[][]; merges: Merge[] } {
  const inside = merges.filter(({ startCol, endCol }) => startCol <= to && endCol >= from)
  return {
    rows: rows.map((cells) => cells.slice(from, to + 1)),
    merges: inside.map((merge) => ({
      ...merge,
      startCol: Math.max(0, merge.startCol - from),
      endCol: Math.min(to, merge.endCol) - from,
    })),
  }
}

export interface Header {
  kind: RowKind
  /** Index of the first row below it. */
  end: number
  /** As they are read, by column. */
  titles: readonly string[]
  /** The column of telephones asks for the last four digits alone. */
  isTailColumn: boolean
  /** Column by field. */
  columns: Partial<Record<Field, number>>
  taken: { title: string; field: Field }[]
  ignored: { title: string; why: IgnoredWhy }[]
}

/** Rows at the top of a sheet among which the titles are looked for. */
const depth = 30

const asksForTail = /[后末][四4]位|尾号/

const shown = (title: string) => harmless(clean(title), 30)
const texts = (row: readonly Cell[] | undefined) =>
  (row ?? []).map((cell) => (cell === null || cell instanceof Date ? '' : clean(String(cell))))

/** Titles over two lines: 联系方式 above 手机 and 办公电话. The lower one says more; the upper one stands where nothing is below. */
function joined(upper: string[], lower: string[]): string[] {
  return Array.from({ length: Math.max(upper.length, lower.length) }, (_, i) => {
    const [above = '', below = ''] = [upper[i], lower[i]]
    if (below === '' || below === above) return above
    if (above === '') return below
    const both = columnOf(above + below)
    // 证件 over 号码: what is private in either is private.
    const private_ = [above + below, above, below].find((title) => {
      const column = columnOf(title)
      return column.is === 'ignored' && column.why === 'sensitive'
    })
    if (both.is === 'field') return above + below
    return private_ ?? below
  })
}

function read(titles: readonly string[], end: number): Header | null {
  const best = new Map<Field, { index: number; rank: number }>()
  const columns = titles.map((title) => columnOf(title))
  columns.forEach((column, index) => {
    if (column.is !== 'field') return
    const before = best.get(column.field)
    if (!before || column.rank < before.rank) best.set(column.field, { index, rank: column.rank })
  })
  const kind = kindOf((field) => best.has(field))
  if (!kind) return null
  const isTailColumn = asksForTail.test(titles[best.get('phone')?.index ?? -1] ?? '')
  const header: Header = { kind, end, titles, isTailColumn, columns: {}, taken: [], ignored: [] }
  titles.forEach((title, index) => {
    const column = columns[index]
    if (title === '' || !column) return
    if (column.is === 'ignored') header.ignored.push({ title: shown(title), why: column.why })
    else if (best.get(column.field)?.index !== index)
      header.ignored.push({ title: shown(title), why: 'twice' })
    else {
      header.columns[column.field] = index
      if (column.field !== 'number') header.taken.push({ title: shown(title), field: column.field })
    }
  })
  return header
}

function kindOf(has: (field: Field) => boolean): Header['kind'] | null {
  const some = (...fields: Field[]) => fields.some(has)
  if (has('name') && some('phone', 'branch', 'standing', 'joinedOn')) return 'member'
  return has('organisation') && some('parent', 'type') ? 'organisation' : null
}

/** Two lines that lose nothing of what the first one says alone: a row of data below the titles takes a column from under one of them. */
const saysMore = (two: Header, one: Header): boolean =>
  two.taken.length >= one.taken.length && Object.keys(one.columns).every((field) => field in two.columns)

/** Where the titles of a sheet stand and what they mean; null when the sheet is no register. */
export function findHeader(rows: readonly (readonly Cell[])[]): Header | null {
  let found: Header | null = null
  for (let i = 0; i < Math.min(depth, rows.length) && !found; i += 1) {
    const upper = texts(rows[i])
    const one = read(upper, i + 1)
    const below = texts(rows[i + 1])
    // A line above that says nothing by itself is a subtitle: the next row is the header, perhaps the first line of two.
    const isUpper = one !== null || read(below, i + 2) === null
    const two = isUpper && isTitles(below, upper) ? read(joined(upper, below), i + 2) : null
    found = two && (!one || saysMore(two, one)) ? two : one
  }
  return found
}

const isTitle = (text: string): boolean => {
  const column = columnOf(text)
  return column.is === 'field' || column.why !== 'unknown'
}

/** Whether a row is the second line of titles, no data: mostly titles, or some where the name above has none of its own. */
function isTitles(row: readonly string[], upper: readonly string[]): boolean {
  const filled = [...new Set(row.filter((text) => text !== ''))]
  const titles = filled.filter(isTitle)
  if (titles.length === 0 || filled.some((text) => /\d{4}/.test(text))) return false
  const name = upper.findIndex((text) => {
    const column = columnOf(text)
    return column.is === 'field' && (column.field === 'name' || column.field === 'organisation')
  })
  const isNameless = name >= 0 && (!row[name] || row[name] === upper[name])
  return isNameless || titles.length * 2 >= filled.length
}
