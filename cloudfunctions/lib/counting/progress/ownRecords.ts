import type { Activity } from '@domain/activity/activity'
import { kindLabels } from '@domain/activity/kindLabels'
import { awaitsSecond } from '@domain/activity/lateEntry'
import { lacks } from '@domain/activity/validatePlan'
import { done } from '@domain/contract/answer'
import type { Records } from '@domain/contract/progress'
import type { ActivityKind } from '@domain/contract/words'
import { doneBy } from '@domain/duty/doneBy'
import { dutiesFor } from '@domain/duty/dutiesFor'
import type { Duty } from '@domain/duty/duty'
import { indexActivities } from '@domain/evidence/indexActivities'
import type { Fact } from '@domain/fact/fact'
import { indexFacts } from '@domain/fact/indexFacts'
import { treeFor } from '@domain/org/asOf'
import type { Member } from '@domain/org/member'
import type { Tree } from '@domain/org/tree'
import { evaluateMember } from '@domain/progress/evaluateMember'
import { isAnnounced } from '@domain/progress/isAnnounced'
import { lifeId } from '@domain/progress/lifeDuty'
import { startOfDay } from '@domain/time/day'
import { type Period, periodByKey, periodKinds, periodOf, periodsIn } from '@domain/time/period'
import { ownState } from '../../community/listDeeds'
import { readDuties } from '../../entry/cached'
import { aboutSelf } from '../../entry/targets'
import { type Context, useCase } from '../../entry/useCase'
import { partFrom } from '../../ground/fitting'
import type { Household } from '../../store/collections/households'
import { oneOf } from '../../store/conditions'
import { find } from '../../store/find'
import { readMemberYear } from '../../store/readFactsWithActivities'
import { readNameable } from '../../store/readPeople'
import { lifeKinds } from './lifeKinds'

interface Year {
  facts: Fact[]
  activities: Activity[]
}
type Counted = Records['records'][number]['countsTowards'][number]

/** Every month, quarter, half and the year itself. */
const periodsOf = (year: Period): Period[] => periodKinds.flatMap((kind) => periodsIn(kind, year))

/** Months of the year before in which a study was missed that was made up in this one. */
function madeUpBefore(year: Period, { facts, activities }: Year): Period[] {
  const madeUp = new Set(facts.flatMap(({ kind, activityId }) => (kind === 'make_up' ? activityId : [])))
  const missed = activities.filter(({ _id, startsAt }) => madeUp.has(_id) && startsAt < startOfDay(year.from))
  const months = missed.map(({ startsAt }) => periodOf('month', startsAt))
  return [...new Map(months.map((month) => [month.key, month])).values()]
}

/** Fact id → the numbers it is counted in, as the evaluator says it. */
function numbersOf(
  member: Member,
  year: Period,
  { facts, activities }: Year,
  { duties, register, now }: { duties: Duty[]; register: Tree; now: number },
) {
  const numbers = new Map<string, Counted[]>()
  const evidence = { facts: indexFacts(facts), activities: indexActivities(activities) }
  for (const period of [...periodsOf(year), ...madeUpBefore(year, { facts, activities })]) {
    const known = new Map(dutiesFor(duties, period).map((duty) => [duty.id, duty]))
    const tree = treeFor(register, period, now)
    for (const { dutyId, counted } of evaluateMember({ member, tree, duties, period, now, ...evidence })) {
      const duty = known.get(dutyId)
      if (!duty) continue
      const number = { label: duty.label, doneBy: doneBy(duty), of: { dutyId, periodKey: period.key } }
      for (const { id } of counted) numbers.set(id, [...(numbers.get(id) ?? []), number])
    }
  }
  return numbers
}

/** The number of a kind without a minimum, in the period in which the branch owes to hold it. */
function lifeNumber(kind: ActivityKind, { startsAt }: Activity): Counted {
  const period = (['month', 'quarter', 'year'] as const).find((one) => lifeKinds[one].includes(kind))
  const of = period && { dutyId: lifeId(kind), periodKey: periodOf(period, startsAt).key }
  return { label: kindLabels[kind], ...(of && { of }) }
}

