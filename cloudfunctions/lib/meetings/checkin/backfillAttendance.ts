import { done, refuse } from '@domain/contract/answer'
import { dayOf } from '@domain/time/day'
import { aboutActivity } from '../../entry/targets'
import { useCase } from '../../entry/useCase'
import { nameForRecords } from '../../entry/whoIsCalling'
import { findWitness, witnessPlace } from '../../people/register/secondPersons'
import { findById } from '../../store/find'
import { isOfActivity } from './isOfActivity'
import { recordCheckIn } from './recordCheckIn'

/** 补登: enters a record that counts for nothing until a second person, who runs the member's own branch, has said yes. */
export const backfillAttendance = useCase(
  'checkin.backfill',
  aboutActivity,
  async (request, context, activity) => {
    const { memberId, witnessId, reason, nonce } = request
    const { caller, now, today } = context
    const by = nameForRecords(caller)
    if (witnessId === memberId || witnessId === caller.member?._id) return refuse('witness_is_self')
    const member = await findById('members', memberId)
    if (!member || !(await isOfActivity(activity, member, today)))
      return refuse('invalid_request', { path: 'memberId' })
    const witness = await findWitness(witnessId, witnessPlace(activity, member, today), context)
    if (!witness) return refuse('invalid_request', { path: 'witnessId' })
    // Back-filled: the hour is not known any more, the meeting's is.
    const entry = {
      activity,
      member,
      way: 'backfill' as const,
      occurredAt: activity.startsAt,
      by,
      nonce,
      witnessId,
      reason,
    }
    const told = { what: 'backfill' as const, by, at: now, memberId, activityId: activity._id, key: nonce }
    const outcome = await recordCheckIn(entry, context, {
      ...told,
      to: { witnessId, occurredOn: dayOf(entry.occurredAt) },
    })
    if (!outcome.ok) return outcome
    return done({ memberId, waitsFor: witness.name })
  },
)
