import { dayOf } from '../time/day'
import type { Activity } from './activity'

/**
 * The day is over and nobody opened the registration: somebody is asked whether it took place, however long ago that was.
 * `isUnopened({ state: 'published', endsAt }, endsAt + DAY) // true`
 */
export const isUnopened = ({ state, endsAt }: Pick<Activity, 'state' | 'endsAt'>, now: number): boolean =>
  state === 'published' && dayOf(endsAt) < dayOf(now)
