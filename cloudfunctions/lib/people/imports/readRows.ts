import type { RowKind } from '@domain/contract/imports'
import { clean, harmless, type Sheet } from '@domain/registry/cell'
import type { MemberEntry, MemberRow, ReadRow } from '@domain/registry/entry'
import { plainName } from '@domain/registry/plainName'
import { type Reading, readSheet } from '@domain/registry/readSheet'
import type { ImportHead } from '../../store/collections/imports'
import type { Scope } from './scope'

const refusedAgain = (row: ReadRow, name: string, branch: string | undefined): ReadRow => {
  const { sheet, line, kind } = row
  return { sheet, line, kind, stop: 'refuse', reasons: ['twice_in_file'], name, branch: branch ?? '' }
}

/** The first row of an organisation stands, the others are refused: which of them is right only its writer knows. */
export function refuseRepeated(rows: readonly ReadRow[]): ReadRow[] {
  const seen = new Set<string>()
  return rows.map((row) => {
    if (row.kind !== 'organisation' || !('entry' in row)) return row
    const { name, parent } = row.entry
    const key = `${plainName(name)} ${plainName(parent ?? '')}`
    if (seen.has(key)) return refusedAgain(row, name, parent)
    seen.add(key)
    return row
  })
}

const isMember = (row: ReadRow): row is MemberRow => row.kind === 'member' && 'entry' in row

/** One word for a branch however a row calls it. */
const branchKey = ({ branch }: MemberEntry, { places, onlyBranchId }: Scope): string => {
  if (branch === undefined) return onlyBranchId ?? ''
  const { ids, isExact } = places.branches(branch)
  return isExact && ids.length === 1 ? (ids[0] ?? '') : plainName(branch)
}

const placeOf = ({ sheet, line, entry }: MemberRow): string =>
  `${/^\d*$/.test(sheet) ? '' : `${sheet} `}第 ${line} 行（${entry.branch ?? ''}）`

/**
 * What rows of members say of one another. The same name and digits twice in one branch: the first stands, the others are refused. In two
 * branches: that is asked about, as is a second secretary of a branch.
 */
export function compareMembers(rows: readonly ReadRow[], scope: Scope): ReadRow[] {
  const seen = new Map<string, { row: MemberRow; branches: Set<string> }>()
  const secretaries = new Map<string, string>()
  return rows.map((row) => {
    if (!isMember(row)) return row
    const { name, phoneTail, shortNumber, posts } = row.entry
    const branch = branchKey(row.entry, scope)
    const key = `${name} ${phoneTail ?? shortNumber ?? ''}`
    const before = seen.get(key)
    if (before?.branches.has(branch)) return refusedAgain(row, name, row.entry.branch)
    if (before) before.branches.add(branch)
    else seen.set(key, { row, branches: new Set([branch]) })
    const entry: MemberEntry = { ...row.entry, ...(before && { sameAs: placeOf(before.row) }) }
    if (!posts?.includes('secretary')) return { ...row, entry }
    const other = secretaries.get(branch)
    if (other === undefined) secretaries.set(branch, name)
    return { ...row, entry: { ...entry, ...(other !== undefined && { otherSecretary: other }) } }
  })
}

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
