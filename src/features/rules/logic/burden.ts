import type { Rule } from '@domain/contract/duty'
import { amountText } from '@domain/duty/ruleText'
import { isUnchecked } from '@domain/duty/sources'
import { dayOf } from '@domain/time/day'
import {
  comingText,
  isOver,
  type RuleRow,
  upperMarkLabels,
  upperMarkOf,
  upperText,
  whoseOf,
} from './ruleWords'

/** What is not entered yet stands as such in the table. */
const LACKING = '待补'

export interface BurdenTotals {
  rules: number
  /** With a number of times, and 定期. */
  numbered: number
  regular: number
  more: number
  unnumbered: number
  /** With no document above to hold them against. */
  uncompared: number
  /** Whose 文号 is still to be supplied. */
  withoutNumber: number
}

/** The rules in force, in register order. */
export const inForce = (rows: readonly RuleRow[], now: number): RuleRow[] =>
  rows.filter(({ rule }) => !isOver(rule, now))

export function burdenTotals(rows: readonly RuleRow[]): BurdenTotals {
  const count = (holds: (rule: Rule) => boolean) => rows.filter(({ rule }) => holds(rule)).length
  return {
    rules: rows.length,
    numbered: count(({ minimum }) => minimum !== null),
    regular: count(({ minimum }) => minimum === null),
    more: count((rule) => upperMarkOf(rule) === 'more'),
    unnumbered: count((rule) => upperMarkOf(rule) === 'unnumbered'),
    uncompared: count(({ upper }) => upper === undefined),
    withoutNumber: count(({ basis }) => basis.number === undefined),
  }
}

export interface BurdenLine {
  label: string
  /** Whose rule it is, where its name does not say so: 党员. */
  whom: string | null
  document: string
  number: string
  article: string
  here: string
  above: string
  /** Only where it is another document than the rule's own. */
  aboveFrom: string | null
  coming: string | null
  mark: string | null
}

const uncheckedMark = (basis: Rule['basis']): string => (isUnchecked(basis) ? '（依据待核）' : '')
const sourceOf = (basis: Rule['basis']): string => `${basis.document}${uncheckedMark(basis)}`

export function burdenLine(row: RuleRow, now: number): BurdenLine {
  const { rule } = row
  const { basis, upper } = rule
  const mark = upperMarkOf(rule)
  return {
    label: rule.label,
    whom: whoseOf(rule),
    document: sourceOf(basis),
    number: basis.number ?? LACKING,
    article: basis.article ?? LACKING,
    here: amountText(rule),
    above: upperText(rule),
    aboveFrom:
      upper && upper.document !== basis.document
        ? `${upper.document}${upper.article ?? ''}${uncheckedMark(upper)}`
        : null,
    coming: comingText(row, now),
    mark: mark && upperMarkLabels[mark],
  }
}

export const totalsText = (totals: BurdenTotals): string =>
  [
    `共 ${totals.rules} 条，其中定次数 ${totals.numbered} 条、定期 ${totals.regular} 条`,
    `高于上级规定 ${totals.more} 条`,
    `上级未定次数 ${totals.unnumbered} 条`,
    `暂无上级规定可对照 ${totals.uncompared} 条`,
    `文号待补 ${totals.withoutNumber} 条`,
  ].join('；')

const lineText = (line: BurdenLine, index: number): string =>
  [
    `${index + 1}. ${line.label}${line.whom === null ? '' : `（${line.whom}）`}${line.mark === null ? '' : `【${line.mark}】`}`,
    `本县：${line.here}${line.coming === null ? '' : `（${line.coming}）`}`,
    `上级：${line.above}${line.aboveFrom === null ? '' : `（${line.aboveFrom}）`}`,
    `依据：${line.document}；文号：${line.number}；条款：${line.article}`,
  ].join('\n')

/** The whole table as text to paste into a document. */
export const burdenText = (rows: readonly RuleRow[], now: number): string =>
  [
    `减负自查表（${dayOf(now)}）`,
    `${totalsText(burdenTotals(rows))}。`,
    ...rows.map((row, index) => lineText(burdenLine(row, now), index)),
  ].join('\n\n')
