import type { DutyLine } from '@domain/contract/progress'
import type { DoneBy } from '@domain/contract/words'
import { open } from './navigate'
import { type ActivitiesView, wantedActivities } from './tabState'

export function openActivities(view: ActivitiesView): void {
  wantedActivities.set(view)
  open('activities')
}

/** The page of a meeting: for whoever runs it the one where it is run, for all others what is gone through there. */
export function openMeeting({ id, runs }: { id: string; runs: boolean }): void {
  open(runs ? 'meeting' : 'activity', { id })
}

/** Leads to the page where a duty is done; false for one that is done at meetings or ticked by the branch. `late`: it is entered afterwards. */
export function openDuty(doneBy: DoneBy, late = false): boolean {
  switch (doneBy) {
    case 'visit':
      open('visit', late ? { backfill: '1' } : {})
      return true
    case 'service':
      openActivities('services')
      return true
    case 'deed':
      open('deeds')
      return true
    case 'meeting':
      openActivities('upcoming')
      return true
    default:
      return false
  }
}

/** Leads to the page of a branch on which a number of a member's is entered: the dues of that month, else talks and what is ticked. */
export function openEntry({ doneBy, period, subjectId }: DutyLine, branchId: string): void {
  if (doneBy === 'dues') open('dues', { branchId, month: period.key })
  else open('talks', { branchId, ...(doneBy === 'talk' && { memberId: subjectId }) })
}
