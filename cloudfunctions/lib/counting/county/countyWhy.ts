import type { ParsedRequestOf } from '@domain/contract/actions'
import { done, refuse } from '@domain/contract/answer'
import type { Tally } from '@domain/contract/committee'
import type { DutySubject } from '@domain/contract/words'
import { heldKindOf } from '@domain/duty/doneBy'
import { dutiesFor } from '@domain/duty/dutiesFor'
import type { Duty } from '@domain/duty/duty'
import { treeFor } from '@domain/org/asOf'
import type { Organisation } from '@domain/org/organisation'
import type { Tree } from '@domain/org/tree'
import { entryClosesAt } from '@domain/time/entryDeadline'
import { type Period, periodByKey } from '@domain/time/period'
import type { WorkCalendar } from '@domain/time/workCalendar'
import { readDuties } from '../../entry/cached'
import { inTreeOrder } from '../../entry/inTreeOrder'
import { aboutCounty } from '../../entry/targets'
import { useCase } from '../../entry/useCase'
import type { StoredRollup } from '../../store/collections/rollups'
import { findById } from '../../store/find'
import { shownRule } from '../rules/ruleForm'

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

type Request = ParsedRequestOf<'committee.why'>

/** Why a number of the county is what it is: the parts are those that owe, and add up to it. From the document the number itself came from. */
export const countyWhy = useCase(
  'committee.why',
  aboutCounty,
  async ({ periodKey, dutyId }: Request, { now, register, calendar }) => {
    const period = periodByKey(periodKey)
    const tree = treeFor(register, period, now)
    const [stored, duties] = await Promise.all([findById('rollups', period.key), readDuties(now)])
    const duty = dutiesFor(duties, period).find(({ id }) => id === dutyId)
    if (!duty) return refuse('invalid_request', { path: 'dutyId' })
    const numbers = stored && stored.watermark > 0 ? stored : { branches: {} }
    const parts = placesIn(numbers, tree, duty.subject === 'unit' ? 'unit' : 'branch')
      .map(({ _id, name }) => ({ place: { id: _id, name }, cell: cellOf(numbers, _id, dutyId) }))
      .filter(({ cell }) => cell.owed > 0)
      .map(({ place, cell }) => ({ ...place, done: cell.done, owed: cell.owed }))
    return done({
      tally: tallyOf(numbers, duty),
      period,
      rule: shownRule(duty),
      ...(mayName(period, { now, calendar }) && { parts }),
    })
  },
)
