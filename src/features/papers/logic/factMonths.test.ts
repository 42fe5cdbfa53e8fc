import { monthsOf, monthsToChoose, withFrom, withUntil } from './factMonths'

test('a year and its halves are told by their first and last month', () => {
  expect(monthsOf('2026')).toEqual({ from: '2026-01', until: '2026-12' })
  expect(monthsOf('2026-H2')).toEqual({ from: '2026-07', until: '2026-12' })
})

test('two years of months may be chosen, the running one first', () => {
  const months = monthsToChoose('2026-09')
  expect([months.length, months[0], months[23]]).toEqual([24, '2026-09', '2024-10'])
})

test('the last month is never before the first: the other one follows', () => {
  expect(withFrom({ from: '2026-01', until: '2026-03' }, '2026-05')).toEqual({
    from: '2026-05',
    until: '2026-05',
  })
  expect(withUntil({ from: '2026-04', until: '2026-06' }, '2026-02')).toEqual({
    from: '2026-02',
    until: '2026-02',
  })
  expect(withFrom({ from: '2026-01', until: '2026-03' }, '2026-02')).toEqual({
    from: '2026-02',
    until: '2026-03',
  })
})
