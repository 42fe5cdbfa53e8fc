import type { RowKind } from '@domain/contract/imports'
import { clean, harmless, type Sheet } from '@domain/registry/cell'
import type { ReadRow } from '@domain/registry/entry'
import { type Reading, readSheet } from '@domain/registry/readSheet'
import type { ImportHead } from '../../store/collections/imports'
import { refuseRepeated } from './repeated'

export interface RowsRead {
  rows: ReadRow[]
  /** What each sheet says of itself, by its name. */
  about: Map<string, string[]>
  taken: ImportHead['taken']
  ignored: ImportHead['ignored']
}

/**
 * What each sheet is called in the preview: its name, with its place where that alone would not tell it from the others. Two names that are
 * dates lose their digits, for they may be somebody's number.
 */
function labelsOf(sheets: readonly Sheet[]): string[] {
  const names = sheets.map(({ name }) => harmless(clean(name), 30) || '1')
  return names.map((name, i) => {
    const isPlain =
      name === (clean(sheets[i]?.name ?? '') || '1') && names.indexOf(name) === names.lastIndexOf(name)
    return isPlain ? name : `${name}（第${i + 1}张表）`
  })
}

const hiddenRow = (sheet: string): ReadRow => ({
  sheet,
  line: 1,
  kind: 'member',
  stop: 'skip',
  reasons: ['hidden_sheet'],
  name: '',
  branch: '',
})

/** Every register in a file, organisations first: its members may be of them. null: there is none. */
export function readRows(sheets: readonly Sheet[], reading: Reading): RowsRead | null {
  const labels = labelsOf(sheets)
  const hidden = sheets.flatMap(({ isHidden }, i) => (isHidden ? [hiddenRow(labels[i] ?? '')] : []))
  const read = sheets.flatMap((sheet, i) =>
    sheet.isHidden ? [] : readSheet(sheet, labels[i] ?? '', reading),
  )
  const headers = read.flatMap(({ header }) => header ?? [])
  if (headers.length === 0) return null
  const isFirst = (title: string, list: { title: string }[], i: number) =>
    list.findIndex((one) => one.title === title) === i
  const of = (kind: RowKind | undefined) => read.filter(({ header }) => header?.kind === kind)
  const all = [...of('organisation'), ...of('member'), ...of(undefined)]
  return {
    rows: [...refuseRepeated(all.flatMap(({ rows }) => rows)), ...hidden],
    about: new Map(all.map(({ rows, about }) => [rows[0]?.sheet ?? '', about])),
    taken: headers.flatMap(({ taken }) => taken).filter(({ title }, i, list) => isFirst(title, list, i)),
    ignored: headers
      .flatMap(({ ignored }) => ignored)
      .filter(({ title }, i, list) => isFirst(title, list, i)),
  }
}
