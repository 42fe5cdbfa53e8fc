import { mintActivityCode, readCode } from './code'
import { householdCode, invitationCode, posterCode } from './staticCode'

test('a poster and a door are read bare, from a link and with space around them', () => {
  const poster = { type: 'poster', posterId: 'abcdefgh12345678' }
  const door = { type: 'household', doorCode: 'x_-456789012345Z' }
  expect(readCode(posterCode('abcdefgh12345678'))).toEqual(poster)
  expect(readCode(` ${householdCode('x_-456789012345Z')}\n`)).toEqual(door)
  expect(readCode('https://example.gov.cn/c?t=H1.x_-456789012345Z')).toEqual(door)
  expect(readCode('https://example.gov.cn/c?t=P1.abcdefgh12345678', 'https://example.gov.cn/c?t=')).toEqual(
    poster,
  )
})

test('an invitation is read as any other code', () => {
  const token = 'x_-456789012345Z67890abcd'
  expect(readCode(`https://example.gov.cn/c?t=${invitationCode(token)}`)).toEqual({
    type: 'invitation',
    token,
  })
})

test.each(['P1.', 'P1', 'H2.abc', 'p1.abc', 'P1.a.b', 'P1.李', `H1.${'a'.repeat(65)}`])(
  '%s is none of ours',
  (text) => {
    expect(readCode(text)).toBeNull()
  },
)

test('an activity named like a poster stays a signed code', () => {
  const code = mintActivityCode({ activityId: 'P1', codeKey: '22'.repeat(32), now: 0 })
  expect(readCode(code)?.type).toBe('activity')
})
