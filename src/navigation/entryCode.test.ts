import { entryCodeOf } from './entryCode'

test('the address in q is the code, decoded', () => {
  expect(entryCodeOf({ q: 'https%3A%2F%2Fx.gov.cn%2Fc%3Ft%3D1.a.b.c' })).toEqual({
    text: 'https://x.gov.cn/c?t=1.a.b.c',
    fromAlbum: false,
  })
})

test('opened without a code there is none', () => {
  expect(entryCodeOf({})).toBeNull()
})

test.each([
  [1011, false],
  [1013, true],
  [1012, true],
  [1049, true],
])('scene %i counts as from a picture: %s', (scene, fromAlbum) => {
  expect(entryCodeOf({ q: 'x' }, scene)?.fromAlbum).toBe(fromAlbum)
})

test('the text of a mini-program code and a code handed over by another page are codes as well', () => {
  expect(entryCodeOf({ scene: 'H1.abcdefgh12345678' })?.text).toBe('H1.abcdefgh12345678')
  expect(entryCodeOf({ t: 'https%3A%2F%2Fx.gov.cn%2Fc%3Ft%3DH1.a' })?.text).toBe('https://x.gov.cn/c?t=H1.a')
})

test('an address that was never encoded is taken as it stands', () => {
  expect(entryCodeOf({ t: '100%' })?.text).toBe('100%')
  expect(entryCodeOf({ q: '%E4%BD' })?.text).toBe('%E4%BD')
})
