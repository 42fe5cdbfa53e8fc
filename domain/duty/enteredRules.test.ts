import { defaultDuties } from './defaultDuties'
import type { Duty } from './duty'
import { enteredRules, tickedPeriod } from './enteredRules'

const on = (duties: readonly Duty[], day = '2026-09-22', branchType?: 'enterprise') => {
  const { talks, ticks } = enteredRules(duties, branchType, day)
  return [talks, ...ticks.map(({ id }) => id)]
}
const changed = (id: string, change: Partial<Duty>) =>
  defaultDuties.map((duty) => (duty.id === id ? { ...duty, ...change } : duty))

test('talks, and two ticks besides the dues, as a county begins with them', () => {
  expect(on(defaultDuties)).toEqual([true, 'party_spirit_analysis', 'thought_report'])
})

test('a rule that has ended is offered no more, one that binds other branches not at all', () => {
  expect(on(changed('heart_talk', { validTo: '2025-12-31' }))[0]).toBe(false)
  const ofOrgans = changed('thought_report', { branchTypes: ['organ'] })
  expect(on(ofOrgans, '2026-09-22', 'enterprise')).toEqual([true, 'party_spirit_analysis'])
})

test('a tick is for the rule’s own period, of the year for the half at hand', () => {
  expect(tickedPeriod({ period: 'year' }, '2026-06-30').key).toBe('2026-H1')
  expect(tickedPeriod({ period: 'year' }, '2026-07-01').key).toBe('2026-H2')
  expect(tickedPeriod({ period: 'month' }, '2026-07-01').key).toBe('2026-07')
  expect(tickedPeriod({ period: 'quarter' }, '2026-07-01').key).toBe('2026-Q3')
})
