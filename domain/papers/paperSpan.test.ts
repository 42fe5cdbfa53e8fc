import { paperSpan } from './paperSpan'

test.each([
  ['2026-02', undefined, '2026-02'],
  ['2026-H1', undefined, '2026年上半年'],
  ['2026-01', '2026-06', '2026年上半年'],
  ['2026-Q1', '2026-Q4', '2026年'],
  ['2026-02', '2026-05', '2026年2月至5月'],
  ['2025-11', '2026-03', '2025年11月至2026年3月'],
])('from the first day of %s to the last of %s is called %s', (from, until, name) => {
  expect(paperSpan(from, until)?.name).toBe(name)
})

test('whole months, the first and the last included; none that ends before it begins, and none longer than two years', () => {
  expect(paperSpan('2026-02', '2026-05')).toMatchObject({ from: '2026-02-01', to: '2026-05-31' })
  expect(paperSpan('2026-05', '2026-02')).toBeNull()
  expect(paperSpan('2025', '2026')).not.toBeNull()
  expect(paperSpan('2024-12', '2026-12')).toBeNull()
})
