import { nextHeading } from './nextHeading'

const line = { needed: 2, state: 'missing', missing: 1, measure: '次' } as const

test('what is missing stands in the heading with its number, also when it is planned', () => {
  expect(nextHeading({ line, planned: [] })).toMatchObject({ open: true, count: 1, after: '次，怎么补上' })
  expect(nextHeading({ line: { ...line, state: 'planned' }, planned: [1] })).toMatchObject({ before: '还差' })
})

test('what the branch has not arranged, and what waits for a confirmation, is not called missing', () => {
  expect(nextHeading({ line: { ...line, state: 'not_held', missing: 0 }, planned: [] })?.before).toBe(
    '支部安排以后',
  )
  expect(nextHeading({ line: { ...line, state: 'waiting' }, planned: [] })?.before).toBe('确认以后')
})

test('done or not owed, only what is planned is named', () => {
  const done = { ...line, state: 'done', missing: 0 } as const
  expect(nextHeading({ line: done, planned: [] })).toBeUndefined()
  expect(nextHeading({ line: done, planned: [1, 2] })).toMatchObject({
    open: false,
    before: '已安排',
    count: 2,
  })
  const exempt = { ...line, state: 'not_owed', notOwed: 'exempt', missing: 0 } as const
  expect(nextHeading({ line: exempt, planned: [] })).toBeUndefined()
  const recorded = { ...line, state: 'recorded', needed: null, missing: 0 } as const
  expect(nextHeading({ line: recorded, planned: [] })).toBeUndefined()
})
