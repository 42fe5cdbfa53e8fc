import { caseNumber, logFailure, withoutPeople } from './logFailure'

jest.mock('./requestId', () => ({ requestId: () => 'request-1' }))

test.each([
  ['E11000 dup key: { name: "张三" }', 'E11000 dup key: { name: "…" }'],
  ['Expected string but received 张三同志', 'Expected string but received …'],
  ['openid oABCdefGHIjklMNOpqrSTUvwxy12 gone', 'openid … gone'],
  ['phone 13800002684', 'phone …'],
  ['more than 300 rows of facts', 'more than 300 rows of facts'],
])('of %s the log has %s', (text, logged) => {
  expect(withoutPeople(text)).toBe(logged)
})

test('a failure is logged under its number, with the request and where it happened, and without the person', () => {
  const lines: unknown[][] = []
  jest.spyOn(console, 'error').mockImplementation((...words: unknown[]) => void lines.push(words))
  const number = logFailure(new Error('bad_answer: "张三" 13800002684'), 'rollup', 'branch1')
  const text = lines.flat().join(' ')
  expect(number).toBe(caseNumber('request-1'))
  expect(number).toMatch(/^\d{6}$/)
  expect(text).toContain(`${number} request-1 rollup branch1`)
  expect(text).toMatch(/logFailure\.test/)
  expect(text).not.toMatch(/张三|13800002684/)
})
