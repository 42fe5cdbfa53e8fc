import type { Activity } from '@domain/activity/activity'
import { effectiveState } from '@domain/activity/effectiveState'
import { enrolmentId } from '@domain/checkin/attendance'
import type { ParsedRequestOf } from '@domain/contract/actions'
import { done, type Refusal, refuse } from '@domain/contract/answer'
import type { Fact } from '@domain/fact/fact'
import type { Member } from '@domain/org/member'
import { membershipOn } from '@domain/org/membershipOn'
import { dayOf } from '@domain/time/day'
import { aboutService } from '../entry/targets'
import { type Context, type Found, useCase } from '../entry/useCase'
import { not } from '../store/conditions'
import { count, findById } from '../store/find'
import { insertOnce } from '../store/insertOnce'
import { updateWhere } from '../store/updateWhere'

type Request = ParsedRequestOf<'service.join'>
interface Joining {
  member: Member
  service: Activity
}

/** Any community's service that is announced, for whoever is on the register. */
async function load(request: Request, { caller: { member } }: Context): Promise<Found<Joining> | null> {
  const found = member && (await aboutService(request))
  if (!found || found.loaded.state === 'draft') return null
  return { about: { memberId: member._id }, loaded: { member, service: found.loaded } }
}

/** Until registration begins; from then on one simply comes. */
function whyNot(service: Activity, now: number): Refusal | null {
  const state = effectiveState(service, now)
  if (state === 'cancelled') return refuse('activity_cancelled')
  return state === 'published' && now < service.endsAt ? null : refuse('ended')
}

/**
 * Counted before inserting: of two who take the last place at the same instant both get it. A place too many is harmless, nobody is turned
 * away at the door for it; a lock for every enrolment would not be.
 */
const isFull = async ({ _id, limit }: Activity): Promise<boolean> =>
  limit !== undefined &&
  (await count('facts', { activityId: _id, kind: 'enrolment', annulled: null })) >= limit

function enrolment({ member, service }: Joining, { nonce }: Request, now: number): Fact {
  const occurredOn = dayOf(service.startsAt)
  return {
    _id: enrolmentId(service._id, member._id),
    kind: 'enrolment',
    memberId: member._id,
    branchId: membershipOn(member, occurredOn)?.branchId ?? service.branchId,
    hostId: service.hostId,
    activityId: service._id,
    activityKind: service.kind,
    occurredAt: service.startsAt,
    occurredOn,
    recordedAt: now,
    way: 'self',
    by: member._id,
    nonce,
    updatedAt: new Date(now),
  }
}

/** 报名, or taking it back. One fact a person and service: made, annulled, renewed. */
export const joinService = useCase('service.join', load, async (request, { now }, joining) => {
  const { member, service } = joining
  const refusal = whyNot(service, now)
  if (refusal) return refusal
  const fact = enrolment(joining, request, now)
  const { _id, nonce } = fact
  const answer = done({ activityId: service._id, joined: request.join })
  if (!request.join) {
    const annulled = { at: now, by: member._id, reason: '' }
    await updateWhere('facts', { _id, annulled: null }, { annulled })
    return answer
  }
  const before = await findById('facts', _id)
  if (before && !before.annulled) return answer
  if (await isFull(service)) return refuse('service_full')
  if (before || (await insertOnce('facts', fact)) === 'duplicate')
    await updateWhere('facts', { _id, annulled: not(null) }, { annulled: null, nonce })
  return answer
})
