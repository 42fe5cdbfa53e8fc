import type { Rule } from '@domain/contract/duty'
import { defaultDuties } from '@domain/duty/defaultDuties'
import { exceedsUpper } from '@domain/duty/exceedsUpper'
import { ruleText } from '@domain/duty/ruleText'
import { at } from '@domain/testing/at'
import { burdenLine, burdenText, burdenTotals, inForce } from './burden'
import type { RuleRow } from './ruleWords'

const now = at('2026-09-22 10:00')

const rows = defaultDuties.map((duty): RuleRow => {
  const rule: Rule = { ...duty, dutyId: duty.id, text: ruleText(duty), exceedsUpper: exceedsUpper(duty) }
  const { minimum, text, basis } = duty
  return {
    rule,
    form: { dutyId: duty.id, baseVersion: 1, minimum, text, basis, options: [], inForce: true },
    mayOption: [],
    mayCarry: [],
    history: [],
  }
})
const rowOf = (dutyId: string, change: Partial<Rule> = {}): RuleRow => {
  const row = rows.find(({ rule }) => rule.dutyId === dutyId)
  if (!row) throw new Error(`no ${dutyId}`)
  return { ...row, rule: { ...row.rule, ...change } }
}

test('a county begins with the 中心组 alone asked for more often than the document above asks', () => {
  const { rules, numbered, regular, more, unnumbered, uncompared } = burdenTotals(rows)
  expect([rules, numbered + regular, more, unnumbered]).toEqual([22, 22, 1, 7])
  expect(regular).toBe(4)
  expect(uncompared).toBe(22 - 15)
  expect(burdenLine(rowOf('unit_theory_study'), now)).toMatchObject({
    here: '每月至少 1 次',
    above: '每季度至少 1 次',
    aboveFrom: '中国共产党党委（党组）理论学习中心组学习规则（依据待核）',
    mark: '高于上级规定',
  })
})

test('study is measured in hours above and marked as that, not as asking more', () => {
  expect(burdenLine(rowOf('member_study'), now)).toMatchObject({
    whom: '党员',
    here: '每月至少 1 次',
    above: '每年集中学习培训一般不少于 32 学时，党支部书记和班子成员不少于 56 学时（依据待核），未定次数',
    aboveFrom: '中国共产党党员教育管理工作条例第二十条',
    mark: '上级未定次数',
  })
})

test('a number above the document’s own is marked; its document is not named twice', () => {
  expect(burdenLine(rowOf('theme_party_day', { minimum: 2, exceedsUpper: true }), now)).toEqual({
    label: '主题党日',
    whom: '党支部',
    document: '中国共产党支部工作条例（试行）（依据待核）',
    number: '待补',
    article: '第十六条',
    here: '每月至少 2 次',
    above: '每月相对固定 1 天',
    aboveFrom: null,
    coming: null,
    mark: '高于上级规定',
  })
})

test('a rule is in the table to the end of its last day', () => {
  const ended = rowOf('dues', { validTo: '2026-09-30' })
  expect(inForce([ended], at('2026-09-30 23:59'))).toHaveLength(1)
  expect(inForce([ended], at('2026-10-01 00:00'))).toHaveLength(0)
})

test('the copied text has the totals and every rule whole', () => {
  const text = burdenText(rows, now)
  expect(text).toContain('减负自查表（2026-09-22）')
  expect(text).toContain('高于上级规定 1 条')
  for (const { rule } of rows) expect(text).toContain(rule.label)
  expect(text).toContain(
    '本县：每月至少 1 次\n上级：每月相对固定 1 天\n依据：中国共产党支部工作条例（试行）（依据待核）；文号：待补',
  )
})
