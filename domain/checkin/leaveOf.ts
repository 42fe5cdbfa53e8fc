import type { ActivityState } from '../contract/words'
import type { Fact } from '../fact/fact'
import type { Activity } from '../activity/activity'

/** in_force: 请假 that counts · waits: asked for when the meeting had begun, and nobody has answered · declined: somebody else said no. */
export type LeaveStanding = 'in_force' | 'waits' | 'declined'

/**
 * What became of a 请假; null: there is none, or it was taken back.
 * `leaveStanding({ ...leave, confirmed: null }) // 'waits'`
 */
export const leaveStanding = (
  leave: Pick<Fact, 'annulled' | 'confirmed' | 'memberId'> | undefined,
): LeaveStanding | null => {
  if (!leave) return null
  if (leave.annulled) return leave.annulled.by === leave.memberId ? null : 'declined'
  return leave.confirmed === null ? 'waits' : 'in_force'
}

/** Kinds to which one goes if one likes: 因故不能参加 is one's own word there, and ends with the service. */
const isOffered = ({ kind }: Pick<Activity, 'kind'>): boolean => kind === 'community_service'

/**
 * Whether 请假 asked for now waits for whoever runs the meeting: it has begun, or its registration was closed.
 * `leaveWaits({ kind, startsAt }, 'open', startsAt) // true`
 */
export const leaveWaits = (
  activity: Pick<Activity, 'kind' | 'startsAt'>,
  state: ActivityState,
  now: number,
): boolean => !isOffered(activity) && (state === 'closed' || now >= activity.startsAt)

/**
 * Whether 请假 may be asked for: of a meeting until its record stands, of a community's service until its end (exclusive). `state`: as it is for
 * everyone who looks (effectiveState).
 */
export const mayAskLeave = (
  activity: Pick<Activity, 'kind' | 'endsAt'>,
  state: ActivityState,
  now: number,
): boolean => {
  if (isOffered(activity)) return (state === 'published' || state === 'open') && now < activity.endsAt
  return state === 'published' || state === 'open' || state === 'closed'
}
