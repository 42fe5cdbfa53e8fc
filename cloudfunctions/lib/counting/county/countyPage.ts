import { mayDo } from '@domain/access/mayDo'
import type { ParsedRequestOf } from '@domain/contract/actions'
import { done, refuse, type Refusal } from '@domain/contract/answer'
import type { Overview } from '@domain/contract/committee'
import type { Duty } from '@domain/duty/duty'
import { treeFor } from '@domain/org/asOf'
import { judgedDay } from '@domain/org/membershipOn'
import type { Organisation } from '@domain/org/organisation'
import type { Tree } from '@domain/org/tree'
import { rollupPeriods } from '@domain/progress/rollupPeriods'
import { isClosed } from '@domain/time/entryDeadline'
import { type Period, periodByKey, periodOf } from '@domain/time/period'
import { readDuties } from '../../entry/cached'
import { readFaults } from '../../entry/readFaults'
import { aboutCounty, branchesBelow, countyBranches } from '../../entry/targets'
import { type Context, type Found, useCase } from '../../entry/useCase'
import { partFrom } from '../../ground/fitting'
import { cellOf, placesIn, tallyOf } from './countyWhy'
import { below, dutiesOver, isLong, type Numbers, readNumbers, summed } from './numbersOf'
import { aboveOf, lastClosed } from './overseen'

/** Every branch and every unit with a 中心组, each with the duties that are its own. */
function rows(numbers: Numbers, duties: readonly Duty[], tree: Tree): Pick<Overview, 'branches' | 'units'> {
  const ofUnits = duties.filter(({ subject }) => subject === 'unit')
  const ofBranches = duties.filter(({ subject }) => subject !== 'unit')
  const cells = (id: string, own: readonly Duty[]) => own.map((duty) => cellOf(numbers, id, duty.id))
  const unitOf = ({ parentId }: Organisation) =>
    parentId !== null && tree.get(parentId)?.type === 'unit' ? { unitId: parentId } : {}
  return {
    branches: placesIn(numbers, tree, 'branch').map((branch, i) => ({
      id: branch._id,
      number: i + 1,
      name: branch.name,
      ...unitOf(branch),
      cells: cells(branch._id, ofBranches),
    })),
    units: placesIn(numbers, tree, 'unit').map(({ _id, name }) => ({
      id: _id,
      name,
      cells: cells(_id, ofUnits),
    })),
  }
}

type Request = ParsedRequestOf<'committee.overview'>
interface Asked {
  period: Period
  unit?: Organisation
}

/** The county's running month, or a unit's last closed one, where nothing else is asked for. While a period runs only the county's sums are told. */
function load({ periodKey, underId }: Request, context: Context): Found<Asked> | Refusal | null {
  const named = periodKey === undefined ? undefined : periodByKey(periodKey)
  if (underId === undefined) {
    const county = aboutCounty(undefined, context)
    return county && { ...county, loaded: { period: named ?? periodOf('month', context.now) } }
  }
  const unit = context.tree.get(underId)
  if (unit?.type !== 'unit') return null
  return { about: { branchId: underId }, loaded: { period: named ?? lastClosed(context), unit } }
}

/** What is said of a period whether anything is counted in it or not. */
function commonOf({ period, unit }: Asked, then: Tree, context: Context) {
  const { now, today } = context
  const offered = rollupPeriods(today)
  const on = judgedDay(period, now)
  return {
    period,
    ...(unit && { under: { id: unit._id, name: unit.name, above: aboveOf(unit, then, context) } }),
    periods: offered.map(({ key }) => key),
    closed: offered.filter((one) => isClosed(one, context)).map(({ key }) => key),
    branchCount: (unit ? branchesBelow(unit._id, then, on) : countyBranches(then, on)).length,
  }
}

const mayAnswer = (context: Context): boolean => {
  const { caller, today, tree } = context
  const county = aboutCounty(undefined, context)
  return county !== null && mayDo('committee.waits', caller, { day: today, ...county.about }, tree)
}

/** The county's numbers, or a unit's, from the documents of the period. Before their first computation is over there are none: `rolledUpAt` 0. */
export const countyPage = useCase('committee.overview', load, async ({ from }, context, asked) => {
  const { now, register } = context
  const { period, unit } = asked
  if (unit && !isClosed(period, context)) return refuse('invalid_request', { path: 'periodKey' })
  const then = treeFor(register, period, now)
  const [stored, allDuties, faults] = await Promise.all([
    readNumbers(period),
    readDuties(now),
    readFaults(register),
  ])
  const common = {
    ...commonOf(asked, then, context),
    ...(faults.length > 0 && { faults }),
    ...(mayAnswer(context) && { mayAnswer: true }),
  }
  const numbers = below(summed(period, stored), unit?._id, then)
  if (numbers.watermark === 0) return done({ ...common, memberCount: 0, county: [], rolledUpAt: 0 })
  const duties = dutiesOver(period, allDuties)
  const isNamed = isClosed(period, context) && !isLong(period)
  const { branches, ...listed } = isNamed ? rows(numbers, duties, then) : {}
  const answer = {
    ...common,
    memberCount: Object.values(numbers.members).reduce((sum, members) => sum + members, 0),
    // A duty nobody in the county owes is left out.
    county: duties.map((duty) => tallyOf(numbers, duty, duties, period)).filter(({ owed }) => owed > 0),
    ...listed,
    rolledUpAt: numbers.watermark,
  }
  if (!branches || from === undefined) return done({ ...answer, ...(branches && { branches }) })
  const { rows: atOnce, next } = partFrom(branches, from, answer)
  return done({ ...answer, branches: atOnce, ...(next !== undefined && { next }) })
})
