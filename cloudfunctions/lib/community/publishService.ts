import type { Activity } from '@domain/activity/activity'
import { judgeInstant } from '@domain/checkin/judgeInstant'
import { done, refuse } from '@domain/contract/answer'
import type { ServiceForm } from '@domain/contract/service'
import { insertAudited } from '../entry/audit/audited'
import { limitNew } from '../entry/limit'
import { aboutPlace } from '../entry/targets'
import { type Context, useCase } from '../entry/useCase'
import { nameForRecords } from '../entry/whoIsCalling'
import { idFrom, randomId } from '../ground/idFrom'
import { publishing } from '../meetings/activity/activityForm'
import { findById } from '../store/find'

/** It ends after it starts, within a day, begins today or later, and is not over yet: a community has no second person for the past. */
export const fits = ({ startsAt, endsAt }: ServiceForm, { now, calendar }: Context): boolean => {
  const timing = judgeInstant({ of: 'plan', startsAt, endsAt, kind: 'community_service' }, now, calendar)
  return timing.ok && !timing.late && now < endsAt
}

/** What a form makes of a service; what it leaves empty stands there as undefined. */
export function serviceOf({ communityId, contact, limit, sevenOnes = [], ...plan }: ServiceForm) {
  return {
    kind: 'community_service' as const,
    ...plan,
    contact: contact === '' ? undefined : contact,
    limit,
    sevenOnes: sevenOnes.length > 0 ? [...new Set(sevenOnes)] : undefined,
    hostId: communityId,
    hostType: 'community' as const,
    branchId: communityId,
    carries: [],
    agenda: [],
    // Nobody is expected: service is voluntary.
    expected: [],
  }
}

/** A new one as its form has it, announced to nobody yet. */
export function newService(
  form: ServiceForm,
  nonce: string,
  { caller, now }: Context,
): Omit<Activity, 'state'> {
  const { contact, limit, sevenOnes, ...plan } = serviceOf(form)
  return {
    _id: idFrom(caller.openId, nonce),
    ...plan,
    ...(contact !== undefined && { contact }),
    ...(limit !== undefined && { limit }),
    ...(sevenOnes && { sevenOnes }),
    absences: [],
    createdBy: nameForRecords(caller),
    nonce,
    updatedAt: new Date(now),
  }
}

/** What announcing adds to a service: its codes, that of the poster too. */
export const announcing = (now: number) => ({ posterId: randomId(12), ...publishing(now) })

const tellingOf = ({ _id, hostId, createdBy, startsAt, endsAt, nonce, publishedAt = 0 }: Activity) => ({
  what: 'plan' as const,
  by: createdBy,
  at: publishedAt,
  activityId: _id,
  placeId: hostId,
  to: { startsAt, endsAt },
  key: nonce,
})

/** A service is published at once: there is no list of people to get ready. */
export const publishService = useCase(
  'service.publish',
  ({ form }, context) => aboutPlace(form.communityId, ['community'], context),
  async ({ form, nonce }, context) => {
    const service: Activity = { ...newService(form, nonce, context), ...announcing(context.now) }
    const stored = fits(form, context) ? service : await findById('activities', service._id)
    // A resend may come after the service is over.
    if (!stored) return refuse('wrong_times')
    const { caller, now } = context
    const refusal = await limitNew('activities', stored._id, 'service', { openId: caller.openId, now })
    if (refusal) return refusal
    if (stored === service && !(await insertAudited(tellingOf(service), 'activities', service))) {
      const first = await findById('activities', service._id)
      return done({ activityId: service._id, state: first?.state ?? service.state })
    }
    return done({ activityId: stored._id, state: stored.state })
  },
)
