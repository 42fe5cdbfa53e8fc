import { type Outcome, refuse } from '@domain/contract/answer'
import { writeAudit } from '../audit/writeAudit'
import { nameForRecords } from '../caller/whoIsCalling'
import type { Context } from '../dispatch/useCase'
import { findById } from '../wx/find'
import type { ActivityWithChair } from '../wx/readActivity'
import { not } from '../wx/conditions'
import { updateWhere } from '../wx/updateWhere'
import { attendanceId } from './attendance'

interface Annulling {
  memberId: string
  reason: string
}

/**
 * Strikes a registration out, or takes that back; nothing is deleted. The update is conditional, so asking twice changes and audits once
 * and is answered alike. A recorded meeting is not touched any more.
 */
export async function annul(
  struck: boolean,
  { memberId, reason }: Annulling,
  activity: ActivityWithChair,
  { caller, now }: Context,
): Promise<Outcome<null>> {
  if (activity.state === 'recorded' || activity.state === 'cancelled') return refuse('wrong_state')
  const _id = attendanceId(activity._id, memberId)
  const by = nameForRecords(caller)
  // `annulled: null` also finds records that never had the field.
  const changed = struck
    ? await updateWhere('facts', { _id, annulled: null }, { annulled: { at: now, by, reason } })
    : await updateWhere('facts', { _id, annulled: not(null) }, { annulled: null })
  if (!changed) return (await findById('facts', _id)) ? { ok: true, data: null } : refuse('not_registered')
  const what = struck ? 'strike' : 'restore'
  await writeAudit({ what, by, at: now, memberId, activityId: activity._id, why: reason })
  return { ok: true, data: null }
}
