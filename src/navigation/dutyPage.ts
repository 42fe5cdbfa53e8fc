import { open } from './navigate'
import { wantedActivities } from './tabState'

export function openActivities(view: 'upcoming' | 'services'): void {
  wantedActivities.set(view)
  open('activities')
}

/** Leads to the page where a duty is done; false for one that is done at meetings or ticked by the branch. `late`: it is entered afterwards. */
export function openDuty(dutyId: string, late = false): boolean {
  switch (dutyId) {
    case 'household_visit':
      open('visit', late ? { backfill: '1' } : {})
      return true
    case 'community_service':
      openActivities('services')
      return true
    case 'practical_deed':
      open('deeds')
      return true
    case 'member_study':
      openActivities('upcoming')
      return true
    default:
      return false
  }
}
