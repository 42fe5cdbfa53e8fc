import { at } from '../testing/at'
import { isPressing } from './isPressing'
import { periodByKey } from './period'

test.each([
  ['2026-09-23 23:59:59.999', false],
  ['2026-09-24 00:00', true],
  ['2026-09-30 23:59:59.999', true],
  // Of what is over nothing is missing any more.
  ['2026-10-01 00:00', false],
])('what is missing of September is said aloud from T−7 on: %s', (now, expected) => {
  expect(isPressing(periodByKey('2026-09'), at(now))).toBe(expected)
})
