import { isOffered } from './need'

test('a need is offered until its last day, that day included, and not once it is withdrawn', () => {
  const need = { until: '2026-10-15', withdrawn: null }
  expect(isOffered(need, '2026-10-15')).toBe(true)
  expect(isOffered(need, '2026-10-16')).toBe(false)
  expect(isOffered({ ...need, withdrawn: { at: 1, by: 'm1' } }, '2026-10-01')).toBe(false)
})
