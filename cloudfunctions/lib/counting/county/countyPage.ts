import type { ParsedRequestOf } from '@domain/contract/actions'
import { done } from '@domain/contract/answer'
import type { Overview } from '@domain/contract/committee'
import { dutiesFor } from '@domain/duty/dutiesFor'
import type { Duty } from '@domain/duty/duty'
import { treeFor } from '@domain/org/asOf'
import { judgedDay } from '@domain/org/membershipOn'
import type { Tree } from '@domain/org/tree'
import { rollupPeriods } from '@domain/progress/rollupPeriods'
import { periodByKey, periodOf } from '@domain/time/period'
import { readDuties } from '../../entry/cached'
import { readFaults } from '../../entry/readFaults'
import { aboutCounty, countyBranches } from '../../entry/targets'
import { useCase } from '../../entry/useCase'
import type { StoredRollup } from '../../store/collections/rollups'
import { findById } from '../../store/find'
import { cellOf, mayName, placesIn, tallyOf } from './countyWhy'

/** Every branch and every unit with a 中心组, each with the duties that are its own. */
function rows(
  stored: StoredRollup,
  duties: readonly Duty[],
  tree: Tree,
): Pick<Overview, 'branches' | 'units'> {
  const ofUnits = duties.filter(({ subject }) => subject === 'unit')
  const ofBranches = duties.filter(({ subject }) => subject !== 'unit')
  const cells = (id: string, own: readonly Duty[]) => own.map((duty) => cellOf(stored, id, duty.id))
  return {
    branches: placesIn(stored, tree, 'branch').map(({ _id, name }, i) => ({
      id: _id,
      number: i + 1,
      name,
      cells: cells(_id, ofBranches),
    })),
    units: placesIn(stored, tree, 'unit').map(({ _id, name }) => ({
      id: _id,
      name,
      cells: cells(_id, ofUnits),
    })),
  }
}

type Request = ParsedRequestOf<'committee.overview'>

/** The county's numbers, from the one document of the period. Before its first computation is over there are none: `rolledUpAt` 0. */
export const countyPage = useCase(
  'committee.overview',
  aboutCounty,
  async ({ periodKey }: Request, { now, today, register, calendar }) => {
    const period = periodKey === undefined ? periodOf('month', now) : periodByKey(periodKey)
    const tree = treeFor(register, period, now)
    const [stored, allDuties, faults] = await Promise.all([
      findById('rollups', period.key),
      readDuties(now),
      readFaults(register),
    ])
    const duties = dutiesFor(allDuties, period)
    const branchCount = countyBranches(tree, judgedDay(period, now)).length
    const offered = rollupPeriods(today)
    const closed = offered.filter((one) => mayName(one, { now, calendar })).map(({ key }) => key)
    const periods = offered.map(({ key }) => key)
    const common = { period, periods, closed, ...(faults.length > 0 && { faults }) }
    if (!stored || stored.watermark === 0)
      return done({ ...common, branchCount, memberCount: 0, county: [], rolledUpAt: 0 })
    return done({
      ...common,
      branchCount,
      memberCount: Object.values(stored.members).reduce((sum, members) => sum + members, 0),
      // A duty nobody in the county owes is left out.
      county: duties.map((duty) => tallyOf(stored, duty)).filter(({ owed }) => owed > 0),
      ...(mayName(period, { now, calendar }) && rows(stored, duties, tree)),
      rolledUpAt: stored.watermark,
    })
  },
)
