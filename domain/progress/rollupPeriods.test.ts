import { at } from '../testing/at'
import { keysOf, keysOfFact, rollupPeriods } from './rollupPeriods'

const keys = (today: string) => rollupPeriods(today).map(({ key }) => key)

test('a day lies in a month, a quarter, a half-year and a year', () => {
  expect(keysOf('2026-06-30')).toEqual(['2026-06', '2026-Q2', '2026-H1', '2026'])
  expect(keysOf('2026-07-01')).toEqual(['2026-07', '2026-Q3', '2026-H2', '2026'])
})

test('a full roll-up computes what has begun this year, newest first', () => {
  expect(keys('2026-04-01')).toEqual(
    '2026-04 2026-03 2026-02 2026-01 2026-Q2 2026-Q1 2026-H1 2026'.split(' '),
  )
})

test('until 31 March the year before is computed too, from 1 April it is not', () => {
  expect(keys('2026-03-31')).toHaveLength(3 + 1 + 1 + 1 + 19)
  expect(keys('2026-01-01')).toEqual(expect.arrayContaining(['2026-01', '2025-12', '2025-Q1', '2025']))
  expect(keys('2026-04-01').some((key) => key.startsWith('2025'))).toBe(false)
})

test('a tick or an excuse may be for another period than the day it was made', () => {
  const occurredOn = '2026-10-02'
  const ofOctober = ['2026-10', '2026-Q4', '2026-H2', '2026']
  expect(keysOfFact({ occurredOn, periodKey: '2026-09' })).toEqual([...ofOctober, '2026-09', '2026-Q3'])
  expect(keysOfFact({ occurredOn })).toEqual(ofOctober)
})

test('补学 touches the periods of the study that was missed, too', () => {
  expect(keysOfFact({ occurredOn: '2026-10-08' }, at('2026-09-10 15:00'))).toEqual([
    ...['2026-10', '2026-Q4', '2026-H2', '2026'],
    ...['2026-09', '2026-Q3'],
  ])
})
