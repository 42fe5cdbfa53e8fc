import { type Day, dayOf } from '@domain/time/day'
import { periodOf } from '@domain/time/period'

/**
 * Days a visit may be entered for afterwards, both inclusive: from the day the cloud names, which is the first of the last month until that
 * closes. Without its word only days of the running month. Of a household that is one's own no more, until its last day. The cloud judges; this
 * only offers no day it would refuse.
 */
export function backfillDays(now: number, enterFrom: Day | undefined, until?: Day): { from: Day; to: Day } {
  const today = dayOf(now)
  return {
    from: enterFrom ?? periodOf('month', now).from,
    to: until !== undefined && until < today ? until : today,
  }
}
