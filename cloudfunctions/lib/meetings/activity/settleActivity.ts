import type { Activity } from '@domain/activity/activity'
import { effectiveState } from '@domain/activity/effectiveState'
import type { ParsedRequestOf } from '@domain/contract/actions'
import { done, refuse } from '@domain/contract/answer'
import { updateAudited, versionOf } from '../../entry/audit/audited'
import { aboutActivity } from '../../entry/targets'
import { type Context, useCase } from '../../entry/useCase'
import { nameForRecords } from '../../entry/whoIsCalling'
import { findById } from '../../store/find'
import { isRegistered, isWaiting, readRoll, type Roll, unsettledOf } from '../../store/readRoll'

type Request = ParsedRequestOf<'activity.settle'>
type ManyRequest = ParsedRequestOf<'activity.settleMany'>

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
    if (reason && roll.leavesAsked.has(memberId)) return refuse('leave_waits')
    const written = await write(request, activity, context)
    if (!written) return refuse('wrong_state')
    return done({ activityId: activity._id, unsettled: unsettledOf(written, roll).length })
  },
)

/** Those of them who are expected and of whom nobody has said anything, nor is asked to. */
function unsettledAmong(activity: Activity, { memberIds }: ManyRequest, roll: Roll): string[] {
  const open = new Set(
    unsettledOf(activity, roll)
      .map(({ memberId }) => memberId)
      .filter((id) => !isWaiting(roll.attendance.get(id)) && !roll.leavesAsked.has(id)),
  )
  return memberIds.filter((id) => open.has(id))
}

/** The same as for one, in one write; who was settled or has come meanwhile stays as they are. */
async function writeMany(
  request: ManyRequest,
  first: Activity,
  roll: Roll,
  { caller, now }: Context,
): Promise<Activity | null> {
  const { reason } = request
  let activity: Activity | null = first
  for (let turn = 0; turn < TURNS && activity?.state === first.state; turn += 1) {
    const memberIds = unsettledAmong(activity, request, roll)
    if (memberIds.length === 0) return activity
    const { _id, state, updatedAt }: Activity = activity
    const absences = [...activity.absences, ...memberIds.map((memberId) => ({ memberId, reason }))]
    const about = { activityId: _id, result: reason, key: versionOf(activity), to: { memberIds } }
    const telling = { what: 'settle' as const, by: nameForRecords(caller), at: now, ...about }
    if (await updateAudited(telling, 'activities', { _id, state, updatedAt }, { absences }))
      return { ...activity, absences }
    activity = await findById('activities', _id)
  }
  return null
}

/** Settles many 未登记 people with one reason. */
export const settleMany = useCase(
  'activity.settleMany',
  aboutActivity,
  async (request, context, activity) => {
    if (effectiveState(activity, context.now) !== 'closed') return refuse('wrong_state')
    const expected = new Set(activity.expected.map(({ memberId }) => memberId))
    if (!request.memberIds.every((id) => expected.has(id)))
      return refuse('invalid_request', { path: 'memberIds' })
    const roll = await readRoll(activity._id)
    const written = await writeMany(request, activity, roll, context)
    if (!written) return refuse('wrong_state')
    return done({ activityId: activity._id, unsettled: unsettledOf(written, roll).length })
  },
)
