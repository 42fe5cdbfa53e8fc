import type { Rule, RuleList, RulePreview } from '@domain/contract/duty'
import type { DutySubject } from '@domain/contract/words'
import { amountText } from '@domain/duty/ruleText'
import { addDays, clockOf, dayOf, startOfDay } from '@domain/time/day'
import { formatDay } from '@domain/time/format'
import type { PeriodKind } from '@domain/time/period'

export type RuleRow = RuleList['rules'][number]

/** Whose rules they are, in the order shown. */
export const ruleGroups: readonly { subject: DutySubject; title: string }[] = [
  { subject: 'member', title: '党员' },
  { subject: 'branch', title: '党支部' },
  { subject: 'group', title: '党小组' },
  { subject: 'committee', title: '支委会' },
  { subject: 'unit', title: '党组、中心组' },
]

/** Whose rule it is; null where its name says so itself: 支委会. */
export function whoseOf({ subject, label }: Pick<Rule, 'subject' | 'label'>): string | null {
  const title = ruleGroups.find((group) => group.subject === subject)?.title ?? ''
  return title.split('、').some((name) => label.includes(name)) ? null : title
}

const units: Record<PeriodKind, string> = { month: '月', quarter: '季度', half: '半年', year: '年' }

/** `2 次/月`, `定期` */
export const rateText = ({ minimum, measure, period }: Rule): string =>
  minimum === null ? '定期' : `${minimum} ${measure}/${units[period]}`

/** `10月1日`, and with its year where that is not the running one. */
export function dayText(day: string, now: number): string {
  const { year } = clockOf(startOfDay(day))
  return year === clockOf(now).year ? formatDay(day) : `${year}年${formatDay(day)}`
}

/** What is decided but not yet so: `10月1日起改为每月至少 2 次`, `10月1日起停用`; null: nothing. */
export function comingText({ rule, next, form }: RuleRow, now: number): string | null {
  if (next) {
    const from = dayText(next.validFrom, now)
    if (rule.validTo !== undefined && isOver(rule, now)) return `${from}起恢复，${amountText(next)}`
    return next.minimum === rule.minimum ? `${from}起内容有改动` : `${from}起改为${amountText(next)}`
  }
  if (form.inForce || rule.validTo === undefined) return null
  return isOver(rule, now) ? '已停用' : `${dayText(addDays(rule.validTo, 1), now)}起停用`
}

/** A rule that nobody owes any more. */
export const isOver = ({ validTo }: Pick<Rule, 'validTo'>, now: number): boolean =>
  validTo !== undefined && validTo < dayOf(now)

/** `more`: asks more often than the document above it; `unnumbered`: that one has no number to hold it against. */
export type UpperMark = 'more' | 'unnumbered'

export const upperMarkLabels: Record<UpperMark, string> = {
  more: '高于上级规定',
  unnumbered: '上级未定次数',
}

type Compared = Pick<Rule, 'upper' | 'exceedsUpper'>

/** A document that asks for hours and no number of times is exceeded by nobody, and is said to be what it is. */
export const upperMarkOf = ({ upper, exceedsUpper }: Compared): UpperMark | null => {
  if (!upper || !exceedsUpper) return null
  return upper.minimum === null ? 'unnumbered' : 'more'
}

/** What the document above asks: `每年至少 1 次`, `一般每月 1 次`, `每年集中学习培训一般不少于 32 学时，未定次数`. */
export function upperText({ upper, measure }: Pick<Rule, 'upper' | 'measure'>): string {
  if (!upper) return '暂无对照'
  if (upper.minimum !== null) return upper.asks ?? amountText({ ...upper, measure })
  return upper.asks === undefined ? '未定次数' : `${upper.asks}，未定次数`
}

const boundUnits: Record<RulePreview['bound']['of'], string> = {
  branches: '个党支部',
  groups: '个党小组',
  committees: '个支委会',
  members: '名党员',
  units: '个党组',
}

/** `62 个党支部，不变`, `62 个党支部，改后 40 个` */
export function boundText({ of, before, after }: RulePreview['bound']): string {
  const unit = boundUnits[of]
  return before === after ? `${before} ${unit}，不变` : `${before} ${unit}，改后 ${after} ${unit.slice(0, 1)}`
}
