import type { Activity } from '@domain/activity/activity'
import { nextMonthly, sinceMidnight } from '@domain/activity/nextMonthly'
import { done, refuse } from '@domain/contract/answer'
import type { ServiceForm } from '@domain/contract/service'
import type { Organisation } from '@domain/org/organisation'
import { addDays, dayOf, endOfDay, startOfDay, weekdayOf } from '@domain/time/day'
import { periodOf } from '@domain/time/period'
import { aboutPlace, isService } from '../entry/targets'
import { type Context, useCase } from '../entry/useCase'
import { atLeast, between, oneOf } from '../store/conditions'
import { countResidents } from '../store/countResidents'
import { count, find, findById } from '../store/find'
import { serviceFormFields } from '../store/readServices'

const MINUTE = 60_000
const SATURDAY = 6

type Last = Pick<Activity, (typeof serviceFormFields)[number]>

/** Announced and not called off. */
const standing = ['published', 'open', 'closed', 'recorded']

/** The newest one that was announced and not called off, of the last year or still to come. */
async function readLast(communityId: string, now: number): Promise<Last | undefined> {
  const where = {
    branchId: communityId,
    kind: 'community_service',
    startsAt: atLeast(startOfDay(addDays(dayOf(now), -366))),
    state: oneOf(standing),
  }
  const rows = await find('activities', where, { fields: serviceFormFields })
  return rows.sort((a, b) => b.startsAt - a.startsAt)[0]
}

/** A service as its form has it. */
export function formOf(of: Last, communityId: string): ServiceForm {
  const { title, startsAt, endsAt, place, serviceKind = 'theme', contact, limit, sevenOnes } = of
  return {
    ...{ communityId, serviceKind, title, startsAt, endsAt, place },
    ...(contact !== undefined && { contact }),
    ...(limit !== undefined && { limit }),
    ...(sevenOnes && { sevenOnes }),
  }
}

/** As it was last month, moved on: same weekday, same week of the month, same hour. */
function moved(last: Last, communityId: string, today: string): ServiceForm {
  const { startsAt, endsAt } = last
  const next = startOfDay(nextMonthly(dayOf(startsAt), today)) + sinceMidnight(startsAt)
  return { ...formOf(last, communityId), startsAt: next, endsAt: next + (endsAt - startsAt) }
}

/** 本月名额: of what is announced for the running month; no number where one of it has 名额不限. */
async function placesOfMonth(communityId: string, now: number) {
  const { from, to } = periodOf('month', now)
  const where = {
    ...{ branchId: communityId, kind: 'community_service', state: oneOf(standing) },
    startsAt: between(startOfDay(from), endOfDay(to) - 1),
  }
  const rows = await find('activities', where, { fields: ['limit'] })
  const limits = rows.flatMap(({ limit }) => limit ?? [])
  return {
    services: rows.length,
    ...(limits.length === rows.length && { places: limits.reduce((sum, one) => sum + one, 0) }),
  }
}

/** A service of the community as it stands, and how many mean to come to it. */
async function readCurrent(activityId: string | undefined, communityId: string) {
  if (activityId === undefined) return {}
  const [service, enrolled] = await Promise.all([
    findById('activities', activityId),
    count('facts', { activityId, kind: 'enrolment', annulled: null }),
  ])
  if (!service || !isService(service) || service.hostId !== communityId) return null
  return { current: { form: formOf(service, communityId), enrolled } }
}

/** Where nothing was held before: the next Saturday morning. */
export function firstService({ _id, name }: Organisation, { today, caller }: Context): ServiceForm {
  const days = (SATURDAY - weekdayOf(today) + 7) % 7 || 7
  const startsAt = startOfDay(addDays(today, days)) + 9 * 60 * MINUTE
  // stored name: one’s own
  const contact = caller.identity?.name ?? caller.member?.name
  return {
    communityId: _id,
    serviceKind: 'theme',
    title: '集中志愿服务',
    startsAt,
    endsAt: startsAt + 120 * MINUTE,
    place: `${name.replace(/党委|党总支|党支部/, '')}党群服务中心`,
    ...(contact !== undefined && { contact }),
  }
}

/** 照上月再发: what the publish page starts with. */
export const prepareService = useCase(
  'service.prepare',
  ({ communityId }, context) => aboutPlace(communityId, ['community'], context),
  async ({ activityId }, context, community) => {
    const { _id, name } = community
    const [last, residents, month, current] = await Promise.all([
      readLast(_id, context.now),
      countResidents(_id),
      placesOfMonth(_id, context.now),
      readCurrent(activityId, _id),
    ])
    if (!current) return refuse('forbidden')
    return done({
      community: { id: _id, name },
      ...{ residents, month, ...current },
      suggestion: last ? moved(last, _id, context.today) : firstService(community, context),
      ...(last && { last: { title: last.title, startsAt: last.startsAt } }),
    })
  },
)
