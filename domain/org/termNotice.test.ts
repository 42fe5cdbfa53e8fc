import { termNotice, usualTermEnd } from './termNotice'

test.each([
  ['2026-09-21', null],
  ['2026-09-22', 6],
  ['2026-12-21', 6],
  ['2026-12-22', 3],
  ['2027-03-22', 3],
  ['2027-03-23', 0],
  ['2028-01-01', 0],
])('a term that ends on 22 March 2027 is on %s due the notice %s', (day, expected) =>
  expect(termNotice({ termEndsOn: '2027-03-22' }, day)).toBe(expected),
)

test('months without such a day begin with their last one', () => {
  expect(termNotice({ termEndsOn: '2027-05-31' }, '2027-02-27')).toBe(6)
  expect(termNotice({ termEndsOn: '2027-05-31' }, '2027-02-28')).toBe(3)
})

test('a branch that is gone before its term ends is told nothing', () => {
  expect(termNotice({ termEndsOn: '2027-03-22', validTo: '2027-03-21' }, '2027-01-01')).toBeNull()
  expect(termNotice({}, '2027-01-01')).toBeNull()
})

test('a term of three years ends on the day before', () => {
  expect(usualTermEnd('2026-09-22')).toBe('2029-09-21')
  expect(usualTermEnd('2024-02-29')).toBe('2027-02-28')
  expect(usualTermEnd('2026-09-22', 5)).toBe('2031-09-21')
})
