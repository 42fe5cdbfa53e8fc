import { year2026 } from '../testing/workYears'
import { wrongWorkdays } from './wrongWorkdays'

test('a year as its notice says it is right', () => {
  expect(wrongWorkdays(year2026)).toBeNull()
})

test.each([
  ['a day of another year', { off: ['2027-01-01'] }, 'off'],
  ['a day there is not', { off: ['2026-02-30'] }, 'off'],
  ['a weekday worked in exchange', { worked: ['2026-09-22'] }, 'worked'],
  ['a day both off and worked', { off: ['2026-10-10'], worked: ['2026-10-10'] }, 'worked'],
])('%s', (_name, over, wrong) => {
  expect(wrongWorkdays({ ...year2026, ...over })).toBe(wrong)
})
