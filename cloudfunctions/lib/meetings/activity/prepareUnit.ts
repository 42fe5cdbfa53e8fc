import type { Activity } from '@domain/activity/activity'
import type { ResponseOf } from '@domain/contract/actions'
import type { Member } from '@domain/org/member'
import { membershipOn } from '@domain/org/membershipOn'
import type { Organisation } from '@domain/org/organisation'
import { evaluateUnit } from '@domain/progress/evaluateUnit'
import { isGap } from '@domain/progress/gapNow'
import { addDays, startOfDay } from '@domain/time/day'
import { periodKinds, periodOf } from '@domain/time/period'
import { readDuties } from '../../entry/cached'
import type { Context } from '../../entry/useCase'
import { readTheoryGroupEver, theoryGroupOn } from '../../people/register/theoryGroup'
import { readPlans } from '../../store/readPlans'
import { hostKinds } from './checkPlan'
import { aroundOf, marksOf } from './prepareBranch'
import { suggestPlan } from './suggestPlan'
import { type Line, wantedFrom } from './wantedFrom'

type Prepared = Omit<ResponseOf<'activity.prepare'>, 'current'>

function personOf(member: Member, { today, names }: Context) {
  const groupId = membershipOn(member, today)?.groupId
  const { _id: id, standing } = member
  return { id, name: names.of(member), standing, ...(groupId !== undefined && { groupId }) }
}

const gapsOf = (lines: readonly Line[]) =>
  lines.flatMap(({ duty: { counts }, progress }) =>
    isGap(progress) && counts.what === 'held' ? counts.kinds : [],
  )

/** A plan of a unit: it holds itself, its 中心组 is expected, nothing is carried. */
export async function prepareUnit(unit: Organisation, context: Context): Promise<Prepared> {
  const { now, today, calendar } = context
  const [members, duties, activities] = await Promise.all([
    readTheoryGroupEver(unit._id),
    readDuties(now),
    readPlans(unit._id, startOfDay(addDays(today, -366))),
  ])
  const people = theoryGroupOn(members, unit._id, today)
  const memberIds = people.map(({ _id }) => _id)
  const kinds = [...hostKinds(unit)]
  const newestFirst = activities
    .filter(({ state }) => state !== 'cancelled')
    .sort((a: Activity, b: Activity) => b.startsAt - a.startsAt)
  const lines: Line[] = periodKinds.flatMap((kind) => {
    const period = periodOf(kind, now)
    const evaluated = evaluateUnit({ unit, members, duties, period, now, facts: [], activities })
    return evaluated.map((line) => ({ ...line, period }))
  })
  return {
    branch: { id: unit._id, name: unit.name },
    hosts: [{ id: unit._id, name: unit.name, kinds, memberIds }],
    people: people.map((member) => personOf(member, context)),
    ...marksOf(lines, now, gapsOf),
    mayCarry: [],
    around: aroundOf(activities, today),
    suggestions:
      memberIds.length === 0
        ? []
        : kinds.map((kind) => {
            const last = newestFirst.find((activity) => activity.kind === kind)
            const notBefore = wantedFrom(lines, kind, unit)
            const when = { now, calendar, activities: newestFirst, notBefore, mayCarry: [] }
            return suggestPlan(kind, unit, undefined, last, when)
          }),
  }
}
