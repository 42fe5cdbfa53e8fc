import { kindLabels } from '@domain/activity/kindLabels'
import type { ActivityKind } from '@domain/contract/words'
import type { Duty } from '@domain/duty/duty'
import { membersRules } from '@domain/duty/sources'
import { lifeDuty, lifeId } from '@domain/progress/lifeDuty'
import type { PeriodKind } from '@domain/time/period'

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
export const shownKindOf = (dutyId: string): ActivityKind | undefined =>
  lifeColumns.year.find((kind) => lifeId(kind) === dutyId)

/** 双重组织生活 (DUTIES row 10): what the Why sheet says of a kind members attend without a minimum; it is nobody's duty and no setting. */
export const lifeRule = (kind: ActivityKind): Duty => ({
  ...lifeDuty(kind, 'month'),
  label: kindLabels[kind],
  text: `党员参加所在党支部的${kindLabels[kind]}，党员领导干部执行双重组织生活制度，也一样；不设最低次数，只列到会和举办。`,
  basis: membersRules('第十六条'),
})
