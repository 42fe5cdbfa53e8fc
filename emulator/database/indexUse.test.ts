import fc from 'fast-check'
import { newDataDir } from '../testing/startTestEmulator'
import { times } from '../testing/longRun'
import type { Document } from '../types'
import { Database } from './Database'
import { insertMany } from './insertMany'
import { Journal } from './Journal'
import { matcher } from './matcher'
import { aggregate, count, find } from './readOperations'
import { sortDocuments } from './sortDocuments'
import { insert, modify, remove } from './writeOperations'

const collections = [
  {
    name: 'facts',
    indexes: [
      { name: 'who_at', keys: ['who', 'at'] },
      { name: 'at', keys: ['at'] },
      { name: 'tags', keys: ['tags'] },
      // Declared after one that fixes less of what is asked for.
      { name: 'who_text_at', keys: ['who', 'text', 'at'] },
    ],
  },
  {
    name: 'seats',
    indexes: [
      { name: 'one_code', keys: ['code'], unique: true },
      { name: 'one_place', keys: ['hall', 'seat'], unique: true },
    ],
  },
]
const open: Journal[] = []

function database(): Database {
  const journal = new Journal(newDataDir())
  open.push(journal)
  return new Database({ journal, collections, now: () => 1000 })
}

afterEach(() => open.splice(0).forEach((journal) => journal.close()))

const ids = (docs: Document[]) => docs.map(({ _id }) => _id)

function filled(size: number): Database {
  const db = database()
  const docs = Array.from({ length: size }, (_, n) => ({ _id: `f${n}`, who: `w${n % 10}`, at: n, text: 'x' }))
  insertMany(db, 'facts', docs)
  return db
}

/** How many documents the work looked at. */
function examined(db: Database, work: () => unknown): number {
  const before = db.collection('facts').examined
  work()
  return db.collection('facts').examined - before
}

describe('documents looked at', () => {
  it.each<[string, Document, Document, number]>([
    ['equality', { who: 'w3' }, {}, 100],
    ['equality and a range', { who: 'w3', at: { $gte: 100, $lt: 200 } }, {}, 10],
    ['a range on the first key, both bounds excluded', { at: { $gt: 10, $lt: 20 } }, {}, 9],
    ['a range on the first key, both bounds included', { at: { $gte: 10, $lte: 20 } }, {}, 11],
    ['a range with one bound', { at: { $gte: 990 } }, {}, 10],
    ['bounds given apart', { $and: [{ at: { $gte: 10 } }, { at: { $lt: 15 } }] }, {}, 5],
    ['a range nothing can be in', { at: { $gt: 20, $lt: 10 } }, {}, 0],
    ['a range of a type that does not occur', { at: { $gte: 'a' } }, {}, 0],
    ['a range of _id', { _id: { $gte: 'f990', $lt: 'f995' } }, {}, 5],
    ['the last 5 by an indexed key', {}, { order: { at: -1 }, limit: 5 }, 5],
    ['the first 5 by _id', {}, { order: { _id: 1 }, limit: 5 }, 5],
    ['the first of one with a text nothing has', { who: 'w3', text: 'y' }, { order: { at: 1 }, limit: 5 }, 0],
    ['the last 5 of one', { who: 'w3' }, { order: { at: -1 }, limit: 5 }, 5],
    [
      'the first 5 of one, the fixed key in the order',
      { who: 'w3' },
      { order: { who: 1, at: 1 }, limit: 5 },
      5,
    ],
    ['the next 5 after a value', { who: 'w3', at: { $gt: 500 } }, { order: { at: 1 }, limit: 5 }, 5],
    [
      'by _id after a value, where an index picks few',
      { who: 'w3', _id: { $gt: '' } },
      { order: { _id: 1 } },
      100,
    ],
    ['skipped ones too', { who: 'w3' }, { order: { at: 1 }, skip: 20, limit: 5 }, 25],
    ['no index', { text: 'x' }, { limit: 5 }, 1000],
  ])('%s', (_, query, options, expected) => {
    const db = filled(1000)
    expect(examined(db, () => find(db, 'facts', { query, ...options }))).toBe(expected)
  })

  it.each<[string, Document[], number]>([
    [
      'a pipeline whose conditions an index serves',
      [{ $match: { who: 'w3' } }, { $match: { at: { $lt: 100 } } }],
      10,
    ],
    ['the first of a pipeline', [{ $match: { who: 'w3' } }, { $limit: 5 }], 5],
    [
      'the first of a pipeline in an order an index has',
      [{ $match: { who: 'w3' } }, { $sort: { at: -1 } }, { $limit: 5 }],
      5,
    ],
    [
      'the few that another index picks, rather than all in their order',
      [{ $match: { who: 'w3', text: { $in: ['y', 'z'] } } }, { $sort: { at: -1 } }, { $limit: 5 }],
      0,
    ],
    ['all, where no index has the order', [{ $match: {} }, { $sort: { text: 1 } }, { $limit: 5 }], 1000],
    [
      'one of two conditions, each with its index',
      [{ $match: { $or: [{ who: 'w3' }, { at: { $lt: 5 } }] } }],
      104,
    ],
    ['one of two conditions, one without', [{ $match: { $or: [{ who: 'w3' }, { text: 'y' }] } }], 1000],
  ])('%s', (_, pipeline, expected) => {
    const db = filled(1000)
    const look = () => aggregate(db, 'facts', [...pipeline, { $limit: 1000 }])
    expect(examined(db, look)).toBe(expected)
  })

  it('counts through a range of the index', () => {
    const db = filled(1000)
    expect(examined(db, () => expect(count(db, 'facts', { who: 'w1', at: { $lt: 100 } })).toBe(10))).toBe(10)
  })
})

