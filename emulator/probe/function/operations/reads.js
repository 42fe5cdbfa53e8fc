'use strict'
const { attempt } = require('../canonical')

/** In portions, since nobody says how many documents one request may add. */
async function fill(items, many) {
  for (let from = 0; from < many; from += 201) {
    const part = Array.from({ length: Math.min(201, many - from) }, (_, i) => ({ n: from + i }))
    await items.add({ data: part })
  }
}

const idsOf = async (query) => (await query.get()).data.map(({ _id }) => _id)

module.exports = {
  'get: a document': async ({ items }) => {
    await items.add({ data: { _id: 'a', n: 1 } })
    return items.doc('a').get()
  },
  'get: no document': ({ items }) => items.doc('nobody').get(),
  'get: from no collection': ({ db }) => db.collection('probe_nowhere').get(),
  'get: how many rows at most, and by default': async ({ items }) => {
    await fill(items, 1005)
    const lengthOf = async (query) => attempt(async () => (await query.get()).data.length)
    return {
      byDefault: await lengthOf(items),
      of100: await lengthOf(items.limit(100)),
      of101: await lengthOf(items.limit(101)),
      of1000: await lengthOf(items.limit(1000)),
      of1001: await lengthOf(items.limit(1001)),
      of0: await lengthOf(items.limit(0)),
      aggregateByDefault: await attempt(async () => (await items.aggregate().end()).list.length),
      aggregateOf1001: await attempt(async () => (await items.aggregate().limit(1001).end()).list.length),
      counted: (await items.count()).total,
      removed: (await items.where({ n: 5 }).remove()).stats,
    }
  },
  'get: past the end': async ({ items }) => {
    await items.add({ data: { _id: 'a' } })
    return (await items.skip(5).get()).data
  },
  'orderBy: values of all kinds': async ({ items }) => {
    const values = ['b', 10, null, true, new Date(0), [5], { x: 1 }, 2, 'B', false]
    await items.add({ data: values.map((v, i) => ({ _id: `k${i}`, v })) })
    await items.add({ data: { _id: 'missing' } })
    return idsOf(items.orderBy('v', 'asc').orderBy('_id', 'asc'))
  },
  'where: null, and what is missing': async ({ items, _ }) => {
    await items.add({ data: [{ _id: 'null', v: null }, { _id: 'missing' }, { _id: 'zero', v: 0 }] })
    const sorted = (condition) => idsOf(items.where({ v: condition }).orderBy('_id', 'asc'))
    return {
      isNull: await sorted(null),
      notNull: await sorted(_.neq(null)),
      fromNull: await attempt(() => sorted(_.gte(null))),
      inNull: await sorted(_.in([null])),
      exists: await sorted(_.exists(true)),
      not0: await sorted(_.neq(0)),
    }
  },
  'where: an array against a value, and elemMatch': async ({ items, _ }) => {
    await items.add({
      data: [
        { _id: 'a', v: [1, 5] },
        { _id: 'b', v: 5 },
        { _id: 'c', v: [[5]] },
      ],
    })
    return {
      equal: await idsOf(items.where({ v: 5 }).orderBy('_id', 'asc')),
      between: await idsOf(items.where({ v: _.gt(1).and(_.lt(5)) }).orderBy('_id', 'asc')),
      whole: await idsOf(items.where({ v: [1, 5] })),
      elemMatch: await attempt(() => idsOf(items.where({ v: _.elemMatch(_.gt(1).and(_.lt(6))) }))),
      size: await idsOf(items.where({ v: _.size(2) })),
    }
  },
  'where: a subdocument by its fields, by a path and in whole': async ({ items, _ }) => {
    await items.add({
      data: [
        { _id: 'a', o: { x: 1, y: 2 } },
        { _id: 'b', o: { y: 2, x: 1 } },
      ],
    })
    const sorted = (where) => idsOf(items.where(where).orderBy('_id', 'asc'))
    return {
      byFields: await sorted({ o: { x: 1 } }),
      byPath: await sorted({ 'o.x': 1 }),
      inWhole: await sorted({ o: _.eq({ x: 1, y: 2 }) }),
    }
  },
  'where: a regular expression': async ({ db, items }) => {
    await items.add({
      data: [
        { _id: 'a', v: 'Poetry' },
        { _id: 'b', v: '读书会\npoetry' },
        { _id: 'c', v: 5 },
      ],
    })
    const sorted = (regexp, options) =>
      idsOf(items.where({ v: db.RegExp({ regexp, options }) }).orderBy('_id', 'asc'))
    return {
      plain: await sorted('^poetry', ''),
      caseless: await sorted('^poetry', 'i'),
      lines: await sorted('^poetry', 'm'),
      chinese: await sorted('书会', ''),
      native: await attempt(() => idsOf(items.where({ v: /^Poetry$/ }))),
      broken: await attempt(() => sorted('(', '')),
    }
  },
  'field: chosen and left out': async ({ items }) => {
    await items.add({ data: { _id: 'a', n: 1, o: { x: 1, y: 2 } } })
    return {
      chosen: (await items.field({ n: true }).get()).data,
      leftOut: (await items.field({ n: false }).get()).data,
      deep: (await items.field({ 'o.x': true, _id: false }).get()).data,
      mixed: await attempt(async () => (await items.field({ n: true, o: false }).get()).data),
    }
  },
}
