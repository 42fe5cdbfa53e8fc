import { partsOf } from './parts'

test('a text that fits is one part, also an empty one', () => {
  expect(partsOf('abc', 3)).toEqual(['abc'])
  expect(partsOf('', 3)).toEqual([''])
})

test('a longer one is cut after the last line that fits, and inside one that fits nowhere; joined it is the same', () => {
  expect(partsOf('ab\ncd\nef', 6)).toEqual(['ab\ncd\n', 'ef'])
  const long = `ab\n${'x'.repeat(10)}\nc`
  expect(partsOf(long, 4).every((part) => part.length > 0 && part.length <= 4)).toBe(true)
  expect(partsOf(long, 4).join('')).toBe(long)
})
