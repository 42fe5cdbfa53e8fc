import type { ActivityKind } from '../contract/words'
import { clockOf } from '../time/day'
import type { Activity } from './activity'

/** Kinds that carry 所属年度 (DUTIES, decisions): held by March they may count for the year before. */
const ofAYear: readonly ActivityKind[] = ['org_life_meeting', 'democratic_review', 'secretary_report']
/** The last month in which the year before may be meant. */
const LAST_MONTH = 3

type Held = Pick<Activity, 'kind' | 'startsAt'>

/** The years an activity may be held for, the one proposed first; none where the kind has no 所属年度. */
export const yearsFor = ({ kind, startsAt }: Held): number[] => {
  if (!ofAYear.includes(kind)) return []
  const { year, month } = clockOf(startsAt)
  return month <= LAST_MONTH ? [year - 1, year] : [year]
}

/**
 * The year an activity counts for; null where it counts by its day. Entered or not: without a word it is the year of its day.
 * `yearOf({ kind: 'org_life_meeting', startsAt: January 2027, forYear: 2026 }) // 2026`
 */
export const yearOf = ({ forYear, ...held }: Held & Pick<Activity, 'forYear'>): number | null => {
  const years = yearsFor(held)
  if (forYear !== undefined && years.includes(forYear)) return forYear
  return years[years.length - 1] ?? null
}
