import { rolesOf } from '@domain/access/rolesOf'
import { effectiveState } from '@domain/activity/effectiveState'
import { isUnopened } from '@domain/activity/isUnopened'
import { awaitsSecond } from '@domain/activity/lateEntry'
import { entersUntil } from '@domain/checkin/judgeInstant'
import type { ResponseOf } from '@domain/contract/actions'
import type { Role } from '@domain/contract/identity'
import type { Organisation } from '@domain/org/organisation'
import { startOfDay } from '@domain/time/day'
import { periodOf, previousPeriod } from '@domain/time/period'
import { finishedDeed } from '../../community/listDeeds'
import { isService, named } from '../../entry/targets'
import type { Context } from '../../entry/useCase'
import { readWaitingProposals } from '../../store/readProposals'
import { readReports } from '../../store/readReports'
import {
  countTurnout,
  countWaiting,
  type ListedService,
  readServices,
  type Waiting,
} from '../../store/readServices'

type Work = ResponseOf<'identity.work'>
type Service = Work['communities'][number]['services'][number]

export function placesAs(role: Role, { caller, today, tree }: Context): Organisation[] {
  const ids = rolesOf(caller, today).flatMap((held) => (held.role === role ? held.organisationId : []))
  return [...new Set(ids)].flatMap((id) => tree.get(id) ?? [])
}

/** How many of a kind wait for a place's word. */
const waitingAt = (place: Organisation, kind: Waiting['kind'], waiting: readonly Waiting[]): number =>
  waiting
    .filter((one) => one.hostId === place._id && one.kind === kind)
    .reduce((sum, { count }) => sum + count, 0)

/** Still to come or running, never opened, a 补录 or somebody waits, or names may still be entered: until the rule's own day, not by a number of days. */
function isShown(service: ListedService, pending: number, { now, calendar }: Context): boolean {
  const state = effectiveState(service, now)
  if (state === 'cancelled' || state === 'draft') return false
  if (state === 'published' || state === 'open' || pending > 0 || awaitsSecond(service)) return true
  return state === 'closed' && now < entersUntil(service, calendar)
}

/** Services to run and to settle, newest first: nothing goes out of sight that somebody waits for or that nobody has said the end of. */
async function servicesOf(communities: Organisation[], waiting: readonly Waiting[], context: Context) {
  const { now } = context
  const pending = new Map(
    waiting.flatMap(({ kind, activityId, count }) =>
      kind === 'attendance' && activityId ? [[activityId, count] as const] : [],
    ),
  )
  // Entering closes within the month after.
  const from = startOfDay(previousPeriod(periodOf('month', now)).from)
  const ids = communities.map(({ _id }) => _id)
  const found = (await readServices(ids, from, [...pending.keys()]))
    .filter(isService)
    .filter((service) => isShown(service, pending.get(service._id) ?? 0, context))
  const turnout = await countTurnout(found.map(({ _id }) => _id))
  return found.map((service): Service & Pick<ListedService, 'hostId'> => {
    const { _id: id, hostId, title, startsAt, place } = service
    const waits = pending.get(id) ?? 0
    return {
      ...{ id, hostId, title, startsAt, place },
      state: effectiveState(service, now),
      enrolled: turnout.get(`${id} enrolment`) ?? 0,
      confirmed: (turnout.get(`${id} attendance`) ?? 0) - waits,
      pending: waits,
      ...(isUnopened(service, now) && { todo: 'unopened' as const }),
      ...(awaitsSecond(service) && {
        late: service.late?.doubted ? ('doubted' as const) : ('waiting' as const),
      }),
    }
  })
}

/** What someone does for a community or as the contact of a village; nothing is read for those who do neither. */
export async function staffOf(context: Context): Promise<Pick<Work, 'communities' | 'villages'>> {
  const communities = placesAs('community_staff', context)
  const villages = placesAs('village_contact', context)
  const ids = [...communities, ...villages].map(({ _id }) => _id)
  // Of attendances and visits the condition holds by itself.
  const waiting = await countWaiting(ids, finishedDeed())
  const communityIds = communities.map(({ _id }) => _id)
  const [services, reports, proposals] = await Promise.all([
    servicesOf(communities, waiting, context),
    readReports(communityIds),
    readWaitingProposals(communityIds, context.now),
  ])
  return {
    communities: communities.map((community) => ({
      community: named(community),
      services: services.flatMap(({ hostId, ...service }) => (hostId === community._id ? service : [])),
      pendingDeeds: waitingAt(community, 'deed', waiting),
      reports: reports.filter(({ communityId }) => communityId === community._id).length,
      proposals: proposals.filter(({ hostId }) => hostId === community._id).length,
    })),
    villages: villages.map((village) => ({
      village: named(village),
      pendingVisits: waitingAt(village, 'visit', waiting),
      pendingDeeds: waitingAt(village, 'deed', waiting),
    })),
  }
}
