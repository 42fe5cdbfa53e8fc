import type { Cell, Merge } from './cell'
import { bareTitle, columnOf } from './columns'
import type { Header } from './header'

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
