import type { ActivityKind } from '../activity/activity'
import type { Day } from '../org/organisation'

export type DutySubject = 'member' | 'branch' | 'group' | 'committee' | 'unit'

export type PeriodKind = 'month' | 'quarter' | 'half' | 'year'

/** What fills a duty: taking part, holding, visiting, a deed, a tick, giving a lecture. */
export type Counts =
  | { what: 'attended'; kinds: ActivityKind[] }
  | { what: 'held'; kinds: ActivityKind[] }
  | { what: 'visited' }
  | { what: 'deed' }
  | { what: 'ticked' }
  | { what: 'lectured' }
  | { what: 'talked' }

/** The closed set of conditions a record must meet to count. */
export type Condition =
  | 'confirmed'
  | 'hosted_by_community'
  | 'own_household'
  | 'has_topic'
  | 'has_lecturer'
  | 'half_of_committee'
  | 'own_contact_point'
  | 'not_used_by_contact_lecture'

/** Whom of the subject the duty binds; absent: everyone. */
export type AppliesTo = 'with_household' | 'with_committee' | 'leading_cadre' | 'county_leader'

/** The source of a rule; `number` (文号) absent: the sheet says 依据待补. */
export interface Basis {
  document: string
  number?: string
  article?: string
}

/** A duty is a row of data: subject × what counts × period × minimum, with its basis and validity (both days inclusive). */
export interface Duty {
  /** `id@version` */
  _id: string
  id: string
  version: number
  subject: DutySubject
  /** 帮扶走访 */
  label: string
  /** The rule in one sentence, with the minimum as `{n}`: 每名机关党员每月至少到联系帮扶户家中开展 {n} 次帮扶活动。 */
  text: string
  /** 次, 件 */
  measure: string
  period: PeriodKind
  /** null: 定期, recorded and shown without a minimum, never 还差. */
  minimum: number | null
  counts: Counts
  conditions: Condition[]
  appliesTo?: AppliesTo
  basis: Basis
  /** Row of DUTIES this stands for. */
  order: number
  validFrom: Day
  validTo?: Day
}
