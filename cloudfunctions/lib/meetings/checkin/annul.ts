import { weightOf } from '@domain/access/oneself'
import { attendanceId } from '@domain/checkin/attendance'
import { done, type Outcome, refuse } from '@domain/contract/answer'
import { updateAudited, versionOf } from '../../entry/audit/audited'
import { aboutActivity } from '../../entry/targets'
import { type Context, useCase } from '../../entry/useCase'
import { nameForRecords } from '../../entry/whoIsCalling'
import { not } from '../../store/conditions'
import { findById } from '../../store/find'
import type { ActivityWithChair } from '../../store/readActivity'

interface Annulling {
  memberId: string
  reason: string
}

/**
 * Strikes a registration out, or takes that back; nothing is deleted. The update is conditional, so asking twice changes and audits once
 * and is answered alike. A recorded meeting is not touched any more. Why stands with the record, not in the audit.
 */
export async function annul(
  struck: boolean,
  { memberId, reason }: Annulling,
  activity: ActivityWithChair,
  { caller, now }: Context,
): Promise<Outcome<null>> {
  if (activity.state === 'recorded' || activity.state === 'cancelled') return refuse('wrong_state')
  const _id = attendanceId(activity._id, memberId)
  const fact = await findById('facts', _id)
  if (!fact) return refuse('not_registered')
  if (Boolean(fact.annulled) === struck) return { ok: true, data: null }
  if (!struck && weightOf({ what: 'restoration' }, caller, { memberId }) === 'refused')
    return refuse('needs_second_person')
  const by = nameForRecords(caller)
  const word = { at: now, by, reason }
  const what = struck ? ('strike' as const) : ('restore' as const)
  const telling = { what, by, at: now, memberId, activityId: activity._id, key: versionOf(fact) }
  const standing = { from: { struck: !struck }, to: { struck } }
  // `annulled: null` also finds records that never had the field.
  await (struck
    ? updateAudited({ ...telling, ...standing }, 'facts', { _id, annulled: null }, { annulled: word })
    : updateAudited(
        { ...telling, ...standing },
        'facts',
        { _id, annulled: not(null) },
        { annulled: null, restored: word },
      ))
  return { ok: true, data: null }
}

export const strikeAttendance = useCase(
  'checkin.strike',
  aboutActivity,
  async (request, context, activity) => {
    const outcome = await annul(true, request, activity, context)
    return outcome.ok ? done({ memberId: request.memberId, struck: true }) : outcome
  },
)

export const restoreAttendance = useCase(
  'checkin.restore',
  aboutActivity,
  async (request, context, activity) => {
    const outcome = await annul(false, request, activity, context)
    return outcome.ok ? done({ memberId: request.memberId, struck: false }) : outcome
  },
)
