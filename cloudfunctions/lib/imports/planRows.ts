import type { Organisation } from '@domain/org/organisation'
import type { Tree } from '@domain/org/tree'
import type { OrganisationRow, ReadRow, StoppedRow } from '@domain/registry/entry'
import type { JudgedOrganisation } from '@domain/registry/judgeOrganisation'
import type { Context } from '../dispatch/useCase'
import { randomId } from '../randomId'
import type { RowsRead } from './readRows'
import { judgeAll, newVillages } from './planOrganisations'
import { branchOfSheet, scopeOf } from './scope'
import type { StoredRow } from './stored'

interface Plan {
  rows: StoredRow[]
  added: Organisation[]
}

const keyOf = ({ sheet, line }: ReadRow) => ({ key: `${sheet}!${line}`, sheet, line })

function organisationRow(row: OrganisationRow, one: JudgedOrganisation): StoredRow {
  const { verdict, reason, changes, options, before, next } = one
  return {
    ...keyOf(row),
    name: row.entry.name,
    branch: row.entry.parent ?? '',
    content: { kind: 'organisation', entry: row.entry, newId: before?._id ?? next?._id ?? '' },
    order: next?.order ?? 0,
    verdict,
    ...(reason && { reason }),
    changes,
    options,
    chosen: [],
  }
}

function stoppedRow(row: StoppedRow): StoredRow {
  const { stop, reason, name, branch, kind } = row
  const content = { kind, stop }
  return {
    ...keyOf(row),
    name,
    branch,
    content,
    order: 0,
    verdict: stop,
    reason,
    changes: [],
    options: [],
    chosen: [],
  }
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
  const ofSheet = new Map([...read.about].map(([sheet, about]) => [sheet, branchOfSheet(about, scope)]))
  const notYours: JudgedOrganisation = { verdict: 'refuse', reason: 'not_yours', changes: [], options: [] }
  let place = 0
  let order = 0
  const rows = read.rows.map((row): StoredRow => {
    if (isFounding(row)) return organisationRow(row, judged[place++] ?? notYours)
    if ('stop' in row) return stoppedRow(row)
    const branch = row.entry.branch ?? ofSheet.get(row.sheet)
    const entry = branch === undefined ? row.entry : { ...row.entry, branch }
    return {
      ...keyOf(row),
      name: entry.name,
      branch: branch ?? '',
      content: { kind: 'member', entry, newId: randomId(12) },
      order: (order += 1),
      verdict: 'skip',
      changes: [],
      options: [],
      chosen: [],
    }
  })
  return { rows, added: all }
}
