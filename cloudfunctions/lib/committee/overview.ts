import { done } from '@domain/contract/answer'
import type { Overview, Tally } from '@domain/contract/committee'
import type { ParsedRequestOf } from '@domain/contract/actions'
import { dutiesFor } from '@domain/duty/dutiesFor'
import type { Duty, DutySubject } from '@domain/duty/duty'
import type { Tree } from '@domain/org/tree'
import { periodByKey, periodOf } from '@domain/period/period'
import { rollupPeriods } from '@domain/progress/rollupPeriods'
import { entryClosesAt } from '@domain/reminder/rounds'
import { inTreeOrder } from '../caller/inTreeOrder'
import { readDuties } from '../caller/readDuties'
import { type Context, type Found, useCase } from '../dispatch/useCase'
import type { StoredRollup } from '../rollup/storedRollup'
import { findById } from '../wx/find'

/** The county as a whole: asked of whoever may see its root. */
const load = (_request: unknown, { tree }: Context): Found<null> | null => {
  const root = [...tree.values()].find(({ type }) => type === 'work_committee')
  return root ? { about: { branchId: root._id }, loaded: null } : null
}

const countedOf: Record<DutySubject, Tally['of']> = {
  member: 'members',
  branch: 'branches',
  group: 'groups',
  committee: 'committees',
  unit: 'units',
}

const cellOf = (stored: StoredRollup, branchId: string, dutyId: string) => {
  const [finished, owed] = stored.branches[branchId]?.[dutyId] ?? [0, 0]
  return { dutyId, done: finished, owed }
}

/** Sums over all branches; a duty nobody in the county owes is left out. */
function tallies(stored: StoredRollup, duties: readonly Duty[]): Tally[] {
  return duties
    .map(({ id, label, subject }) => {
      const cells = Object.keys(stored.branches).map((branchId) => cellOf(stored, branchId, id))
      const sum = (field: 'done' | 'owed') => cells.reduce((total, cell) => total + cell[field], 0)
      return { dutyId: id, label, of: countedOf[subject], done: sum('done'), owed: sum('owed') }
    })
    .filter(({ owed }) => owed > 0)
}

/** Every branch, in 组织序列 and never by result. */
function rows(stored: StoredRollup, duties: readonly Duty[], tree: Tree): Overview['branches'] {
  return Object.keys(stored.branches)
    .flatMap((branchId) => tree.get(branchId) ?? [])
    .sort(inTreeOrder(tree))
    .map(({ _id, name }, i) => ({
      id: _id,
      number: i + 1,
      name,
      cells: duties.map(({ id }) => cellOf(stored, _id, id)),
    }))
}

type Request = ParsedRequestOf<'committee.overview'>

/** The county's numbers, from the one document of the period. Before its first computation is over there are none: `rolledUpAt` 0. */
export const overview = useCase(
  'committee.overview',
  load,
  async ({ periodKey }: Request, { now, today, tree }) => {
    const period = periodKey === undefined ? periodOf('month', now) : periodByKey(periodKey)
    const [stored, allDuties] = await Promise.all([findById('rollups', period.key), readDuties(now)])
    const duties = dutiesFor(allDuties, period)
    const common = { period, periods: rollupPeriods(today).map(({ key }) => key) }
    if (!stored || stored.watermark === 0)
      return done({ ...common, branchCount: 0, memberCount: 0, county: [], rolledUpAt: 0 })
    // While something may still be entered no branch is shown by name.
    const isClosed = now >= entryClosesAt(period)
    return done({
      ...common,
      branchCount: Object.keys(stored.branches).length,
      memberCount: Object.values(stored.members).reduce((sum, members) => sum + members, 0),
      county: tallies(stored, duties),
      ...(isClosed && { branches: rows(stored, duties, tree) }),
      rolledUpAt: stored.watermark,
    })
  },
)
