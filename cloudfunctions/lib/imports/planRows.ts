import type { Organisation } from '@domain/org/organisation'
import type { Tree } from '@domain/org/tree'
import type { OrganisationEntry, OrganisationRow, ReadRow, StoppedRow } from '@domain/registry/entry'
import { judgeOrganisation, type JudgedOrganisation } from '@domain/registry/judgeOrganisation'
import { plainName, plainVillage } from '@domain/registry/plainName'
import type { Context } from '../dispatch/useCase'
import { idFrom } from '../idFrom'
import { randomId } from '../randomId'
import type { RowsRead } from './readRows'
import { branchOfSheet, scopeOf } from './scope'
import type { StoredRow } from './stored'

interface Plan {
  rows: StoredRow[]
  added: Organisation[]
}

const lastOrder = (nodes: Iterable<Organisation>): number => {
  let last = 0
  for (const { order } of nodes) last = Math.max(last, order)
  return last
}

/**
 * The id of an organisation to come: the same in every import that would found it, so that two of them found it once. One that was dissolved
 * keeps its own.
 */
function newId(
  { type, parentId, name }: Pick<Organisation, 'type' | 'parentId' | 'name'>,
  register: Tree,
): string {
  for (let turn = 0; ; turn += 1) {
    const id = idFrom(`organisation ${parentId ?? ''} ${turn}`, `${type} ${plainName(name)}`)
    if (!register.has(id)) return id
  }
}

/** Verdicts on rows of organisations. A parent may stand below its children: what a round adds, the next one finds. */
function judgeAll(entries: readonly OrganisationEntry[], context: Context, register: Tree) {
  const judged: JudgedOrganisation[] = []
  const added: Organisation[] = []
  let order = lastOrder(register.values())
  let waiting = entries.map((_, i) => i)
  for (let before = -1; before < added.length && waiting.length > 0;) {
    before = added.length
    const { places } = scopeOf(context, register, added)
    for (const i of waiting) {
      const one = judgeOrganisation(entries[i] as OrganisationEntry, places, context.today)
      judged[i] = one
      if (one.verdict !== 'add' || !one.next) continue
      order += 1
      one.next = { ...one.next, _id: newId(one.next, register), order }
      added.push(one.next)
    }
    waiting = waiting.filter((i) => judged[i]?.reason === 'unknown_parent')
  }
  return { judged, added }
}

const keyOf = ({ sheet, line }: ReadRow) => ({ key: `${sheet}!${line}`, sheet, line })

/** Villages that only the households of a register name. */
function newVillages(
  rows: readonly ReadRow[],
  context: Context,
  register: Tree,
  added: readonly Organisation[],
): Organisation[] {
  const { places } = scopeOf(context, register, added)
  const names = new Map<string, string>()
  for (const row of rows) {
    if (row.kind !== 'member' || !('entry' in row)) continue
    for (const { village } of row.entry.households ?? [])
      if (places.village(village) === undefined && village.includes('村'))
        names.set(plainVillage(village), village)
  }
  const order = lastOrder([...register.values(), ...added])
  return [...names.values()].map((name, i) => ({
    _id: newId({ type: 'village', parentId: null, name }, register),
    type: 'village',
    name,
    parentId: null,
    order: order + i + 1,
    validFrom: context.today,
  }))
}

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
