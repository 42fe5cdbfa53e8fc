import { lastDue, nextDue, parseCron } from './cron'

const at = (text: string) => Date.parse(`${text.replace(' ', 'T')}+08:00`)
const next = (cron: string, after: string) => nextDue(parseCron(cron), at(after))

it.each([
  ['0 */10 * * * * *', '2026-09-22 14:50:00', '2026-09-22 15:00:00'],
  ['0 */10 * * * * *', '2026-09-22 14:49:59', '2026-09-22 14:50:00'],
  ['0 5 8-20 * * * *', '2026-09-22 20:05:00', '2026-09-23 08:05:00'],
  ['0 0 2 1 * * *', '2026-09-22 14:50:00', '2026-10-01 02:00:00'],
  ['0 15 10 * * MON-FRI *', '2026-09-25 10:15:00', '2026-09-28 10:15:00'],
  ['0 0 10,14,16 * * * *', '2026-09-22 14:50:00', '2026-09-22 16:00:00'],
  ['30 0 0 29 FEB * *', '2026-09-22 14:50:00', '2028-02-29 00:00:30'],
  ['0 0 0 1 1 * 2027', '2026-09-22 14:50:00', '2027-01-01 00:00:00'],
  ['5/20 0 0 * * * *', '2026-09-22 00:00:05', '2026-09-22 00:00:25'],
])('%s after %s is due at %s, on the clock of Shanghai', (cron, after, due) => {
  expect(next(cron, after)).toBe(at(due))
})

it('takes a day or a weekday when both are given', () => {
  expect(next('0 0 8 15 * MON *', '2026-09-12 08:00:00')).toBe(at('2026-09-14 08:00:00'))
  expect(next('0 0 8 15 * MON *', '2026-09-14 08:00:00')).toBe(at('2026-09-15 08:00:00'))
})

it('is never due when its year is over', () => {
  expect(next('0 0 0 * * * 2020', '2026-09-22 14:50:00')).toBeUndefined()
})

it('finds the last of many missed instants, the end of the span included, its start not', () => {
  const cron = parseCron('0 */10 * * * * *')
  const last = (after: string, until: string) => lastDue(cron, at(after), at(until))
  expect(last('2026-09-22 14:50:00', '2026-10-31 00:03:00')).toBe(at('2026-10-31 00:00:00'))
  expect(last('2026-09-22 14:50:00', '2026-09-22 15:00:00')).toBe(at('2026-09-22 15:00:00'))
  expect(last('2026-09-22 14:50:00', '2026-09-22 14:59:59')).toBeUndefined()
  const monthly = parseCron('0 0 2 1 * * *')
  expect(lastDue(monthly, at('2026-09-22 00:00:00'), at('2026-12-24 00:00:00'))).toBe(
    at('2026-12-01 02:00:00'),
  )
})

it.each([
  '* * * * *',
  '60 * * * * * *',
  '0 0 24 * * * *',
  '0 0 0 0 * * *',
  '0 */0 * * * * *',
  '0 0 9-8 * * * *',
  '0 0 0 1 XXX * *',
  'a * * * * * *',
])('refuses %s', (cron) => {
  expect(() => parseCron(cron)).toThrow()
})
