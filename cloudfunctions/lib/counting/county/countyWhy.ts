import type { ParsedRequestOf } from '@domain/contract/actions'
import { done, refuse } from '@domain/contract/answer'
import { dutiesFor } from '@domain/duty/dutiesFor'
import { treeFor } from '@domain/org/asOf'
import { periodByKey } from '@domain/time/period'
import { readDuties } from '../../entry/readDuties'
import { aboutCounty } from '../../entry/targets'
import { useCase } from '../../entry/useCase'
import { findById } from '../../store/find'
import { shownRule } from '../rules/shownRule'
import { cellOf, mayName, placesIn, tallyOf } from './countyNumbers'

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
