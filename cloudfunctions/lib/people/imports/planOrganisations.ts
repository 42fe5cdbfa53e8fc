import type { Organisation } from '@domain/org/organisation'
import type { Tree } from '@domain/org/tree'
import type { OrganisationEntry, ReadRow } from '@domain/registry/entry'
import { type JudgedOrganisation, judgeOrganisation } from '@domain/registry/judgeOrganisation'
import { plainName, plainVillage } from '@domain/registry/plainName'
import type { Context } from '../../entry/useCase'
import { idFrom } from '../../ground/idFrom'
import { scopeOf } from './scope'

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
export function judgeAll(entries: readonly OrganisationEntry[], context: Context, register: Tree) {
  const judged: JudgedOrganisation[] = []
  const added: Organisation[] = []
  const last = lastOrder(register.values())
  let waiting = [...entries.entries()]
  for (let before = -1; before < added.length && waiting.length > 0;) {
    before = added.length
    const { places } = scopeOf(context, register, added)
    for (const [i, entry] of waiting) {
      const one = judgeOrganisation(entry, places, context.today)
      judged[i] = one
      if (one.verdict !== 'add' || !one.next) continue
      // The file's own order, whenever a row's turn comes.
      one.next = { ...one.next, _id: newId(one.next, register), order: last + i + 1 }
      added.push(one.next)
    }
    waiting = waiting.filter(([i]) => judged[i]?.reasons[0] === 'unknown_parent')
  }
  return { judged, added }
}

/** Villages that only the households of a register name. */
export function newVillages(
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
