import { mayDo } from '@domain/access/mayDo'
import type { Activity } from '@domain/activity/activity'
import { effectiveState } from '@domain/activity/effectiveState'
import type { ParsedRequestOf } from '@domain/contract/actions'
import { done } from '@domain/contract/answer'
import type { UnitPage } from '@domain/contract/unit'
import type { Duty } from '@domain/duty/duty'
import type { Fact } from '@domain/fact/fact'
import { treeFor } from '@domain/org/asOf'
import type { Member } from '@domain/org/member'
import { judgedDay } from '@domain/org/membershipOn'
import type { Organisation } from '@domain/org/organisation'
import { evaluateUnit } from '@domain/progress/evaluateUnit'
import { missingFirst } from '@domain/progress/missingFirst'
import { rollupPeriods } from '@domain/progress/rollupPeriods'
import { startOfDay } from '@domain/time/day'
import { contains, daysLeft, type Period, periodByKey, periodOf } from '@domain/time/period'
import { readDuties } from '../../entry/cached'
import { type Context, type Found, useCase } from '../../entry/useCase'
import { absentOf } from '../../meetings/activity/absentOf'
import { readTheoryGroupEver, theoryGroupOn } from '../../people/register/theoryGroup'
import { oneOf } from '../../store/conditions'
import { find } from '../../store/find'
import { readCalendar, readDrafts } from '../../store/readCalendar'
import { isRegistered, rollOf } from '../../store/readRoll'
import { dutyLine } from '../progress/dutyLine'

/** Actions about a unit (党组, 党委): its id stands where a branch's would. */
export function aboutUnit(unitId: string, { tree }: Context): Found<Organisation> | null {
  const unit = tree.get(unitId)
  return unit?.type === 'unit' ? { about: { branchId: unitId }, loaded: unit } : null
}

type Request = ParsedRequestOf<'unit.page'>
type Meeting = UnitPage['meetings'][number]

const load = ({ unitId }: Request, context: Context) => aboutUnit(unitId, context)

/** A month shows what it owes and the year it lies in; a year its own alone. */
const periodsShown = (period: Period): Period[] =>
  period.kind === 'year' ? [period] : [period, periodOf('year', startOfDay(period.from))]

function dutiesOf(
  unit: Organisation,
  members: readonly Member[],
  period: Period,
  duties: readonly Duty[],
  activities: readonly Activity[],
  now: number,
): UnitPage['duties'] {
  return periodsShown(period)
    .flatMap((one) => evaluateUnit({ unit, members, duties, period: one, now, facts: [], activities }))
    .sort(missingFirst)
    .map(({ duty, progress }) => ({ line: dutyLine(duty, progress) }))
}

/** What is shown, with who was expected and who was absent. */
async function withLists(activities: readonly Activity[]): Promise<Activity[]> {
  if (activities.length === 0) return []
  const _id = oneOf(activities.map((activity) => activity._id))
  const lists = await find('activities', { _id }, { limit: 5000, fields: ['expected', 'absences'] })
  const byId = new Map(lists.map((one) => [one._id, one]))
  return activities.map((activity) => ({ ...activity, ...byId.get(activity._id) }))
}

/** Who came to what is shown, in one call; nothing is asked when nothing is shown. */
async function readFactsAt(activities: readonly Activity[]): Promise<Map<string, Fact[]>> {
  const ids = activities.map(({ _id }) => _id)
  const facts = ids.length === 0 ? [] : await find('facts', { activityId: oneOf(ids) }, { limit: 20_000 })
  return new Map(ids.map((id) => [id, facts.filter(({ activityId }) => activityId === id)]))
}

interface Looked {
  facts: ReadonlyMap<string, Fact[]>
  people: readonly Member[]
  /** Who was absent and why is for those who run the unit's studies; the others read how many. */
  runs: boolean
}

function meetingOf(activity: Activity, { facts, people, runs }: Looked, { now, names }: Context): Meeting {
  const { _id, kind, title, startsAt, topic, expected } = activity
  const roll = rollOf(facts.get(_id) ?? [])
  const absences = absentOf(activity, roll)
  const nameOf = (id: string) => {
    const member = people.find((one) => one._id === id)
    return member ? names.of(member) : ''
  }
  return {
    id: _id,
    kind,
    title,
    startsAt,
    state: effectiveState(activity, now),
    ...(topic !== undefined && { topic }),
    expected: expected.length,
    attended: expected.filter(({ memberId }) => isRegistered(roll.attendance.get(memberId))).length,
    absences: absences.length,
    absent: runs ? absences.map(({ memberId, reason }) => ({ name: nameOf(memberId), reason })) : [],
  }
}

/** Whether this person plans what the unit holds. */
export const mayPlanFor = ({ _id }: Organisation, { caller, today, tree }: Context): boolean => {
  const activity = { kind: 'unit_theory_study' as const, hostId: _id, branchId: _id, createdBy: '' }
  return mayDo('activity.save', caller, { day: today, branchId: _id, activity }, tree)
}

/** 中心组, 党组: what the unit owes, who belongs to it, what was held and what is to come. */
export const unitPage = useCase('unit.page', load, async ({ periodKey }, context, unit) => {
  const { now, today, register, names } = context
  const period = periodKey === undefined ? periodOf('month', now) : periodByKey(periodKey)
  const since = startOfDay(periodOf('year', startOfDay(period.from)).from)
  const [duties, ever, calendar] = await Promise.all([
    readDuties(now),
    readTheoryGroupEver(unit._id),
    readCalendar([unit._id], since),
  ])
  const mayPlan = mayPlanFor(unit, context)
  const drafts = mayPlan ? await readDrafts([unit._id], since) : []
  const shown = await withLists(
    [...calendar, ...drafts]
      .filter(({ startsAt }) => contains(period, startsAt))
      .sort((a, b) => b.startsAt - a.startsAt),
  )
  const facts = await readFactsAt(shown)
  const day = judgedDay(period, now)
  return done({
    unit: { id: unit._id, name: treeFor(register, period, now).get(unit._id)?.name ?? unit.name },
    period,
    periods: rollupPeriods(today).flatMap(({ kind, key }) =>
      kind === 'month' || kind === 'year' ? key : [],
    ),
    daysLeft: daysLeft(period, now),
    duties: dutiesOf(unit, ever, period, duties, calendar, now),
    people: theoryGroupOn(ever, unit._id, day).map((member) => ({
      memberId: member._id,
      name: names.of(member),
    })),
    meetings: shown.map((activity) => meetingOf(activity, { facts, people: ever, runs: mayPlan }, context)),
    mayPlan,
  })
})
