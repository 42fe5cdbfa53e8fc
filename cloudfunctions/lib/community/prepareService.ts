import type { Activity } from '@domain/activity/activity'
import { nextMonthly, sinceMidnight } from '@domain/activity/nextMonthly'
import { done } from '@domain/contract/answer'
import type { ServiceForm } from '@domain/contract/service'
import type { Organisation } from '@domain/org/organisation'
import { addDays, dayOf, startOfDay, weekdayOf } from '@domain/time/day'
import { aboutPlace } from '../entry/targets'
import { type Context, useCase } from '../entry/useCase'
import { atLeast, oneOf } from '../store/conditions'
import { countResidents } from '../store/countResidents'
import { find } from '../store/find'

const MINUTE = 60_000
const SATURDAY = 6

const fields = ['title', 'startsAt', 'endsAt', 'place', 'serviceKind', 'contact', 'limit'] as const
type Last = Pick<Activity, (typeof fields)[number]>

/** The newest one that was announced and not called off, of the last year or still to come. */
async function readLast(communityId: string, now: number): Promise<Last | undefined> {
  const where = {
    branchId: communityId,
    kind: 'community_service',
    startsAt: atLeast(startOfDay(addDays(dayOf(now), -366))),
    state: oneOf(['published', 'open', 'closed', 'recorded']),
  }
  const rows = await find('activities', where, { fields })
  return rows.sort((a, b) => b.startsAt - a.startsAt)[0]
}

/** As it was last month, moved on: same weekday, same week of the month, same hour. */
function moved(last: Last, communityId: string, today: string): ServiceForm {
  const { title, startsAt, endsAt, place, serviceKind = 'theme', contact, limit } = last
  const next = startOfDay(nextMonthly(dayOf(startsAt), today)) + sinceMidnight(startsAt)
  return {
    communityId,
    serviceKind,
    title,
    startsAt: next,
    endsAt: next + (endsAt - startsAt),
    place,
    ...(contact !== undefined && { contact }),
    ...(limit !== undefined && { limit }),
  }
}

/** Where nothing was held before: the next Saturday morning. */
function first({ _id, name }: Organisation, { today, caller }: Context): ServiceForm {
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
  async (_request, context, community) => {
    const { _id, name } = community
    const [last, residents] = await Promise.all([readLast(_id, context.now), countResidents(_id)])
    return done({
      community: { id: _id, name },
      residents,
      suggestion: last ? moved(last, _id, context.today) : first(community, context),
      ...(last && { last: { title: last.title, startsAt: last.startsAt } }),
    })
  },
)
