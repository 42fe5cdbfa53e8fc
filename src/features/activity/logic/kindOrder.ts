import type { ActivityKind } from '@domain/contract/words'

/** The order in which kinds are offered: what is held every month first. */
export const kindOrder: readonly ActivityKind[] = [
  'theme_party_day',
  'study',
  'group_meeting',
  'committee_meeting',
  'general_meeting',
  'lecture',
  'seminar',
  'org_life_meeting',
  'democratic_review',
  'secretary_report',
  'community_service',
  'unit_theory_study',
  'work_briefing',
]
