import type { MemberEntry, MemberRow, ReadRow } from '@domain/registry/entry'
import { plainName } from '@domain/registry/plainName'
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