describe('indexed look-ups find exactly what a look at every document finds', () => {
  const scalar = fc.constantFrom<unknown>('x', 'y', 1, 2, 3, null, true, new Date(5), Number.NaN)
  const doc = fc.record(
    {
      who: scalar,
      at: fc.oneof(scalar, fc.integer({ min: 0, max: 4 })),
      tags: fc.array(scalar, { maxLength: 3 }),
    },
    { requiredKeys: [] },
  )
  const bounds = fc.record({ $gt: scalar, $gte: scalar, $lt: scalar, $lte: scalar }, { requiredKeys: [] })
  const range = bounds.filter((each) => Object.keys(each).length > 0)
  const condition = fc.oneof(scalar, range, range)
  const fields = fc.record({ who: condition, at: condition, tags: range }, { requiredKeys: [] })
  const query = fc.oneof(
    fields,
    fc.record({ $and: fc.tuple(fields, fields) }),
    fc.record({ $or: fc.tuple(fields, fields) }),
  )
  const direction = fc.constantFrom(1, -1)
  const order = fc.oneof(
    fc.constant({}),
    fc.record({ at: direction }),
    fc.record({ who: direction, at: direction }),
    fc.record({ tags: direction }),
    fc.record({ _id: direction }),
  )

  it('also in order, with skip and limit', () => {
    fc.assert(
      fc.property(
        fc.array(doc, { maxLength: 14 }),
        query,
        order,
        fc.integer({ min: 0, max: 3 }),
        fc.integer({ min: 1, max: 9 }),
        (docs, sought, by, skip, limit) => {
          const db = database()
          const stored = docs.map((each, i) => ({ _id: `f${i}`, ...each }))
          // Asked before they are there, the orders are kept up one by one.
          find(db, 'facts', { query: {}, order: { at: 1 } })
          find(db, 'facts', { query: {}, order: { _id: 1 } })
          insertMany(db, 'facts', stored)
          const expected = sortDocuments(stored.filter(matcher(sought)), by).slice(skip, skip + limit)
          expect(ids(find(db, 'facts', { query: sought, order: by, skip, limit }))).toEqual(ids(expected))
          open.splice(0).forEach((journal) => journal.close())
        },
      ),
      { numRuns: times(40, 500), seed: 4 },
    )
  })

  it('after changes and removals too', async () => {
    const db = filled(30)
    const last = () => ids(find(db, 'facts', { query: {}, order: { at: -1 }, limit: 2 }))
    expect(last()).toEqual(['f29', 'f28'])
    await remove(db, 'facts', { query: { _id: 'f29' }, multi: false })
    const change = { data: { $set: { at: 100 } }, multi: false, merge: true, upsert: false }
    await modify(db, 'facts', { query: { _id: 'f3' }, ...change })
    expect(last()).toEqual(['f3', 'f28'])
  })

  it('inside a transaction, with what it has written itself', async () => {
    const db = filled(30)
    const transactionId = db.begin()
    const change = { data: { $set: { at: 100 } }, multi: false, merge: true, upsert: false, transactionId }
    await modify(db, 'facts', { query: { _id: 'f3' }, ...change })
    const inside = find(db, 'facts', { query: { at: { $gt: 28 } }, order: { at: -1 }, transactionId })
    expect(ids(inside)).toEqual(['f3', 'f29'])
    expect(ids(find(db, 'facts', { query: { at: { $gt: 28 } } }))).toEqual(['f29'])
    db.abortTransaction(transactionId)
  })
})

