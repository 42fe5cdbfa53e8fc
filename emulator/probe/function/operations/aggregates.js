'use strict'
const { attempt } = require('../canonical')

const rows = [
  { _id: 'a', team: 'x', n: 1, at: new Date('2026-09-30T16:30:00Z'), tags: ['p', 'q'] },
  { _id: 'b', team: 'x', n: 2, at: new Date('2026-09-30T15:30:00Z'), tags: [] },
  { _id: 'c', team: 'y', n: null, at: new Date('2026-12-31T23:00:00Z') },
]

module.exports = {
  'aggregate: group and sums': async ({ items, $ }) => {
    await items.add({ data: rows })
    const group = { _id: '$team', all: $.sum('$n'), mean: $.avg('$n'), rows: $.sum(1), list: $.push('$n') }
    return (await items.aggregate().sort({ _id: 1 }).group(group).sort({ _id: 1 }).end()).list
  },
  'aggregate: days and months in Shanghai': async ({ items, $ }) => {
    await items.add({ data: rows })
    const day = $.dateToString({ date: '$at', format: '%Y-%m-%d %H:%M', timezone: 'Asia/Shanghai' })
    return (
      await items
        .aggregate()
        .sort({ _id: 1 })
        .project({ day, month: $.month('$at') })
        .end()
    ).list
  },
  'aggregate: unwind': async ({ items }) => {
    await items.add({ data: rows })
    const kept = { path: '$tags', preserveNullAndEmptyArrays: true }
    const short = async (pipeline) =>
      (await pipeline.project({ tags: 1 }).sort({ _id: 1, tags: 1 }).end()).list
    return [await short(items.aggregate().unwind('$tags')), await short(items.aggregate().unwind(kept))]
  },
  'aggregate: lookup': async ({ db, items }) => {
    await items.add({ data: rows })
    await db.collection('probe_others').add({ data: { _id: 'x', name: 'ten' } })
    const from = { from: 'probe_others', localField: 'team', foreignField: '_id', as: 'found' }
    return (await items.aggregate().lookup(from).project({ found: 1 }).sort({ _id: 1 }).end()).list
  },
  'aggregate: count of nothing': async ({ items }) =>
    (await items.aggregate().match({ n: 99 }).count('total').end()).list,
  'aggregate: a condition on a missing field': async ({ items, $ }) => {
    await items.add({ data: rows })
    const project = {
      empty: $.ifNull(['$gone', 'none']),
      more: $.gt(['$n', null]),
      size: $.size($.ifNull(['$tags', []])),
    }
    return (await items.aggregate().project(project).sort({ _id: 1 }).end()).list
  },
  'aggregate: of no collection': ({ db }) => db.collection('probe_nowhere').aggregate().end(),
  'aggregate: an operator nobody knows': ({ items }) =>
    attempt(() =>
      items
        .aggregate()
        .project({ x: { $nonsense: 1 } })
        .end(),
    ),
}
