import { done, refuse } from '@domain/contract/answer'
import { dayOf } from '@domain/period/day'
import { nameForRecords } from '../caller/whoIsCalling'
import { aboutActivity } from '../dispatch/targets'
import { useCase } from '../dispatch/useCase'
import { oneOf } from '../wx/conditions'
import { find } from '../wx/find'
import { recordCheckIn } from './recordCheckIn'
import { isOnCommittee } from './witnesses'

/** 补登: enters a record that counts for nothing until a second person, from the branch committee, has said yes. */
export const backfill = useCase('checkin.backfill', aboutActivity, async (request, context, activity) => {
  const { memberId, witnessId, reason, nonce } = request
  const { caller, now, today } = context
  const by = nameForRecords(caller)
  if (witnessId === memberId || witnessId === caller.member?._id) return refuse('witness_is_self')
  const people = await find('members', { _id: oneOf([memberId, witnessId]) }, { limit: 2 })
  const member = people.find(({ _id }) => _id === memberId)
  const witness = people.find(({ _id }) => _id === witnessId)
  if (!member) return refuse('invalid_request', { path: 'memberId' })
  if (!witness || !isOnCommittee(witness, activity.branchId, today)) {
    return refuse('invalid_request', { path: 'witnessId' })
  }
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
})
