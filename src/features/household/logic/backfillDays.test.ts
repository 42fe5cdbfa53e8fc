import { nthWorkdayEnd } from '@domain/period/workdays'
import { periodByKey } from '@domain/period/period'
import { backfillDays } from './backfillDays'

const at = (text: string) => Date.parse(`${text}+08:00`)

test('in the last week only days of the running month are offered, up to today', () => {
  expect(backfillDays(at('2026-09-22T14:50:00'))).toEqual({ from: '2026-09-01', to: '2026-09-22' })
})

test('until the last millisecond of the fifth workday the month before is still offered, after it no more', () => {
  const end = nthWorkdayEnd(periodByKey('2026-08'), 5)
  expect(backfillDays(end - 1).from).toBe('2026-08-01')
  expect(backfillDays(end).from).toBe('2026-09-01')
})
