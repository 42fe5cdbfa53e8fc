import type { ActivityKind } from '@domain/contract/words'
import type { Organisation } from '@domain/org/organisation'

const ofBranch: readonly ActivityKind[] = [
  'theme_party_day',
  'study',
  'general_meeting',
  'lecture',
  'seminar',
  'org_life_meeting',
  'democratic_review',
  'secretary_report',
]

/** What an organisation may hold; a 支委会 stands under the branch, where there is a committee. */
export function hostKinds({ type, hasCommittee }: Organisation): readonly ActivityKind[] {
  switch (type) {
    case 'branch':
      return hasCommittee ? [...ofBranch, 'committee_meeting'] : ofBranch
    case 'group':
      return ['group_meeting']
    case 'unit':
      return ['unit_theory_study', 'work_briefing']
    // A community publishes its services in one way: service.publish.
    case 'community':
    case 'work_committee':
    case 'village':
      return []
  }
}
