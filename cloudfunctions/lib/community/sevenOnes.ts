import { awaitsSecond } from '@domain/activity/lateEntry'
import { type SevenOneRecord, sevenOneTiles } from '@domain/activity/sevenOneTiles'
import { done } from '@domain/contract/answer'
import { deedSevenOnes } from '@domain/contract/lists'
import { addDays, addMonths, dayOf } from '@domain/time/day'
import type { Period } from '@domain/time/period'
import { aboutBranch, named } from '../entry/targets'
import { useCase } from '../entry/useCase'
import { between, notAwaited, oneOf } from '../store/conditions'
import { find } from '../store/find'
import { readLastVisit, readServed } from '../store/readServed'

type Days = Pick<Period, 'from' | 'to'>

/** Services that took place and at which somebody of the branch is registered. */
async function served(branchId: string, days: Days): Promise<SevenOneRecord[]> {
  const ids = await readServed(branchId, days)
  const fields = ['title', 'startsAt', 'sevenOnes', 'state', 'late'] as const
  const services = ids.length === 0 ? [] : await find('activities', { _id: oneOf(ids) }, { fields })
  return services
    .filter((service) => service.state !== 'cancelled' && !awaitsSecond(service))
    .map(({ title, startsAt, sevenOnes: ones = [] }) => ({ ones, on: dayOf(startsAt), title }))
}

/** 实事 that are done and confirmed, each with the one its member said it is. */
async function deeds(branchId: string, { from, to }: Days): Promise<SevenOneRecord[]> {
  const settled = { confirmed: notAwaited(), annulled: null, 'detail.sevenOne': oneOf(deedSevenOnes) }
  const where = { branchId, kind: 'deed', occurredOn: between(from, to), ...settled }
  const facts = await find('facts', where, { fields: ['occurredOn', 'detail'] })
  return facts.map(({ occurredOn: on, detail }) => ({
    ...{ ones: deedSevenOnes.filter((one) => one === detail?.sevenOne), on, title: detail?.title ?? '' },
  }))
}

/** A visit to a household is 走访慰问; whose it was is not said. */
async function visits(branchId: string, days: Days): Promise<SevenOneRecord[]> {
  const on = await readLastVisit(branchId, days)
  return on === null ? [] : [{ ones: ['visit'], on }]
}

/** 七个一 of a branch (DUTIES row 29): of the last twelve months, from records that stand already. */
export const sevenOnesOf = useCase('service.sevenOnes', aboutBranch, async (_request, { today }, branch) => {
  const days = { from: addDays(addMonths(today, -12), 1), to: today }
  const records = await Promise.all([served, deeds, visits].map((read) => read(branch._id, days)))
  return done({ branch: named(branch), tiles: sevenOneTiles(records.flat()) })
})
