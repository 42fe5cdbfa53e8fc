import type { Activity } from '@domain/activity/activity'
import { effectiveState } from '@domain/activity/effectiveState'
import { done, type Outcome, refuse } from '@domain/contract/answer'
import { updateAudited, versionOf } from '../../entry/audit/audited'
import { aboutActivity } from '../../entry/targets'
import { useCase } from '../../entry/useCase'
import { type Word, wordOf } from '../../entry/word'
import { findById } from '../../store/find'
import { moveActivity, moveParts, whyNotTo } from './moveActivity'

type Cancel = () => Promise<Outcome<Activity>>

/** A branch that does not take part: the meeting names it no more, before its own part is cancelled. */
async function leave({ jointOf, branchId }: Activity, { by, now: at }: Word, cancel: Cancel) {
  const whole = jointOf === undefined ? null : await findById('activities', jointOf)
  if (!whole?.jointIds?.includes(branchId)) return cancel()
  let outcome: Outcome<Activity> = refuse('wrong_state')
  const jointIds = whole.jointIds.filter((id) => id !== branchId)
  const { _id, updatedAt } = whole
  const told = { from: { jointIds: whole.jointIds }, to: { jointIds } }
  const telling = {
    what: 'cancel' as const,
    by,
    at,
    activityId: _id,
    placeId: branchId,
    key: versionOf(whole),
  }
  const change = { jointIds: jointIds.length > 0 ? jointIds : undefined }
  const isLeft = await updateAudited(
    { ...telling, ...told },
    'activities',
    { _id, updatedAt },
    change,
    async () => {
      outcome = await cancel()
    },
  )
  return isLeft ? outcome : refuse('wrong_state')
}

/** Opens, closes, opens again until the record stands, cancels. Asking for the state it is in already is answered as done: two phones may press at once. */
export const setActivityState = useCase(
  'activity.setState',
  aboutActivity,
  async (request, context, activity) => {
    const { to } = request
    const word = wordOf(context)
    const answer = (moved: Activity) =>
      done({ activityId: moved._id, state: effectiveState(moved, context.now) })
    if (effectiveState(activity, context.now) === to) {
      await moveParts(activity, request, true, word)
      return answer(activity)
    }
    const refusal = whyNotTo(activity, to, context.now)
    if (refusal) return refusal
    const move = () => moveActivity(activity, request, word)
    const moved = to === 'cancelled' ? await leave(activity, word, move) : await move()
    return moved.ok ? answer(moved.data) : moved
  },
)
