import { at } from '@domain/testing/at'
import { mayReopen } from './afterwards'

const endsAt = at('2026-09-30 17:00')

test('registration is opened again only until it closes by itself', () => {
  expect(mayReopen({ state: 'closed', endsAt }, at('2026-09-30 19:59'))).toBe(true)
  expect(mayReopen({ state: 'closed', endsAt }, at('2026-09-30 20:00'))).toBe(false)
})
