import type { ParsedRequestOf } from '@domain/contract/actions'
import { done, refuse } from '@domain/contract/answer'
import type { Tally } from '@domain/contract/committee'
import type { DutySubject } from '@domain/contract/words'
import { attendedLabel } from '@domain/duty/attendedLabel'
import { heldKindOf } from '@domain/duty/doneBy'
import type { Duty } from '@domain/duty/duty'
import { treeFor } from '@domain/org/asOf'
import type { Organisation } from '@domain/org/organisation'
import type { Tree } from '@domain/org/tree'
import { added, type DoneOfOwed } from '@domain/progress/doneOfOwed'
import { isClosed } from '@domain/time/entryDeadline'
import { type Period, periodByKey } from '@domain/time/period'
import { readDuties } from '../../entry/cached'
import { inTreeOrder } from '../../entry/inTreeOrder'
import { aboutCounty } from '../../entry/targets'
import { type Context, type Found, useCase } from '../../entry/useCase'
import type { StoredRollup } from '../../store/collections/rollups'
import { partFrom } from '../../ground/fitting'
import { shownRule } from '../rules/ruleForm'
import { below, dutiesOver, isLong, type Numbers, readNumbers, summed } from './numbersOf'

const countedOf: Record<DutySubject, Tally['of']> = {
  member: 'members',
  branch: 'branches',
  group: 'groups',
  committee: 'committees',
  unit: 'units',
}

/** What stands beside done of owed, where there is any. */
export const besideOf = ([, , late = 0, waits = 0]: DoneOfOwed) => ({
  ...(late > 0 && { late }),
  ...(waits > 0 && { waits }),
})

const numbersIn = (stored: Pick<Numbers, 'branches'>, id: string, dutyId: string): DoneOfOwed =>
  stored.branches[id]?.[dutyId] ?? [0, 0]

export const cellOf = (stored: Pick<Numbers, 'branches'>, id: string, dutyId: string) => {
  const [finished, owed] = numbersIn(stored, id, dutyId)
  return { dutyId, done: finished, owed }
}

/** A duty's sum over all branches, or units; `duties`: all that stand beside it. */
export function tallyOf(stored: Numbers, duty: Duty, duties: readonly Duty[], period: Period): Tally {
  const { id, subject } = duty
  const kind = heldKindOf(duty)
  const all = Object.keys(stored.branches).map((branchId) => numbersIn(stored, branchId, id))
  const sum = all.reduce<DoneOfOwed>(added, [0, 0])
  return {
    dutyId: id,
    label: attendedLabel(duty, duties),
    of: countedOf[subject],
    ...(kind && { kind }),
    ...(isLong(period) && { every: duty.period }),
    ...{ done: sum[0], owed: sum[1], ...besideOf(sum) },
  }
}

/** Whose own numbers a document of a period holds. */
export type NumbersOf = 'branch' | 'unit'

/** The branches in a document, or the units, in 组织序列 and never by result. */
export const placesIn = (stored: Numbers, tree: Tree, type: NumbersOf): Organisation[] =>
  Object.keys(stored.branches)
    .flatMap((id) => tree.get(id) ?? [])
    .filter((place) => place.type === type)
    .sort(inTreeOrder(tree))

type Request = ParsedRequestOf<'committee.why'>

const load = ({ underId }: Request, context: Context): Found<null> | null => {
  if (underId === undefined) return aboutCounty(undefined, context)
  return context.tree.get(underId)?.type === 'unit' ? { about: { branchId: underId }, loaded: null } : null
}

/** Which periods of a longer one hold no record of a duty in a branch or unit that owed it then. */
const openOf = (id: string, dutyId: string, stored: ReadonlyMap<string, StoredRollup>): string[] =>
  [...stored].flatMap(([key, one]) => {
    const { done: finished, owed } = cellOf(one, id, dutyId)
    return finished < owed ? [key] : []
  })

/** Why a number of the county is what it is: the parts are those that owe, and add up to it. From the documents the number itself came from. */
export const countyWhy = useCase('committee.why', load, async (request, context) => {
  const { periodKey, dutyId, underId, from } = request
  const { now, register } = context
  const period = periodByKey(periodKey)
  if (underId !== undefined && !isClosed(period, context))
    return refuse('invalid_request', { path: 'periodKey' })
  const tree = treeFor(register, period, now)
  const [stored, duties] = await Promise.all([readNumbers(period), readDuties(now)])
  const duty = dutiesOver(period, duties).find(({ id }) => id === dutyId)
  if (!duty) return refuse('invalid_request', { path: 'dutyId' })
  const numbers = below(summed(period, stored), underId, tree)
  const parts = placesIn(numbers, tree, duty.subject === 'unit' ? 'unit' : 'branch')
    .map(({ _id, name }) => ({ place: { id: _id, name }, cell: cellOf(numbers, _id, dutyId) }))
    .filter(({ cell }) => cell.owed > 0)
    .map(({ place, cell }) => ({
      ...{ ...place, done: cell.done, owed: cell.owed },
      ...besideOf(numbersIn(numbers, place.id, dutyId)),
      ...(isLong(period) && cell.done < cell.owed && { open: openOf(place.id, dutyId, stored) }),
    }))
  const answer = { tally: tallyOf(numbers, duty, duties, period), period, rule: shownRule(duty) }
  if (!isClosed(period, context)) return done(answer)
  if (from === undefined) return done({ ...answer, parts })
  const { rows, next } = partFrom(parts, from, answer)
  return done({ ...answer, parts: rows, ...(next !== undefined && { next }) })
})
