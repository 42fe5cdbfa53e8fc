import { at } from '../testing/at'
import { isUnopened } from './isUnopened'

const endsAt = at('2026-09-30 17:00')

test('it is asked whether it took place once its day is over, over month and year ends too', () => {
  const published = { state: 'published' as const, endsAt }
  expect(isUnopened(published, at('2026-09-30 23:59'))).toBe(false)
  expect(isUnopened(published, at('2026-10-01 00:00'))).toBe(true)
  expect(isUnopened(published, at('2027-01-05 09:00'))).toBe(true)
  expect(isUnopened({ state: 'closed', endsAt }, at('2026-10-02 09:00'))).toBe(false)
})