describe('unique keys', () => {
  const change = { multi: false, merge: true, upsert: false }

  async function seats(): Promise<Database> {
    const db = database()
    await insert(db, 'seats', [
      { _id: 'a', code: 1, hall: 'h', seat: 1 },
      { _id: 'b', code: 2, hall: 'h', seat: 2 },
    ])
    return db
  }

  it('hold in updates, one key of several counting only together', async () => {
    const db = await seats()
    const move = (seat: number) =>
      modify(db, 'seats', { query: { _id: 'b' }, data: { $set: { seat } }, ...change })
    await expect(move(1)).rejects.toThrow('index: one_place')
    await expect(move(3)).resolves.toMatchObject({ updated: 1 })
    const many = { query: {}, data: { $set: { code: 7 } }, ...change, multi: true }
    await expect(modify(db, 'seats', many)).rejects.toThrow('index: one_code')
  })

  it('hold in replacements and upserts', async () => {
    const db = await seats()
    const replace = {
      query: { _id: 'b' },
      data: { code: 1, hall: 'h', seat: 9 },
      multi: false,
      merge: false,
      upsert: true,
    }
    await expect(modify(db, 'seats', replace)).rejects.toThrow('E11000')
    const upsert = {
      query: { hall: 'h', seat: 1, code: 5 },
      data: { $set: { name: 'x' } },
      ...change,
      upsert: true,
    }
    await expect(modify(db, 'seats', upsert)).rejects.toThrow('index: one_place')
    expect(count(db, 'seats', {})).toBe(2)
  })

  it('hold inside a transaction, which is over then; a key given up there is free there', async () => {
    const db = await seats()
    const first = db.begin()
    await expect(insert(db, 'seats', [{ _id: 'c', code: 1 }], first)).rejects.toThrow('E11000')
    expect(() => db.commitTransaction(first)).toThrow('30 seconds')
    const second = db.begin()
    await modify(db, 'seats', {
      query: { _id: 'a' },
      data: { $set: { code: 8 } },
      ...change,
      transactionId: second,
    })
    await modify(db, 'seats', {
      query: { _id: 'b' },
      data: { $set: { code: 1 } },
      ...change,
      transactionId: second,
    })
    db.commitTransaction(second)
    expect(find(db, 'seats', { query: { code: 1 } })).toMatchObject([{ _id: 'b' }])
  })

  it('take a missing field as null: one document may lack it, a second one collides with it or with null', async () => {
    const db = database()
    await insert(db, 'seats', [{ _id: 'a', hall: 'h', seat: 1 }])
    await expect(insert(db, 'seats', [{ _id: 'b', hall: 'h', seat: 2 }])).rejects.toThrow('index: one_code')
    await expect(insert(db, 'seats', [{ _id: 'b', code: null, hall: 'h', seat: 2 }])).rejects.toThrow(
      'E11000',
    )
    await insert(db, 'seats', [{ _id: 'b', code: 1, hall: 'h' }])
    await expect(insert(db, 'seats', [{ _id: 'c', code: 2, hall: 'h' }])).rejects.toThrow('index: one_place')
  })
})

describe('an aggregate of many', () => {
  it('groups what a range of the index picks', () => {
    const db = filled(1000)
    const rows = aggregate(db, 'facts', [
      { $match: { at: { $gte: 995 } } },
      { $group: { _id: '$who', n: { $sum: 1 }, last: { $max: '$at' } } },
      { $sort: { _id: 1 } },
    ])
    expect(rows).toEqual([5, 6, 7, 8, 9].map((n) => ({ _id: `w${n}`, n: 1, last: 990 + n })))
  })
})
