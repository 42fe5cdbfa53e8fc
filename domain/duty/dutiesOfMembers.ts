import type { Period } from '../time/period'
import { dutiesFor } from './dutiesFor'
import type { Duty } from './duty'

const known = new WeakMap<readonly Duty[], Map<string, readonly Duty[]>>()

/** What dutiesFor gives of members' own; a table is asked about one period for every member of a county, so its answers are kept with it. */
export const dutiesOfMembers = (duties: readonly Duty[], period: Period): readonly Duty[] => {
  const byPeriod = known.get(duties) ?? new Map<string, readonly Duty[]>()
  known.set(duties, byPeriod)
  let found = byPeriod.get(period.key)
  if (!found) {
    found = dutiesFor(duties, period).filter(({ subject }) => subject === 'member')
    byPeriod.set(period.key, found)
  }
  return found
}
