import { dayOf } from '../time/day'
import type { Activity } from './activity'

/**
 * The day is over and nobody opened the registration: somebody is asked whether it took place, however long ago that was.
 * `isUnopened({ state: 'published', endsAt }, endsAt + DAY) // true`
 */
export const isUnopened = ({ state, endsAt }: Pick<Activity, 'state' | 'endsAt'>, now: number): boolean =>
  state === 'published' && dayOf(endsAt) < dayOf(now)

/**
 * Announced, and once it was over somebody said that it did not take place: another thing than one that was called off before.
 * `wasNotHeld({ state: 'cancelled', cancelledAt: endsAt, endsAt }) // true`
 */
export const wasNotHeld = ({
  state,
  cancelledAt,
  endsAt,
}: Pick<Activity, 'state' | 'cancelledAt' | 'endsAt'>): boolean =>
  state === 'cancelled' && cancelledAt !== undefined && cancelledAt >= endsAt
