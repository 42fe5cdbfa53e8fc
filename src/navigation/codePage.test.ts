import { pageOfCode } from './codePage'

test('a door code leads to the visit page, bare or in a link', () => {
  expect(pageOfCode('H1.abcdefgh12345678')).toBe('visit')
  expect(pageOfCode('https://example.gov.cn/c?t=H1.abcdefgh12345678')).toBe('visit')
})

test.each([
  ['an activity', '1.a1.2s3f.ABCDEFGHIJKLMN'],
  ['a poster', 'P1.abcdefgh12345678'],
  ['a member', 'M1.alias.2s3f.ABCDEFGHIJKLMN'],
  ['somebody else', 'https://example.com/menu'],
])('a code of %s leads to the check-in page', (_, text) => {
  expect(pageOfCode(text)).toBe('checkin')
})
