import { dayOf } from '../time/day'
import type { Fact } from './fact'

/** When the scan of the door's code reached the cloud (ms); undefined: the visit counts by the village's word, or does not count yet. */
const arrivedAt = ({ confirmed, householdId }: Fact): number | undefined =>
  confirmed && confirmed.by === householdId ? confirmed.at : undefined

/**
 * Whether a visit's code reached the cloud at `at` (ms), on one day with that of another day to the same household: what comes together was
 * not scanned day by day, and the village is asked. Struck-out ones and those that wait themselves say nothing.
 */
export const arrivesWithAnother = (visit: Fact, at: number, others: readonly Fact[]): boolean =>
  others.some((other) => {
    const isSameHousehold = other.householdId === visit.householdId && other.memberId === visit.memberId
    if (!isSameHousehold || other.occurredOn === visit.occurredOn || other.annulled) return false
    const arrived = arrivedAt(other)
    return arrived !== undefined && dayOf(arrived) === dayOf(at)
  })
