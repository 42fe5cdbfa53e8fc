import type { ActivityKind, BranchType, DutySubject } from '../contract/words'
import type { Day } from '../time/day'
import type { PeriodKind } from '../time/period'

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
  // Settings of the work committee: the strict reading of service (only 集中主题服务), 实事 for the community and for the household.
  | 'theme_service_only'
  | 'each_side'

/** Which members, committees or units the duty binds; absent: all of them. */
export type AppliesTo =
  'with_household' | 'with_committee' | 'with_theory_group' | 'leading_cadre' | 'county_leader'

/** The source of a rule; `number` (文号) absent: the pages say 文号待补. */
export interface Basis {
  document: string
  number?: string
  article?: string
}

/** What the document above asks: a minimum and a period to hold the rule against; `minimum` null: it names the thing and no number. */
export interface UpperRule extends Basis {
  minimum: number | null
  /** What it asks in its own words, instead of a number or beside it: 每年集中学习不少于 32 学时, 一般每月 1 次. */
  asks?: string
  period: PeriodKind
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
  /** 分类指导 (DUTIES row 55): only in branches of these types; absent: in all. */
  branchTypes?: BranchType[]
  /** On 主题党日: the kinds it may carry, each of which then counts for its own duty. */
  carries?: ActivityKind[]
  /** No exemption lifts it, as with the dues (DUTIES, decisions: dues never). */
  neverLifted?: true
  basis: Basis
  /** The document above the issuing one, where there is one: a rule that asks more than it is marked in the 减负自查表. */
  upper?: UpperRule
  /** Row of DUTIES this stands for. */
  order: number
  validFrom: Day
  validTo?: Day
}
