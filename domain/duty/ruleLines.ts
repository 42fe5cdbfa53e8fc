import { kindLabels } from '../activity/kindLabels'
import { carriable } from '../activity/validatePlan'
import type { ActivityKind } from '../contract/words'
import { branchTypeLabels } from '../org/branchTypeLabels'
import { amountText, basisLine, ruleText } from './ruleText'
import { isEnd } from './changeRule'
import type { Condition, Duty } from './duty'

export interface RuleLine {
  label: string
  before: string
  after: string
}

const basisOf = ({ basis }: Duty): string => basisLine(basis)

const listed = (words: readonly string[]): string => (words.length === 0 ? '无' : words.join('、'))

const typesOf = ({ branchTypes }: Duty): string =>
  branchTypes ? listed(branchTypes.map((type) => branchTypeLabels[type])) : '所有类型'

const carriesOf = ({ carries }: Duty): string =>
  listed((carries ?? carriable).map((kind: ActivityKind) => kindLabels[kind]))

const setting = (condition: Condition, on: string, off: string) => (duty: Duty) =>
  duty.conditions.includes(condition) ? on : off

const lines: [label: string, of: (duty: Duty) => string][] = [
  ['最低次数', amountText],
  ['规定', ruleText],
  ['依据', basisOf],
  ['适用支部', typesOf],
  ['可以同时计入', carriesOf],
  ['计入的服务', setting('theme_service_only', '只计集中主题服务', '三类服务都计入')],
  ['社区与帮扶户', setting('each_side', '分别计算，各须办到', '合并计算')],
]

/** Said of every rule; the other lines are settings that few rules have. */
const always = ['最低次数', '规定', '依据']

/**
 * What a change does to a rule, line by line, for the preview; lines that stay as they are are left out. A rule that ends has one line.
 * `ruleLines(before, after) // [{ label: '最低次数', before: '每月至少 1 次', after: '每月至少 2 次' }, …]`
 */
export const ruleLines = (before: Duty, after: Duty): RuleLine[] => {
  const wasInForce = !isEnd(before)
  const isInForce = !isEnd(after)
  const ends = { label: '状态', before: wasInForce ? '执行' : '停止', after: isInForce ? '执行' : '停止' }
  if (!isInForce) return [ends]
  const changed = lines
    .map(([label, of]) => ({ label, before: of(before), after: of(after) }))
    .filter((line) => line.before !== line.after)
  return wasInForce ? changed : [ends, ...changed]
}

/** What a new rule asks, line by line, where nothing stood before. */
export const newRuleLines = (rule: Duty): RuleLine[] =>
  lines
    .filter(([label]) => always.includes(label) || (label === '适用支部' && rule.branchTypes))
    .map(([label, of]) => ({ label, before: '没有', after: of(rule) }))
