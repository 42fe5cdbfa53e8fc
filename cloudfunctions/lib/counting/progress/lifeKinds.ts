import type { PeriodKind } from '@domain/time/period'
import type { ActivityKind } from '@domain/contract/words'

const monthly: readonly ActivityKind[] = ['theme_party_day']
const quarterly: readonly ActivityKind[] = ['general_meeting', 'lecture', 'seminar']
const yearly: readonly ActivityKind[] = ['org_life_meeting', 'democratic_review']

/** Kinds members attend without a minimum of their own (DUTIES row 10), by the period in which the branch owes to hold them. */
export const lifeKinds: Record<PeriodKind, readonly ActivityKind[]> = {
  month: monthly,
  quarter: quarterly,
  half: [],
  year: yearly,
}

/** What is worth a column in a period: whatever is held at least once in it. */
export const lifeColumns: Record<PeriodKind, readonly ActivityKind[]> = {
  month: monthly,
  quarter: [...monthly, ...quarterly],
  half: [...monthly, ...quarterly],
  year: [...monthly, ...quarterly, ...yearly],
}

/** The kind behind `life:lecture`; undefined for a duty's id and for kinds that are not shown so. */
export const lifeKindOf = (dutyId: string): ActivityKind | undefined =>
  lifeColumns.year.find((kind) => dutyId === `life:${kind}`)
