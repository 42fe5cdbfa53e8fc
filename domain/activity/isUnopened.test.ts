import { at } from '../testing/at'
import { isUnopened, wasNotHeld } from './isUnopened'

const endsAt = at('2026-09-30 17:00')

test('it is asked whether it took place once its day is over, over month and year ends too', () => {
  const published = { state: 'published' as const, endsAt }
  expect(isUnopened(published, at('2026-09-30 23:59'))).toBe(false)
  expect(isUnopened(published, at('2026-10-01 00:00'))).toBe(true)
  expect(isUnopened(published, at('2027-01-05 09:00'))).toBe(true)
  expect(isUnopened({ state: 'closed', endsAt }, at('2026-10-02 09:00'))).toBe(false)
})

test('called off before its end it was cancelled, said of afterwards it did not take place', () => {
  expect(wasNotHeld({ state: 'cancelled', cancelledAt: endsAt - 1, endsAt })).toBe(false)
  expect(wasNotHeld({ state: 'cancelled', cancelledAt: endsAt, endsAt })).toBe(true)
  expect(wasNotHeld({ state: 'closed', endsAt })).toBe(false)
})