/** Kinds without a minimum for members (主题党日), named where the registration is valid and the meeting lacks nothing its kind needs. */
function lifeNumbers(fact: Fact, activity: Activity | undefined, duties: Duty[]): Counted[] {
  if (!activity || fact.kind !== 'attendance' || recordState(fact, activity) !== 'valid') return []
  const owed = new Set(
    duties.flatMap(({ subject, counts }) => (subject === 'member' && 'kinds' in counts ? counts.kinds : [])),
  )
  return [activity.kind, ...activity.carries]
    .filter((kind) => !owed.has(kind) && !lacks(kind, activity))
    .map((kind) => lifeNumber(kind, activity))
}

/** Whether a record of one’s own stands, as its page says it. */
export function recordState(fact: Fact, activity: Activity | undefined) {
  if (fact.kind === 'deed' && ownState(fact) === 'dropped') return 'cancelled' as const
  if (fact.annulled) return 'struck' as const
  if (activity?.state === 'cancelled') return 'cancelled' as const
  return fact.confirmed === null || (activity && awaitsSecond(activity))
    ? ('waiting' as const)
    : ('valid' as const)
}

function titleOf({ kind, detail, dutyId }: Fact, activity: Activity | undefined, duties: Duty[]): string {
  if (activity) return activity.title
  if (kind === 'visit') return '入户走访'
  if (kind === 'talk') return '谈心谈话'
  const isOf = ({ id, counts }: Duty) => (dutyId === undefined ? counts.what === 'deed' : id === dutyId)
  const duty = duties.find(isOf)
  return detail?.title ?? duty?.label ?? ''
}

function placeOf(
  fact: Fact,
  activity: Activity | undefined,
  households: Household[],
  tree: Tree,
): string | undefined {
  if (activity) return activity.place
  const household = households.find(({ _id }) => _id === fact.householdId)
  if (!household && fact.kind === 'deed') return tree.get(fact.hostId)?.name
  return household && `${tree.get(household.villageId)?.name ?? ''} ${household.number}`.trim()
}

/** Of a talk the other one; of all else nobody. */
function partnerOf({ memberId, detail }: Fact, own: Member): string | undefined {
  return detail?.withMemberId === own._id ? memberId : detail?.withMemberId
}

async function readPartners(facts: readonly Fact[], own: Member, { names }: Pick<Context, 'names'>) {
  const people = await readNameable(facts.flatMap((fact) => partnerOf(fact, own) ?? []))
  return new Map([...people].map(([id, member]) => [id, names.acting(member)]))
}

/** 我的记录: one's own facts of a year, newest first and in parts, and what each is good for. */
export const ownRecords = useCase(
  'progress.records',
  aboutSelf,
  async (request, { now, tree, register, names }, member) => {
    const year = periodByKey(String(request.year))
    const [duties, found] = await Promise.all([readDuties(now), readMemberYear(member._id, year.from)])
    const visited = [...new Set(found.facts.flatMap(({ householdId }) => householdId ?? []))]
    const [households, partners] = await Promise.all([
      visited.length === 0 ? [] : find('households', { _id: oneOf(visited) }),
      readPartners(found.facts, member, { names }),
    ])
    const activities = new Map(found.activities.map((activity) => [activity._id, activity]))
    const numbers = numbersOf(member, year, found, { duties, register, now })
    const all = found.facts
      .filter((fact) => !isAnnounced(fact) || !fact.annulled)
      .sort((a, b) => b.occurredAt - a.occurredAt || (a._id < b._id ? -1 : 1))
      .map((fact): Records['records'][number] => {
        const activity = fact.activityId === undefined ? undefined : activities.get(fact.activityId)
        const partner = partners.get(partnerOf(fact, member) ?? '')
        const place = partner === undefined ? placeOf(fact, activity, households, tree) : `和${partner}`
        return {
          id: fact._id,
          kind: fact.kind,
          title: titleOf(fact, activity, duties),
          at: fact.occurredAt,
          way: fact.way,
          ...(place !== undefined && { place }),
          countsTowards: [...lifeNumbers(fact, activity, duties), ...(numbers.get(fact._id) ?? [])],
          state: recordState(fact, activity),
          guest: fact.guest === true,
          ...(activity?.late && { late: true }),
          ...(fact.activityKind === 'community_service' && { service: true as const }),
        }
      })
    const { rows: records, ...next } = partFrom(all, request.from ?? 0, {})
    return done({ year: request.year, records, ...next })
  },
)
