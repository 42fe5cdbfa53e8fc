import type { ExemptionCategory } from '../contract/words'
import { isGranted } from '../org/exemptions'
import type { Exemption } from '../org/member'
import { doneBy } from './doneBy'
import type { Duty } from './duty'

type Liftable = Pick<Duty, 'id' | 'counts' | 'conditions' | 'period' | 'neverLifted'>

/** What a category lifts unless the exemption lists its own duties (DUTIES, decisions). */
const defaults: Record<ExemptionCategory, 'all' | 'home_meetings' | 'none'> = {
  old_age: 'all',
  health: 'all',
  maternity: 'all',
  abroad: 'all',
  // Home-branch meetings only: they are owed at the village (DUTIES row 31).
  resident_in_village: 'home_meetings',
  // Meetings may be attended where the member is; nothing is lifted.
  mobile: 'none',
}

/** Whether an exemption lifts a duty, its dates aside; a rule that is never lifted stays owed even where an exemption lists it. */
export const lifts = (
  exemption: Pick<Exemption, 'category' | 'dutyIds' | 'state'>,
  duty: Liftable,
): boolean => {
  if (duty.neverLifted || !isGranted(exemption)) return false
  if (exemption.dutyIds) return exemption.dutyIds.includes(duty.id)
  const lifted = defaults[exemption.category]
  return lifted === 'all' || (lifted === 'home_meetings' && doneBy(duty) === 'meeting')
}
