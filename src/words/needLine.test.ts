import { needLine } from './needLine'

test('a need says until when and how many, and how many it has only once somebody took it', () => {
  const need = { until: '2026-10-20', wanted: 2 }
  expect(needLine({ ...need, taken: 0 })).toBe('10月20日前，要 2 人')
  expect(needLine({ ...need, taken: 1 })).toBe('10月20日前，要 2 人，已有 1 人')
})
