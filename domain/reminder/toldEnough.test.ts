import { at } from '../testing/at'
import { toldEnough } from './toldEnough'

test.each([
  ['nothing yet', [], undefined],
  ['once this month', ['2026-09-01 08:05'], undefined],
  ['earlier today', ['2026-09-29 08:05'], 'today'],
  ['twice this month', ['2026-09-01 08:05', '2026-09-24 08:05'], 'twice'],
  [
    'once this month and twice in the one before',
    ['2026-08-25 08:05', '2026-08-28 08:05', '2026-09-24 08:05'],
    undefined,
  ],
])('who was told %s: of the 29th it is said that it was %p', (_name, days, expected) => {
  expect(toldEnough(days.map(at), at('2026-09-29 09:05'))).toBe(expected)
})
