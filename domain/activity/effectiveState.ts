import type { ActivityState } from '../contract/words'
import { addDays, type Day, dayOf, startOfDay } from '../time/day'
import type { Activity } from './activity'

/** Registration may be opened this long before the start. */
export const OPENS_BEFORE_MS = 60 * 60_000
/** Hours after its end, or after it was opened again, at which an open activity is closed though nobody pressed 结束. */
export const AUTO_CLOSE_HOURS = 3

const AUTO_CLOSE_MS = AUTO_CLOSE_HOURS * 3_600_000

/** The first instant at which registration may open. */
export const opensAt = (activity: Pick<Activity, 'startsAt'>): number => activity.startsAt - OPENS_BEFORE_MS

/**
 * The first instant at which nobody comes any more: codes are worth nothing, and what is entered for later is late. Opened again on the day it
 * ends on, it goes on; opened again on another day it does not.
 */
export const closesAt = ({ endsAt, reopenedAt = 0 }: Pick<Activity, 'endsAt' | 'reopenedAt'>): number => {
  const goesOn = reopenedAt > endsAt && dayOf(reopenedAt) === dayOf(endsAt)
  return (goesOn ? reopenedAt : endsAt) + AUTO_CLOSE_MS
}

/** The first instant at which an open activity is closed by itself. */
export const closesItselfAt = ({ endsAt, reopenedAt = 0 }: Pick<Activity, 'endsAt' | 'reopenedAt'>): number =>
  Math.max(endsAt, reopenedAt) + AUTO_CLOSE_MS

/** The earliest start (ms) of what may still be coming or going on: the longest lasts three days and closes by itself some hours later. */
export const mayGoOnFrom = (today: Day): number => startOfDay(addDays(today, -4))

/**
 * The state an activity is in for everyone who looks: an open one is closed from `closesItselfAt` on, whatever is stored; the night writes down
 * what is so already (closeForgotten). One that was published and never opened stays published: nobody has said yet that it took place.
 */
export const effectiveState = (
  activity: Pick<Activity, 'state' | 'endsAt' | 'reopenedAt'>,
  now: number,
): ActivityState => (activity.state === 'open' && now >= closesItselfAt(activity) ? 'closed' : activity.state)

/** Closed because nobody pressed 结束: written down so by the night, or not yet. */
export const hasClosedItself = (
  activity: Pick<Activity, 'state' | 'endsAt' | 'reopenedAt' | 'closedItself'>,
  now: number,
): boolean =>
  activity.closedItself === true || (activity.state === 'open' && effectiveState(activity, now) === 'closed')
