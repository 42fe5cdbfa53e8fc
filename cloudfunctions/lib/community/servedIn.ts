import type { Activity } from '@domain/activity/activity'
import { awaitsSecond } from '@domain/activity/lateEntry'
import { done, refuse } from '@domain/contract/answer'
import type { Fact } from '@domain/fact/fact'
import { treeFor } from '@domain/org/asOf'
import type { Organisation } from '@domain/org/organisation'
import { type Tree, upFrom } from '@domain/org/tree'
import { endOfDay, startOfDay } from '@domain/time/day'
import { type Period, periodByKey } from '@domain/time/period'
import { inTreeOrder } from '../entry/inTreeOrder'
import { aboutPlace, named } from '../entry/targets'
import { type Context, useCase } from '../entry/useCase'
import { atLeast, between, oneOf } from '../store/conditions'
import { find } from '../store/find'

/** Records of a community in a quarter at most: every branch of a county every week. */
const MOST = 20_000

const factFields = ['kind', 'memberId', 'branchId', 'activityId', 'detail'] as const
const serviceFields = ['title', 'startsAt', 'serviceKind', 'late', 'state'] as const
export type ServedFact = Pick<Fact, '_id' | (typeof factFields)[number]>
export type ServedService = Pick<Activity, '_id' | (typeof serviceFields)[number]>

/** What members of a unit did for a community, each of it confirmed. */
export interface ServedByUnit {
  unit: Organisation
  facts: ServedFact[]
}

/** Whom a letter goes to: the unit above a branch, or the branch itself where it stands under none. */
const addresseeOf = (branchId: string, tree: Tree): Organisation | undefined =>
  upFrom(tree, branchId).find(({ type }) => type === 'unit') ?? tree.get(branchId)

/** Services and 实事 of a quarter that the community has confirmed, unit by unit in 组织序列; of a 补录 once its second person has said yes. */
export async function servedIn(
  communityId: string,
  period: Period,
  { register, now }: Pick<Context, 'register' | 'now'>,
): Promise<{ units: ServedByUnit[]; services: ReadonlyMap<string, ServedService> }> {
  const within = between(startOfDay(period.from), endOfDay(period.to) - 1)
  const confirmed = { occurredAt: within, 'confirmed.at': atLeast(0), annulled: null }
  const [facts, activities] = await Promise.all([
    find(
      'facts',
      { hostId: communityId, kind: oneOf(['attendance', 'deed']), ...confirmed },
      { limit: MOST, fields: factFields },
    ),
    find(
      'activities',
      { branchId: communityId, kind: 'community_service', startsAt: within },
      { limit: MOST, fields: serviceFields },
    ),
  ])
  const standing = activities.filter((service) => service.state !== 'cancelled' && !awaitsSecond(service))
  const services = new Map(standing.map((service) => [service._id, service]))
  const tree = treeFor(register, period, now)
  const units = new Map<string, ServedByUnit>()
  for (const fact of facts) {
    const unit = addresseeOf(fact.branchId, tree)
    if (!unit || (fact.kind === 'attendance' && !services.has(fact.activityId ?? ''))) continue
    const served = units.get(unit._id) ?? { unit, facts: [] }
    served.facts.push(fact)
    units.set(unit._id, served)
  }
  const byOrder = inTreeOrder(tree)
  return { units: [...units.values()].sort((a, b) => byOrder(a.unit, b.unit)), services }
}

export const timesOf = ({ facts }: ServedByUnit): number =>
  facts.filter(({ kind }) => kind === 'attendance').length

/** 反馈函: for which units there is one of a quarter, and what it tells of, in numbers. */
export const listServed = useCase(
  'community.served',
  ({ communityId }, context) => aboutPlace(communityId, ['community'], context),
  async ({ periodKey }, context, community) => {
    const period = periodByKey(periodKey)
    if (period.from > context.today) return refuse('invalid_request', { path: 'periodKey' })
    const { units } = await servedIn(community._id, period, context)
    return done({
      community: named(community),
      units: units.map((served) => {
        const times = timesOf(served)
        return { ...named(served.unit), times, deeds: served.facts.length - times }
      }),
    })
  },
)
