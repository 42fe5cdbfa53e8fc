import type { Activity } from '@domain/activity/activity'
import { effectiveState } from '@domain/activity/effectiveState'
import { rolesOf } from '@domain/access/rolesOf'
import type { ResponseOf } from '@domain/contract/actions'
import type { Role } from '@domain/contract/identity'
import type { Organisation } from '@domain/org/organisation'
import { addDays, startOfDay } from '@domain/period/day'
import type { Fact } from '@domain/progress/fact'
import { isRegistered, isWaiting } from '../activity/readRoll'
import { finishedDeed } from '../deed/finishedDeed'
import type { Context } from '../dispatch/useCase'
import { isService } from '../service/aboutService'
import { awaited, oneOf } from '../wx/conditions'
import { count, find } from '../wx/find'
import { readCalendar } from '../wx/readCalendar'

type Work = ResponseOf<'identity.work'>
type Service = Work['communities'][number]['services'][number]

/** Days after which a service that somebody still waits at is no longer brought up; one that nobody waits at goes after a week. */
const DAYS_BACK = 60
const DAYS_SETTLED = 7

function placesAs(role: Role, { caller, today, tree }: Context): Organisation[] {
  const ids = rolesOf(caller, today).flatMap((held) => (held.role === role ? held.organisationId : []))
  return [...new Set(ids)].flatMap((id) => tree.get(id) ?? [])
}

const named = ({ _id, name }: Organisation) => ({ id: _id, name })

async function readServices(communities: Organisation[], { today }: Context): Promise<Activity[]> {
  if (communities.length === 0) return []
  const ids = communities.map(({ _id }) => _id)
  const found = await readCalendar(ids, startOfDay(addDays(today, -DAYS_BACK)))
  return found.filter(isService)
}

type Counted = Pick<Fact, 'activityId' | 'kind' | 'annulled' | 'confirmed'>

async function readTurnout(services: Activity[]): Promise<Counted[]> {
  if (services.length === 0) return []
  const where = { activityId: oneOf(services.map(({ _id }) => _id)), annulled: null }
  const fields = ['activityId', 'kind', 'annulled', 'confirmed'] as const
  return find('facts', where, { limit: 20_000, fields })
}

function lineOf(service: Activity, turnout: Counted[], now: number): Service {
  const { _id, title, startsAt, place } = service
  const own = turnout.filter(({ activityId }) => activityId === _id)
  const came = own.filter(({ kind }) => kind === 'attendance')
  return {
    id: _id,
    title,
    startsAt,
    place,
    state: effectiveState(service, now),
    enrolled: own.filter(({ kind }) => kind === 'enrolment').length,
    confirmed: came.filter(isRegistered).length,
    pending: came.filter(({ confirmed, annulled }) => isWaiting({ confirmed, annulled })).length,
  }
}

/** To be run, to be confirmed, or over so lately that someone may still be written on its list. */
function isShown({ state, pending, startsAt }: Service, now: number): boolean {
  if (state === 'cancelled') return false
  const isLate = now - startsAt > DAYS_SETTLED * 86_400_000
  return state === 'open' || pending > 0 || (state !== 'recorded' && !isLate)
}

/** Visits and deeds that wait for a place's word. */
async function countWaiting(place: Organisation, kind: 'visit' | 'deed'): Promise<number> {
  const done = kind === 'deed' ? finishedDeed() : {}
  return count('facts', { hostId: place._id, kind, confirmed: awaited(), annulled: null, ...done })
}

/** What someone does for a community or as the contact of a village; nothing is read for those who do neither. */
export async function staffOf(context: Context): Promise<Pick<Work, 'communities' | 'villages'>> {
  const { now } = context
  const communities = placesAs('community_staff', context)
  const villages = placesAs('village_contact', context)
  const [services, deeds, visits] = await Promise.all([
    readServices(communities, context),
    Promise.all([...communities, ...villages].map((place) => countWaiting(place, 'deed'))),
    Promise.all(villages.map((village) => countWaiting(village, 'visit'))),
  ])
  const turnout = await readTurnout(services)
  return {
    communities: communities.map((community, i) => ({
      community: named(community),
      services: services
        .filter(({ hostId }) => hostId === community._id)
        .map((service) => lineOf(service, turnout, now))
        .filter((line) => isShown(line, now))
        .sort((a, b) => b.startsAt - a.startsAt),
      pendingDeeds: deeds[i] ?? 0,
    })),
    villages: villages.map((village, i) => ({
      village: named(village),
      pendingVisits: visits[i] ?? 0,
      pendingDeeds: deeds[communities.length + i] ?? 0,
    })),
  }
}
