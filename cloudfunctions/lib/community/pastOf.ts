import { effectiveState } from '@domain/activity/effectiveState'
import { awaitsSecond } from '@domain/activity/lateEntry'
import { done, refuse } from '@domain/contract/answer'
import { type Day, endOfDay, startOfDay } from '@domain/time/day'
import { periodByKey } from '@domain/time/period'
import { aboutPlace, isService, named } from '../entry/targets'
import { useCase } from '../entry/useCase'
import { fitting } from '../ground/fitting'
import { between, oneOf } from '../store/conditions'
import { find } from '../store/find'
import { readConfirmed } from '../store/readAwaited'
import { countConfirmed } from '../store/readServices'
import { seenVisit } from './pendingDeeds'

/** Services of one community in a year at most: two a day. */
const MOST = 800

const fields = [
  'title',
  'startsAt',
  'endsAt',
  'reopenedAt',
  'place',
  'state',
  'late',
  'kind',
  'hostType',
] as const

const notBegun = refuse('invalid_request', { path: 'periodKey' })

/** The instants of a period that has begun; null: it has not. */
function begun(periodKey: string, today: Day) {
  const { from, to } = periodByKey(periodKey)
  return from > today ? null : between(startOfDay(from), endOfDay(to) - 1)
}

/** 往期服务: what took place in a month or a year. A 补录 is one once its second person has said yes; what is still asked of the staff stands on 工作. */
export const pastOf = useCase(
  'community.past',
  ({ communityId }, context) => aboutPlace(communityId, ['community'], context),
  async ({ periodKey }, { now, today }, community) => {
    const within = begun(periodKey, today)
    if (!within) return notBegun
    const state = oneOf(['open', 'closed', 'recorded'])
    const [found, confirmed] = await Promise.all([
      find('activities', { branchId: community._id, state, startsAt: within }, { limit: MOST, fields }),
      countConfirmed(community._id, within),
    ])
    const services = found
      .filter((one) => isService(one) && effectiveState(one, now) !== 'open' && !awaitsSecond(one))
      .sort((a, b) => b.startsAt - a.startsAt)
      .map(({ _id: id, title, startsAt, place }) => ({
        ...{ id, title, startsAt, place },
        confirmed: confirmed.services.get(id) ?? 0,
      }))
    const numbers = {
      community: named(community),
      times: services.reduce((sum, one) => sum + one.confirmed, 0),
      deeds: confirmed.deeds,
    }
    const shown = fitting(services, numbers)
    return done({ ...numbers, services: shown, more: services.length - shown.length })
  },
)

/** 往期走访: the visits of a month or a year that count, whoever has said so: the door, or the village. */
export const pastVisits = useCase(
  'household.past',
  ({ villageId }, context) => aboutPlace(villageId, ['village'], context),
  async ({ periodKey }, context, village) => {
    const within = begun(periodKey, context.today)
    if (!within) return notBegun
    const [found, confirmed] = await Promise.all([
      readConfirmed(village._id, 'visit', within),
      countConfirmed(village._id, within),
    ])
    const rest = { village: named(village), deeds: confirmed.deeds }
    const visits = fitting(found.map(seenVisit(context)), rest)
    return done({ ...rest, visits, more: Math.max(0, confirmed.visits - visits.length) })
  },
)
