import { longDay, spanText } from './spanText'

test.each([
  [{ kind: 'month', from: '2026-09-01', to: '2026-09-30' }, '9月1日至30日'],
  [{ kind: 'month', from: '2028-02-01', to: '2028-02-29' }, '2月1日至29日'],
  [{ kind: 'quarter', from: '2026-07-01', to: '2026-09-30' }, '7月1日至9月30日'],
  [{ kind: 'half', from: '2026-07-01', to: '2026-12-31' }, '7月1日至12月31日'],
  [{ kind: 'year', from: '2026-01-01', to: '2026-12-31' }, '2026年1月1日至12月31日'],
] as const)('%o reads %s', (period, text) => {
  expect(spanText(period)).toBe(text)
})

test('days are written without leading zeros', () => {
  expect(longDay('2026-01-01')).toBe('2026年1月1日')
})
