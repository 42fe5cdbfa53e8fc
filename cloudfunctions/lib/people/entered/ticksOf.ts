import { done, refuse } from '@domain/contract/answer'
import { doneBy } from '@domain/duty/doneBy'
import { enteredRules, tickedPeriod } from '@domain/duty/enteredRules'
import type { Fact } from '@domain/fact/fact'
import type { Member } from '@domain/org/member'
import { branchFor } from '@domain/org/membershipOn'
import type { Organisation } from '@domain/org/organisation'
import { startOfDay } from '@domain/time/day'
import { entryClosesAt } from '@domain/time/entryDeadline'
import { type Period, periodByKey } from '@domain/time/period'
import type { WorkCalendar } from '@domain/time/workCalendar'
import { readDuties } from '../../entry/cached'
import { aboutBranch, named } from '../../entry/targets'
import { useCase } from '../../entry/useCase'
import { oneOf } from '../../store/conditions'
import { find } from '../../store/find'
import { readAllMembersOf } from '../../store/readPeople'

/** What is ticked: a rule, for one of its periods. */
export interface Ticked {
  dutyId: string
  period: Period
}

/** The id of the rule of the dues; a rule keeps it through all its versions. */
export async function readDuesRule(now: number): Promise<string> {
  const rule = (await readDuties(now)).find((duty) => doneBy(duty) === 'dues')
  if (!rule) throw new Error('no rule of the dues')
  return rule.id
}

/** What a request means: without a rule the dues of the month. null: no rule of that id is ticked in the branch then. */
export async function readTicked(
  { month, dutyId }: { month: string; dutyId?: string | undefined },
  { branchType }: Pick<Organisation, 'branchType'>,
  now: number,
): Promise<Ticked | null> {
  const period = periodByKey(month)
  if (dutyId === undefined) return { dutyId: await readDuesRule(now), period }
  const { ticks } = enteredRules(await readDuties(now), branchType, period.from)
  const rule = ticks.find(({ id }) => id === dutyId)
  return rule ? { dutyId, period: tickedPeriod(rule, period.from) } : null
}

/** The natural key of a tick. */
export const tickId = ({ dutyId, period }: Ticked, memberId: string): string =>
  `${dutyId}_${memberId}_${period.key}`

/** From the period's first day until the fifth workday after it. */
export const isOpenFor = (
  period: Period,
  { now, calendar }: { now: number; calendar: WorkCalendar },
): boolean => startOfDay(period.from) <= now && now < entryClosesAt(period, calendar)

/** Of these those whom the branch ticks for a period: who belongs to it then, in register order. */
export const tickableAmong = (
  members: readonly Member[],
  branchId: string,
  period: Period,
  now: number,
): Member[] =>
  members.filter((member) => branchFor(member, period, now) === branchId).sort((a, b) => a.order - b.order)

/** Whom the branch ticks for a period. */
export const readTickable = async (branchId: string, period: Period, now: number): Promise<Member[]> =>
  tickableAmong(await readAllMembersOf(branchId), branchId, period, now)

/** Ticks of a period by member, those that wait for a second person among them. */
export async function readTicks(
  ticked: Ticked,
  members: readonly Member[],
): Promise<ReadonlyMap<string, Fact>> {
  const ids = members.map(({ _id }) => tickId(ticked, _id))
  const facts = await find('facts', { _id: oneOf(ids), annulled: null }, { limit: 2000 })
  return new Map(facts.map((fact) => [fact.memberId, fact]))
}

/** 党费 of a month, or another tick of its period: who of the branch is ticked, in register order. */
export const ticksOf = useCase(
  'deed.ticks',
  aboutBranch,
  async ({ month, dutyId }, { now, calendar, caller, names }, branch) => {
    const ticked = await readTicked({ month, dutyId }, branch, now)
    if (!ticked) return refuse('invalid_request', { path: 'dutyId' })
    const { period } = ticked
    const members = await readTickable(branch._id, period, now)
    const ticks = await readTicks(ticked, members)
    return done({
      branch: named(branch),
      month,
      ...(period.key !== month && { periodKey: period.key }),
      open: isOpenFor(period, { now, calendar }),
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
