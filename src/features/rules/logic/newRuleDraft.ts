import type { NewRule, Rule, RuleChange } from '@domain/contract/duty'
import { amountText } from '@domain/duty/ruleText'
import { OWN, type RulePattern, rulePatterns } from '@domain/duty/newRule'
import type { PeriodKind } from '@domain/time/period'
import { ruleGroups, type RuleRow } from './ruleWords'

/** What is chosen of a new rule before its number and sentence are written. */
export interface NewRuleDraft {
  pattern: string
  period: PeriodKind
  label: string
}

export const patternOf = (key: string): RulePattern | undefined =>
  rulePatterns.find((pattern) => pattern.key === key)

/** 党员：帮扶走访 */
export const patternText = ({ subject, label }: RulePattern): string =>
  `${ruleGroups.find((group) => group.subject === subject)?.title ?? ''}：${label}`

export const periodNames: Record<PeriodKind, string> = {
  month: '每月',
  quarter: '每季度',
  half: '每半年',
  year: '每年',
}

/** 党员每季度参加主题党日至少 {n} 次。 */
function sentenceOf(pattern: RulePattern, period: PeriodKind): string {
  const who = ruleGroups.find((group) => group.subject === pattern.subject)?.title.split('、')[0] ?? ''
  return `${who}${periodNames[period]}${pattern.label}至少 {n} ${pattern.measure}。`
}

/** `own-member-visited-quarter-1`, or the first number that no rule has; of two who add the same at once the first has it. */
function freeId({ pattern, period }: NewRuleDraft, taken: readonly string[]): string {
  for (let n = 1; ; n += 1) {
    const id = `${OWN}${pattern}-${period}-${n}`
    if (!taken.includes(id)) return id
  }
}

/** A rule that is not there yet as the editor takes one: version 0, with a sentence to start from. `taken`: the ids of all rules. */
export function newRuleRow(
  draft: NewRuleDraft,
  pattern: RulePattern,
  { taken, from }: { taken: readonly string[]; from: string },
): RuleRow {
  const { pattern: key, period, label } = draft
  const dutyId = freeId(draft, taken)
  const text = sentenceOf(pattern, period)
  const { subject, measure } = pattern
  const basis = { document: '' }
  const added: NewRule = { pattern: key, label: label.trim(), period }
  const rule: Rule = {
    dutyId,
    version: 0,
    label: added.label,
    text: amountText({ minimum: 1, period, measure }),
    subject,
    period,
    minimum: 1,
    measure,
    basis,
    exceedsUpper: false,
    validFrom: from,
  }
  const form: RuleChange = {
    dutyId,
    baseVersion: 0,
    minimum: 1,
    text,
    basis,
    options: [],
    inForce: true,
    added,
  }
  return { rule, form, mayOption: [], mayCarry: [], history: [] }
}
