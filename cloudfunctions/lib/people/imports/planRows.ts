import type { Organisation } from '@domain/org/organisation'
import type { Tree } from '@domain/org/tree'
import type { OrganisationRow, ReadRow, StoppedRow } from '@domain/registry/entry'
import { refused } from '@domain/registry/judged'
import type { JudgedOrganisation } from '@domain/registry/judgeOrganisation'
import type { Context } from '../../entry/useCase'
import { randomId } from '../../ground/idFrom'
import type { StoredRow } from '../../store/collections/imports'
import { judgeAll, newVillages } from './planOrganisations'
import { compareMembers, type RowsRead } from './readRows'
import { branchOfSheet, type Scope, scopeOf } from './scope'

interface Plan {
  rows: StoredRow[]
  added: Organisation[]
}

const keyOf = ({ sheet, line }: ReadRow) => ({ key: `${sheet}!${line}`, sheet, line })

function organisationRow(row: OrganisationRow, one: JudgedOrganisation): StoredRow {
  const { verdict, reasons, changes, options, before, next } = one
  return {
    ...keyOf(row),
    name: row.entry.name,
    branch: row.entry.parent ?? '',
    content: { kind: 'organisation', entry: row.entry, newId: before?._id ?? next?._id ?? '' },
    order: next?.order ?? 0,
    verdict,
    reasons,
    changes,
    options,
    chosen: [],
  }
}

function stoppedRow(row: StoppedRow): StoredRow {
  const { stop, reasons, name, branch, kind } = row
  const content = { kind, stop }
  return {
    ...keyOf(row),
    name,
    branch,
    content,
    order: 0,
    verdict: stop,
    reasons,
    changes: [],
    options: [],
    chosen: [],
  }
}

/** Rows of a register that names its branch once, in the title of the sheet, say it themselves. */
function withBranches({ rows, about }: RowsRead, scope: Scope): ReadRow[] {
  const ofSheet = new Map([...about].map(([sheet, texts]) => [sheet, branchOfSheet(texts, scope)]))
  return rows.map((row) => {
    if (row.kind !== 'member' || !('entry' in row) || row.entry.branch !== undefined) return row
    const branch = ofSheet.get(row.sheet)
    return branch === undefined ? row : { ...row, entry: { ...row.entry, branch } }
  })
}

/** Every row as it is kept: organisations with their verdict, members still without. */
export function planRows(read: RowsRead, context: Context, register: Tree): Plan {
  const isFounding = (row: ReadRow): row is OrganisationRow => row.kind === 'organisation' && !('stop' in row)
  const { mayFound } = scopeOf(context, register, [])
  const founding = read.rows.filter(isFounding)
  const { judged, added } = mayFound
    ? judgeAll(
        founding.map(({ entry }) => entry),
        context,
        register,
      )
    : { judged: [], added: [] }
  const all = mayFound ? [...added, ...newVillages(read.rows, context, register, added)] : []
  const scope = scopeOf(context, register, all)
  const notYours: JudgedOrganisation = refused('not_yours')
  let place = 0
  let order = 0
  const rows = compareMembers(withBranches(read, scope), scope).map((row): StoredRow => {
    if (isFounding(row)) return organisationRow(row, judged[place++] ?? notYours)
    if ('stop' in row) return stoppedRow(row)
    const { entry } = row
    return {
      ...keyOf(row),
      name: entry.name,
      branch: entry.branch ?? '',
      content: { kind: 'member', entry, newId: randomId(12) },
      order: (order += 1),
      verdict: 'skip',
      reasons: [],
      changes: [],
      options: [],
      chosen: [],
    }
  })
  return { rows, added: all }
}
