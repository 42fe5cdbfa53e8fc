import { kindsIn, periodText, sameTime } from './periods'

const at = Date.parse('2026-09-22T10:02:00+08:00')
const periods = ['2026-09', '2026-08', '2026-01', '2025-12', '2026-Q3', '2026-Q2', '2026-H2', '2026', '2025']

test('the kinds on offer stand in order of their length', () => {
  expect(kindsIn(periods)).toEqual(['month', 'quarter', 'half', 'year'])
  expect(kindsIn(['2026', '2026-09'])).toEqual(['month', 'year'])
})

test.each([
  ['2026-09', '9月'],
  ['2026-Q3', '第三季度'],
  ['2026-H2', '下半年'],
  ['2026', '2026年'],
  ['2025-12', '2025年12月'],
  ['2025-Q4', '2025年第四季度'],
])('%s is called %s in 2026', (key, text) => {
  expect(periodText(key, at)).toBe(text)
})

test.each([
  ['from the running month to its quarter', '2026-09', 'quarter', '2026-Q3'],
  ['from a past month to the quarter it lies in', '2026-06', 'quarter', '2026-Q2'],
  ['from the running year to the running month, not to December', '2026', 'month', '2026-09'],
  ['from a past year to its last month', '2025', 'month', '2025-12'],
  ['to the newest where that one is not on offer', '2026-Q1', 'half', '2026-H2'],
] as const)('%s', (_what, key, kind, wanted) => {
  expect(sameTime(periods, key, kind, at)).toBe(wanted)
})
