import { aFact } from '../testing/builders'
import { serviceRecord } from './serviceRecord'

const annulled = { at: 2, by: 'o1', reason: '不在现场' }

test('a community is asked once: what it strikes out again stays so', () => {
  expect(serviceRecord(undefined)).toBe('none')
  expect(serviceRecord(aFact({ annulled }))).toBe('struck')
  expect(serviceRecord(aFact({ confirmed: null, askedAt: 1 }))).toBe('waiting')
  expect(serviceRecord(aFact({ confirmed: null, askedAt: 1, annulled }))).toBe('answered')
})

test('what waits by poster or list waits; what nobody struck out and nobody is asked about stands', () => {
  expect(serviceRecord(aFact({ confirmed: null }))).toBe('waiting')
  expect(serviceRecord(aFact({ confirmed: { at: 1, by: 'o1' } }))).toBe('registered')
})
