import { done } from '@domain/contract/answer'
import { doneBy } from '@domain/duty/doneBy'
import type { Fact } from '@domain/fact/fact'
import type { Member } from '@domain/org/member'
import { branchFor } from '@domain/org/membershipOn'
import { startOfDay } from '@domain/time/day'
import { entryClosesAt } from '@domain/time/entryDeadline'
import { periodByKey } from '@domain/time/period'
import type { WorkCalendar } from '@domain/time/workCalendar'
import { readDuties } from '../entry/cached'
import { aboutBranch } from '../entry/targets'
import { useCase } from '../entry/useCase'
import { oneOf } from '../store/conditions'
import { find } from '../store/find'
import { readAllMembersOf } from '../store/readPeople'

/** The id of the rule of the dues; a rule keeps it through all its versions. */
export async function readDuesRule(now: number): Promise<string> {
  const rule = (await readDuties(now)).find((duty) => doneBy(duty) === 'dues')
  if (!rule) throw new Error('no rule of the dues')
  return rule.id
}

/** The natural key of a tick. */
export const duesId = (dutyId: string, memberId: string, month: string): string =>
  `${dutyId}_${memberId}_${month}`

/** From the month's first day until the fifth workday after it. */
export function isOpenFor(
  month: string,
  { now, calendar }: { now: number; calendar: WorkCalendar },
): boolean {
  const period = periodByKey(month)
  return startOfDay(period.from) <= now && now < entryClosesAt(period, calendar)
}

/** Of these those whose dues of a month the branch takes: who belongs to it for that month, in register order. */
export function payersAmong(
  members: readonly Member[],
  branchId: string,
  month: string,
  now: number,
): Member[] {
  const period = periodByKey(month)
  return members
    .filter((member) => branchFor(member, period, now) === branchId)
    .sort((a, b) => a.order - b.order)
}

/** Whose dues of a month the branch takes. */
export const payers = async (branchId: string, month: string, now: number): Promise<Member[]> =>
  payersAmong(await readAllMembersOf(branchId), branchId, month, now)

/** Ticks of a month by member, those that wait for a second person among them. */
export async function readTicks(
  dutyId: string,
  members: readonly Member[],
  month: string,
): Promise<ReadonlyMap<string, Fact>> {
  const ids = members.map(({ _id }) => duesId(dutyId, _id, month))
  const facts = await find('facts', { _id: oneOf(ids), annulled: null }, { limit: 2000 })
  return new Map(facts.map((fact) => [fact.memberId, fact]))
}

/** 党费 of a month: who of the branch is ticked, in register order. */
export const duesTicks = useCase(
  'deed.ticks',
  aboutBranch,
  async ({ month }, { now, calendar, caller, names }, branch) => {
    const [members, dutyId] = await Promise.all([payers(branch._id, month, now), readDuesRule(now)])
    const ticks = await readTicks(dutyId, members, month)
    return done({
      branch: { id: branch._id, name: branch.name },
      month,
      open: isOpenFor(month, { now, calendar }),
      rows: members.map((member) => {
        const { _id, standing } = member
        const fact = ticks.get(_id)
        const waits = fact?.confirmed === null
        return {
          memberId: _id,
          name: names.of(member),
          standing,
          // To whoever may say the second word it is still to be ticked.
          ticked: fact !== undefined && (!waits || _id === caller.member?._id),
          ...(fact && { at: fact.recordedAt }),
          ...(waits && { waits }),
        }
      }),
    })
  },
)
