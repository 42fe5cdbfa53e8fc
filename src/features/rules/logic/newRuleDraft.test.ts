import type { RuleChange } from '@domain/contract/duty'
import { newRule, rulePatterns } from '@domain/duty/newRule'
import { newRuleRow, patternText } from './newRuleDraft'
import { changeOf, draftOf } from './ruleDraft'

const today = '2026-09-22'

test.each(rulePatterns.map((pattern) => [patternText(pattern), pattern] as const))(
  'a new rule for %s is one as soon as its document is named',
  (_, pattern) => {
    const chosen = { pattern: pattern.key, period: 'half' as const, label: pattern.label }
    const { form, rule } = newRuleRow(chosen, pattern, { taken: [], from: today })
    const draft = { ...draftOf(form, rule.measure), document: '某县通知' }
    const change = changeOf(draft, form, rule.measure) as RuleChange & {
      added: NonNullable<RuleChange['added']>
    }
    expect(newRule([], change, today)).toMatchObject({ ok: true, data: { label: pattern.label, minimum: 1 } })
  },
)

test('a second rule of the same kind has an id of its own', () => {
  const [pattern] = rulePatterns
  if (!pattern) throw new Error('no pattern')
  const chosen = { pattern: pattern.key, period: 'half' as const, label: pattern.label }
  const idOf = (taken: readonly string[]) => newRuleRow(chosen, pattern, { taken, from: today }).rule.dutyId
  const first = idOf([])
  expect(first).toMatch(/^own-[\w-]{1,60}$/)
  expect(idOf([first])).not.toBe(first)
})
