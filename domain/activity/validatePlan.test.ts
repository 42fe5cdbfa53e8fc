import { validatePlan } from './validatePlan'
import type { Plan } from './validatePlan'

const plan = (over: Partial<Plan>) => validatePlan({ kind: 'theme_party_day', carries: [], ...over })
const reason = (over: Partial<Plan>) => plan(over)?.reason

test('a plain party day needs nothing more', () => expect(plan({})).toBeNull())

test('a lecture needs its lecturer, then its topic', () => {
  expect(reason({ kind: 'lecture' })).toBe('missing_lecturer')
  expect(reason({ kind: 'lecture', lecturerId: 'm1' })).toBe('missing_topic')
  expect(reason({ kind: 'lecture', lecturerId: 'm1', topic: '  ' })).toBe('missing_topic')
  expect(plan({ kind: 'lecture', lecturerId: 'm1', topic: '纪律建设' })).toBeNull()
})

test('a lecture carried by a party day meets the conditions of a lecture', () => {
  expect(reason({ carries: ['lecture'] })).toBe('missing_lecturer')
  expect(reason({ carries: ['study', 'lecture'], lecturerId: 'm1' })).toBe('missing_topic')
  expect(plan({ carries: ['study', 'lecture'], lecturerId: 'm1', topic: '纪律建设' })).toBeNull()
})

test('a seminar needs a topic and no lecturer', () => {
  expect(reason({ kind: 'seminar' })).toBe('missing_topic')
  expect(plan({ kind: 'seminar', topic: '作风建设' })).toBeNull()
})

test('only a party day carries, and only study or a lecture', () => {
  expect(reason({ kind: 'general_meeting', carries: ['study'] })).toBe('not_carriable')
  expect(reason({ carries: ['general_meeting'] })).toBe('not_carriable')
  expect(reason({ kind: 'study', carries: ['lecture'], lecturerId: 'm1', topic: 'x' })).toBe('not_carriable')
})

test('a party day carries what its rule lists, each by its own conditions', () => {
  const listed = ['seminar'] as const
  const as = (over: Partial<Plan>) => validatePlan({ kind: 'theme_party_day', carries: [], ...over }, listed)
  expect(as({ carries: ['study'] })?.reason).toBe('not_carriable')
  expect(as({ carries: ['seminar'] })?.reason).toBe('missing_topic')
  expect(as({ carries: ['seminar'], topic: '作风建设' })).toBeNull()
  expect(as({ kind: 'study', carries: ['seminar'], topic: '作风建设' })?.reason).toBe('not_carriable')
})
