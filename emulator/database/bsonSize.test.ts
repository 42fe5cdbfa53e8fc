import { calculateObjectSize } from 'bson'
import { bsonSize } from './bsonSize'

it.each([
  {},
  { _id: 'a', n: 1, big: 2 ** 40, half: 0.5, most: 2 ** 31 - 1, over: 2 ** 31, least: -(2 ** 31) },
  { text: '春江花月', 名: true, none: null, at: new Date(5), like: /a+b/i },
  { list: Array.from({ length: 120 }, (_, n) => n), deep: { er: [{ a: [] }, 'x'] } },
])('is what BSON takes: %j', (doc) => {
  expect(bsonSize(doc)).toBe(calculateObjectSize(doc))
})
