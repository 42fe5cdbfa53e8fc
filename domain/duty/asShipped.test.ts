import { theDuty } from '../testing/progressOf'
import { asShipped } from './asShipped'
import { lifts } from './lifts'

test('a version of the dues that was stored before it was said of them is never lifted either', () => {
  const { neverLifted: _, ...stored } = { ...theDuty('dues'), _id: 'dues@2', version: 2 }
  expect(lifts({ category: 'health' }, asShipped(stored))).toBe(false)
})

test('every other rule is read as it is stored', () => {
  const stored = theDuty('household_visit')
  expect(asShipped(stored)).toBe(stored)
})
