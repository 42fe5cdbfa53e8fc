import type { Activity } from '@domain/activity/activity'
import { effectiveState } from '@domain/activity/effectiveState'
import type { ParsedRequestOf } from '@domain/contract/actions'
import { done, refuse } from '@domain/contract/answer'
import { updateAudited, versionOf } from '../../entry/audit/audited'
import { aboutActivity } from '../../entry/targets'
import { type Context, useCase } from '../../entry/useCase'
import { nameForRecords } from '../../entry/whoIsCalling'
import { findById } from '../../store/find'
import { isRegistered, isWaiting, readRoll, unsettledOf } from '../../store/readRoll'

type Request = ParsedRequestOf<'activity.settle'>

/** How often writing is tried while others change the meeting. */
const TURNS = 6

/** The list with this one person's entry as asked for; null when it stands so already. */
function settled({ absences }: Activity, { memberId, reason }: Request): Activity['absences'] | null {
  const before = absences.find((absence) => absence.memberId === memberId)
  if (before?.reason === (reason ?? undefined)) return null
  const others = absences.filter((absence) => absence.memberId !== memberId)
  return reason ? [...others, { memberId, reason }] : others
}

/**
 * Writes the whole list if nobody has changed the meeting meanwhile, else tries again on what it has become, so that two recorders do not undo each
 * other. null: its state has changed, or others wrote all the while.
 */
async function write(request: Request, first: Activity, { caller, now }: Context): Promise<Activity | null> {
  const { memberId, reason } = request
  let activity: Activity | null = first
  for (let turn = 0; turn < TURNS && activity?.state === first.state; turn += 1) {
    const absences = settled(activity, request)
    if (!absences) return activity
    const { _id, state, updatedAt }: Activity = activity
    const was = activity.absences.find((absence) => absence.memberId === memberId)
    const about = { memberId, activityId: _id, result: reason ?? 'taken_back', key: versionOf(activity) }
    const told = { from: { reason: was?.reason ?? null }, to: { reason: reason ?? null } }
    const telling = { what: 'settle' as const, by: nameForRecords(caller), at: now, ...about, ...told }
    if (await updateAudited(telling, 'activities', { _id, state, updatedAt }, { absences }))
      return { ...activity, absences }
    activity = await findById('activities', _id)
  }
  return null
}

/** Settles one 未登记 person. */
export const settleActivity = useCase(
  'activity.settle',
  aboutActivity,
  async (request, context, activity) => {
    const { memberId, reason } = request
    if (effectiveState(activity, context.now) !== 'closed') return refuse('wrong_state')
    if (!activity.expected.some((expected) => expected.memberId === memberId)) {
      return refuse('invalid_request', { path: 'memberId' })
    }
    const roll = await readRoll(activity._id)
    const fact = roll.attendance.get(memberId)
    if (reason && (isRegistered(fact) || isWaiting(fact))) return refuse('already_registered')
    const written = await write(request, activity, context)
    if (!written) return refuse('wrong_state')
    return done({ activityId: activity._id, unsettled: unsettledOf(written, roll).length })
  },
)
