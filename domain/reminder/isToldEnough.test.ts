import { at } from '../testing/at'
import { isToldEnough } from './isToldEnough'

test.each([
  ['nothing yet', [], false],
  ['once this month', ['2026-09-01 08:05'], false],
  ['earlier today', ['2026-09-29 08:05'], true],
  ['twice this month', ['2026-09-01 08:05', '2026-09-24 08:05'], true],
  [
    'once this month and twice in the one before',
    ['2026-08-25 08:05', '2026-08-28 08:05', '2026-09-24 08:05'],
    false,
  ],
])('who was told %s: enough for the 29th is %p', (_name, days, expected) => {
  expect(isToldEnough(days.map(at), at('2026-09-29 09:05'))).toBe(expected)
})
