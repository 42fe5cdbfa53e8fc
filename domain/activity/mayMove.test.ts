import type { ActivityState } from '../contract/words'
import { mayMove } from './mayMove'

const states: ActivityState[] = ['draft', 'published', 'open', 'closed', 'recorded', 'cancelled']

test('a record once confirmed stays, and nothing leads out of cancelled', () => {
  for (const to of states) {
    expect(mayMove('recorded', to)).toBe(false)
    expect(mayMove('cancelled', to)).toBe(false)
  }
})

test('anything before the record may be cancelled', () => {
  expect(states.filter((from) => mayMove(from, 'cancelled'))).toEqual([
    'draft',
    'published',
    'open',
    'closed',
  ])
})

test('closing is reversible, opening a draft or recording an open one is not possible', () => {
  expect(mayMove('published', 'open')).toBe(true)
  expect(mayMove('open', 'closed')).toBe(true)
  expect(mayMove('closed', 'open')).toBe(true)
  expect(mayMove('closed', 'recorded')).toBe(true)
  expect(mayMove('draft', 'open')).toBe(false)
  expect(mayMove('open', 'recorded')).toBe(false)
  expect(mayMove('open', 'published')).toBe(false)
})
