import type { Organisation } from '@domain/org/organisation'
import { type DuesMonth, duesRegister } from '@domain/papers/duesRegister'
import type { SheetPaper } from '@domain/papers/paper'
import { dayOf } from '@domain/time/day'
import { type Period, periodsIn } from '@domain/time/period'
import { readDuesRule, readTicks, tickableAmong } from '../people/entered/ticksOf'
import type { Context } from '../entry/useCase'
import { inTurns } from '../ground/inTurns'
import { readAllMembersOf } from '../store/readPeople'
import { placeIn } from './ledgerOf'

/** Months asked for at the same time. */
const TOGETHER = 4

/** Per member the months in which the branch takes the dues, as the page of each month has them. */
async function readMonths(branchId: string, year: Period, { now, today }: Context) {
  const [members, dutyId] = await Promise.all([readAllMembersOf(branchId), readDuesRule(now)])
  const found = new Map<string, Map<string, DuesMonth>>()
  const begun = periodsIn('month', year).filter(({ from }) => from <= today)
  await inTurns(begun, TOGETHER, async (period) => {
    const payers = tickableAmong(members, branchId, period, now)
    const ticks = await readTicks({ dutyId, period }, payers)
    for (const { _id } of payers) {
      const tick = ticks.get(_id)
      const is: DuesMonth = tick && tick.confirmed !== null ? { on: dayOf(tick.recordedAt) } : 'open'
      found.set(_id, (found.get(_id) ?? new Map<string, DuesMonth>()).set(period.key, is))
    }
  })
  return { members: members.filter(({ _id }) => found.has(_id)), found }
}

/** 党费登记表 of a year: months to come are empty, those before somebody came and after they left have no record. */
export async function duesRegisterOf(
  node: Organisation,
  year: Period,
  context: Context,
): Promise<SheetPaper> {
  const { today, names } = context
  const { members, found } = await readMonths(node._id, year, context)
  const payers = members
    .sort((a, b) => a.order - b.order)
    .map((member) => ({
      name: names.of(member),
      months: periodsIn('month', year).map(({ from, key }): DuesMonth =>
        from > today ? 'open' : (found.get(member._id)?.get(key) ?? 'elsewhere'),
      ),
    }))
  const { name: organisation } = placeIn(node, year, context).branch
  return duesRegister({ organisation, year, payers })
}
