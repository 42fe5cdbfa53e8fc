'use strict'
const { attempt } = require('../canonical')

const stored = async (items, v) => {
  await items.add({ data: { _id: 'a', v } })
  return (await items.doc('a').get()).data
}

module.exports = {
  'value: a date': async ({ items }) => {
    const { v } = await stored(items, new Date(1790059800123))
    return { isDate: v instanceof Date, at: v instanceof Date ? v.toISOString() : v }
  },
  'value: the server date, and one hour later': async ({ db, items }) => {
    await items.add({ data: { _id: 'a', now: db.serverDate(), later: db.serverDate({ offset: 3600000 }) } })
    const { now, later } = (await items.doc('a').get()).data
    return { isNow: Math.abs(Number(now) - Date.now()) < 60000, apart: Number(later) - Number(now) }
  },
  'value: numbers at their limits': async ({ items }) =>
    stored(items, [2 ** 31, 2 ** 53 - 1, -(2 ** 53), 1e300, 0.1, -0, 1.5]),
  'value: no number': ({ items }) => stored(items, NaN),
  'value: infinity': ({ items }) => stored(items, Infinity),
  'value: undefined, alone and in an array': async ({ items }) => [
    await attempt(() => stored(items, undefined)),
    await attempt(async () => {
      await items.doc('b').set({ data: { v: [1, undefined, 2] } })
      return (await items.doc('b').get()).data
    }),
  ],
  'value: text with NUL, an emoji and half a character': ({ items }) =>
    attempt(() =>
      stored(
        items,
        ['\u0000', '🚩', '\ud800'].map((text) => text),
      ),
    ),
  'value: the order of keys': async ({ items }) => {
    const { v } = await stored(items, { z: 1, a: 2, m: { y: 1, b: 2 }, 1: 'one' })
    return [Object.keys(v), Object.keys(v.m)]
  },
  'value: a regular expression': ({ items }) => attempt(() => stored(items, /a+/i)),
  'value: a document of 1 MB, and one of more than 16 MB': async ({ items }) => [
    await attempt(async () => (await stored(items, 'x'.repeat(1 << 20))).v.length),
    await attempt(() => items.doc('b').set({ data: { v: 'x'.repeat((1 << 24) + 10) } })),
  ],
}
