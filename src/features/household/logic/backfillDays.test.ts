import { backfillDays } from './backfillDays'

const now = Date.parse('2026-10-09T14:50:00+08:00')

test('days from the one the cloud names are offered, up to today', () => {
  expect(backfillDays(now, '2026-09-01')).toEqual({ from: '2026-09-01', to: '2026-10-09' })
})

test('as long as the cloud has not said it, only days of the running month are offered', () => {
  expect(backfillDays(now, undefined).from).toBe('2026-10-01')
})

test('of a household that has been handed over, days until its last one', () => {
  expect(backfillDays(now, '2026-09-01', '2026-09-22').to).toBe('2026-09-22')
})
