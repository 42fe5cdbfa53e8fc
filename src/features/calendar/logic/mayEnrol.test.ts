import type { ActivityCard } from '@domain/contract/activity'
import { mayEnrol } from './mayEnrol'

const card = (over: Partial<ActivityCard> = {}) => ({
  kind: 'community_service' as const,
  state: 'published' as const,
  mine: 'open_to_all' as const,
  endsAt: 1000,
  ...over,
})

test('a name may be put down or taken back until the service ends, exclusive', () => {
  expect(mayEnrol(card(), 999)).toBe(true)
  expect(mayEnrol(card({ mine: 'enrolled' }), 999)).toBe(true)
  expect(mayEnrol(card(), 1000)).toBe(false)
})

test.each([
  ['cancelled', { state: 'cancelled' }],
  ['closed', { state: 'closed' }],
  ['registered already', { mine: 'registered' }],
  ['a meeting', { kind: 'study' }],
] as const)('not when it is %s', (_, over) => {
  expect(mayEnrol(card(over), 0)).toBe(false)
})
