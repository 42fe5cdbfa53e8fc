'use strict'
const { attempt } = require('../canonical')

module.exports = {
  'createCollection: of one that is there': ({ db }) => db.createCollection('probe_items'),
  'add: its answer': async ({ items }) => {
    const answer = await items.add({ data: { n: 1 } })
    return { keys: Object.keys(answer).sort(), isHex: /^[0-9a-f]{32}$/.test(answer._id) }
  },
  'add: an own _id': ({ items }) => items.add({ data: { _id: 'a', n: 1 } }),
  'add: an _id that is taken': async ({ items }) => {
    await items.add({ data: { _id: 'a' } })
    return items.add({ data: { _id: 'a' } })
  },
  'add: several at once': async ({ items }) => {
    const { ids, _ids, inserted } = await items.add({ data: [{ _id: 'a' }, { _id: 'b' }] })
    return { ids, _ids, inserted, total: (await items.count()).total }
  },
  'add: into no collection': ({ db }) => db.collection('probe_nowhere').add({ data: { n: 1 } }),
  'add: a field whose name begins with $': ({ items }) => items.add({ data: { $n: 1 } }),
  'add: a field whose name holds a dot': async ({ items }) => {
    await items.add({ data: { _id: 'a', 'b.c': 1 } })
    return (await items.doc('a').get()).data
  },
  'set: makes and replaces': async ({ items }) => [
    await items.doc('a').set({ data: { n: 1, m: 1 } }),
    await items.doc('a').set({ data: { n: 2 } }),
    (await items.doc('a').get()).data,
  ],
  'update: its answer': async ({ items }) => {
    await items.add({ data: { _id: 'a', n: 1 } })
    return [await items.doc('a').update({ data: { n: 2 } }), await items.doc('a').update({ data: { n: 2 } })]
  },
  'update: of no document': ({ items }) => items.doc('nobody').update({ data: { n: 2 } }),
  'update: inc on a string': async ({ items, _ }) => {
    await items.add({ data: { _id: 'a', n: 'x' } })
    const answer = await attempt(() => items.doc('a').update({ data: { n: _.inc(1) } }))
    return { answer, after: (await items.doc('a').get()).data }
  },
  'update: a field inside a number': async ({ items }) => {
    await items.add({ data: { _id: 'a', n: 1 } })
    const answer = await attempt(() => items.doc('a').update({ data: { n: { deep: 2 } } }))
    return { answer, after: (await items.doc('a').get()).data }
  },
  'update: a field inside null': async ({ items }) => {
    await items.add({ data: { _id: 'a', n: null } })
    const answer = await attempt(() => items.doc('a').update({ data: { n: { deep: 2 } } }))
    return { answer, after: (await items.doc('a').get()).data }
  },
  'update: push on a number': async ({ items, _ }) => {
    await items.add({ data: { _id: 'a', n: 1 } })
    return attempt(() => items.doc('a').update({ data: { n: _.push(2) } }))
  },
  'update: push, pop, addToSet and pull': async ({ items, _ }) => {
    await items.add({ data: { _id: 'a', n: [1, 2, 3] } })
    for (const change of [_.push([4, 5]), _.pop(), _.addToSet(2), _.pull(1), _.unshift(0)])
      await items.doc('a').update({ data: { n: change } })
    return (await items.doc('a').get()).data
  },
  'update: where, of several': async ({ items }) => {
    await items.add({
      data: [
        { _id: 'a', n: 1 },
        { _id: 'b', n: 1 },
        { _id: 'c', n: 2 },
      ],
    })
    return items.where({ n: 1 }).update({ data: { m: 1 } })
  },
  'update: remove a field, and set an object in whole': async ({ items, _ }) => {
    await items.add({ data: { _id: 'a', n: 1, o: { x: 1, y: 2 } } })
    await items.doc('a').update({ data: { n: _.remove(), o: _.set({ z: 3 }) } })
    return (await items.doc('a').get()).data
  },
  'remove: its answer, and of no document': async ({ items }) => {
    await items.add({ data: { _id: 'a' } })
    return [await items.doc('a').remove(), await attempt(() => items.doc('a').remove())]
  },
}
