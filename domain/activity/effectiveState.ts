import type { ActivityState } from '../contract/words'
import type { Activity } from './activity'

/** Registration may be opened this long before the start. */
export const OPENS_BEFORE_MS = 60 * 60_000
/** Hours after its end at which an open activity counts as closed though nobody pressed 结束. */
export const AUTO_CLOSE_HOURS = 3

/** The first instant at which registration may open. */
export const opensAt = (activity: Pick<Activity, 'startsAt'>): number => activity.startsAt - OPENS_BEFORE_MS

/** The first instant at which registration is over though nobody closed it. */
export const closesAt = (activity: Pick<Activity, 'endsAt'>): number =>
  activity.endsAt + AUTO_CLOSE_HOURS * 3_600_000

/**
 * The state an activity is in for everyone who looks: an open one is closed from `closesAt` on, whatever is stored, so no timer has to write
 * it. One that was published and never opened stays published: nobody has said yet that it took place.
 */
export const effectiveState = (activity: Pick<Activity, 'state' | 'endsAt'>, now: number): ActivityState =>
  activity.state === 'open' && now >= closesAt(activity) ? 'closed' : activity.state
