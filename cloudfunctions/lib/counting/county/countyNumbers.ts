import type { Tally } from '@domain/contract/committee'
import type { DutySubject } from '@domain/contract/words'
import { heldKindOf } from '@domain/duty/doneBy'
import type { Duty } from '@domain/duty/duty'
import type { Organisation } from '@domain/org/organisation'
import type { Tree } from '@domain/org/tree'
import { entryClosesAt } from '@domain/time/entryDeadline'
import type { Period } from '@domain/time/period'
import type { WorkCalendar } from '@domain/time/workCalendar'
import { inTreeOrder } from '../../entry/inTreeOrder'
import type { StoredRollup } from '../../store/collections/rollups'

type Numbers = Pick<StoredRollup, 'branches'>

const countedOf: Record<DutySubject, Tally['of']> = {
  member: 'members',
  branch: 'branches',
  group: 'groups',
  committee: 'committees',
  unit: 'units',
}

export const cellOf = (stored: Numbers, id: string, dutyId: string) => {
  const [finished, owed] = stored.branches[id]?.[dutyId] ?? [0, 0]
  return { dutyId, done: finished, owed }
}

/** A duty's sum over all branches, or units. */
export function tallyOf(stored: Numbers, duty: Duty): Tally {
  const { id, label, subject } = duty
  const kind = heldKindOf(duty)
  const cells = Object.keys(stored.branches).map((branchId) => cellOf(stored, branchId, id))
  const sum = (field: 'done' | 'owed') => cells.reduce((total, cell) => total + cell[field], 0)
  return {
    dutyId: id,
    label,
    of: countedOf[subject],
    ...(kind && { kind }),
    done: sum('done'),
    owed: sum('owed'),
  }
}

/** The branches in a document, or the units, in 组织序列 and never by result. */
export const placesIn = (stored: Numbers, tree: Tree, type: 'branch' | 'unit'): Organisation[] =>
  Object.keys(stored.branches)
    .flatMap((id) => tree.get(id) ?? [])
    .filter((place) => place.type === type)
    .sort(inTreeOrder(tree))

/** While something may still be entered nobody is shown by name. */
export const mayName = (
  period: Period,
  { now, calendar }: { now: number; calendar: WorkCalendar },
): boolean => now >= entryClosesAt(period, calendar)
