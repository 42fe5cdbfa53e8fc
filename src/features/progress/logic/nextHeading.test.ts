import { periodByKey } from '@domain/time/period'
import { nextHeading } from './nextHeading'

const now = Date.parse('2026-09-24T10:00:00+08:00')
const line = {
  period: periodByKey('2026-09'),
  needed: 2,
  state: 'missing',
  missing: 1,
  measure: '次',
} as const

test('what is missing stands in the heading with its number, what is planned with how many there are', () => {
  expect(nextHeading({ line, planned: [], mayMakeUp: [] }, now)).toMatchObject({
    open: true,
    count: 1,
    after: '次，怎么补上',
  })
  expect(
    nextHeading({ line: { ...line, state: 'planned' }, planned: [1], mayMakeUp: [] }, now),
  ).toMatchObject({ before: '已安排', count: 1, after: '场' })
})

test('what the branch has not arranged, and what waits for a confirmation, is not called missing', () => {
  expect(
    nextHeading({ line: { ...line, state: 'not_held', missing: 0 }, planned: [], mayMakeUp: [] }, now)
      ?.before,
  ).toBe('支部安排以后')
  expect(nextHeading({ line: { ...line, state: 'waiting' }, planned: [], mayMakeUp: [] }, now)?.before).toBe(
    '确认以后',
  )
})

test('done or not owed, only what is planned is named', () => {
  const done = { ...line, state: 'done', missing: 0 } as const
  expect(nextHeading({ line: done, planned: [], mayMakeUp: [] }, now)).toBeUndefined()
  expect(nextHeading({ line: done, planned: [1, 2], mayMakeUp: [] }, now)).toMatchObject({
    open: false,
    before: '已安排',
    count: 2,
  })
  const exempt = { ...line, state: 'not_owed', notOwed: 'exempt', missing: 0 } as const
  expect(nextHeading({ line: exempt, planned: [], mayMakeUp: [] }, now)).toBeUndefined()
  const recorded = { ...line, state: 'recorded', needed: null, missing: 0 } as const
  expect(nextHeading({ line: recorded, planned: [], mayMakeUp: [] }, now)).toBeUndefined()
})

test('before the last week the number presses nobody', () => {
  const early = Date.parse('2026-09-23T10:00:00+08:00')
  expect(nextHeading({ line, planned: [], mayMakeUp: [] }, early)).not.toHaveProperty('tone')
  expect(nextHeading({ line, planned: [], mayMakeUp: [] }, now)).toMatchObject({ tone: 'miss' })
})

test('of a time that is over nothing is missing or to be arranged; what may still be made up is offered', () => {
  const after = Date.parse('2026-10-01T00:00:00+08:00')
  const none = { planned: [], mayMakeUp: [] }
  expect(nextHeading({ line, ...none }, after)).toBeUndefined()
  expect(nextHeading({ line: { ...line, state: 'not_held', missing: 0 }, ...none }, after)).toBeUndefined()
  expect(nextHeading({ line, planned: [], mayMakeUp: [1] }, after)).toEqual({
    open: false,
    before: '可以补学',
    count: 1,
    after: '场',
  })
  expect(nextHeading({ line: { ...line, state: 'waiting' }, ...none }, after)?.before).toBe('确认以后')
})
