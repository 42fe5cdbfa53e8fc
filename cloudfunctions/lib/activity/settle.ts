import { effectiveState } from '@domain/activity/effectiveState'
import { done, refuse } from '@domain/contract/answer'
import { writeAudit } from '../audit/writeAudit'
import { nameForRecords } from '../caller/whoIsCalling'
import { aboutActivity } from '../dispatch/targets'
import { useCase } from '../dispatch/useCase'
import { adding, without } from '../wx/conditions'
import { updateWhere } from '../wx/updateWhere'
import { isRegistered, isWaiting, readRoll, unsettledOf } from './readRoll'

/** Settles one 未登记 person. Each change touches that person's entry only, so two recorders do not undo each other. */
export const settle = useCase(
  'activity.settle',
  aboutActivity,
  async (request, { caller, now }, activity) => {
    const { memberId, reason } = request
    if (effectiveState(activity, now) !== 'closed') return refuse('wrong_state')
    if (!activity.expected.some((expected) => expected.memberId === memberId)) {
      return refuse('invalid_request', { path: 'memberId' })
    }
    const roll = await readRoll(activity._id)
    const fact = roll.attendance.get(memberId)
    if (reason && (isRegistered(fact) || isWaiting(fact))) return refuse('already_registered')
    const where = { _id: activity._id, state: activity.state }
    if (!(await updateWhere('activities', where, { absences: without({ memberId }) })))
      return refuse('wrong_state')
    if (reason) await updateWhere('activities', where, { absences: adding({ memberId, reason }) })
    const by = nameForRecords(caller)
    await writeAudit({
      what: 'settle',
      by,
      at: now,
      memberId,
      activityId: activity._id,
      result: reason ?? 'taken_back',
    })
    const others = activity.absences.filter((absence) => absence.memberId !== memberId)
    const absences = reason ? [...others, { memberId, reason }] : others
    return done({ activityId: activity._id, unsettled: unsettledOf({ ...activity, absences }, roll).length })
  },
)
