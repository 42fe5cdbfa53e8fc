import fc from 'fast-check'
import { newDataDir } from '../testing/startTestEmulator'
import type { Document } from '../types'
import { Database, type DatabaseOptions } from './Database'
import { insertMany } from './insertMany'
import { Journal } from './Journal'
import { matcher } from './matcher'
import { count, find } from './readOperations'
import { insert, modify, remove } from './writeOperations'

const collections = [
  {
    name: 'facts',
    indexes: [
      { name: 'who_when', keys: ['who', 'at'] },
      { name: 'tag', keys: ['tags'] },
      { name: 'deep', keys: ['a.b'] },
    ],
  },
  { name: 'codes', indexes: [{ name: 'one', keys: ['code'], unique: true }] },
]
const open: Journal[] = []

function database(options: Partial<DatabaseOptions> = {}): Database {
  const journal = options.journal ?? new Journal(newDataDir())
  open.push(journal)
  return new Database({ journal, collections, now: () => 1000, ...options })
}

afterEach(() => open.splice(0).forEach((journal) => journal.close()))

const ids = (docs: Document[]) => docs.map(({ _id }) => _id)

describe('indexed look-ups', () => {
  it('find exactly what a look at every document finds', () => {
    const scalar = fc.constantFrom('x', 'y', 1, 2, null, true, new Date(5))
    const doc = fc.record(
      {
        who: fc.oneof(scalar, fc.array(scalar, { maxLength: 2 })),
        at: scalar,
        tags: fc.array(scalar, { maxLength: 3 }),
        a: fc.oneof(
          fc.record({ b: scalar }),
          fc.array(fc.record({ b: scalar }, { requiredKeys: [] }), { maxLength: 2 }),
          scalar,
        ),
      },
      { requiredKeys: [] },
    )
    const condition = fc.oneof(
      scalar,
      fc.record({ $eq: scalar }),
      fc.record({ $in: fc.array(scalar, { maxLength: 3 }) }),
    )
    const fields = fc.record(
      { who: condition, at: condition, tags: condition, 'a.b': condition },
      { requiredKeys: [] },
    )
    const query = fc.oneof(fields, fc.record({ $and: fc.tuple(fields, fields) }))
    fc.assert(
      fc.property(fc.array(doc, { maxLength: 12 }), query, (docs, sought) => {
        const db = database()
        insertMany(
          db,
          'facts',
          docs.map((each, i) => ({ _id: `f${i}`, ...each })),
        )
        const found = db.match(db.collection('facts'), sought).map(({ record }) => record)
        const test = matcher(sought)
        const all = [...db.collection('facts').records.values()]
        expect(found).toEqual(all.filter((record) => record.doc !== null && test(record.doc)))
        open.splice(0).forEach((journal) => journal.close())
      }),
      { numRuns: 60 },
    )
  })

  it('follow a document that changes and forget one that is removed', async () => {
    const db = database()
    await insert(db, 'facts', [{ _id: '1', who: 'x' }])
    await modify(db, 'facts', {
      query: { _id: '1' },
      data: { $set: { who: 'y' } },
      multi: false,
      merge: true,
      upsert: false,
    })
    expect(find(db, 'facts', { query: { who: 'x' } })).toEqual([])
    expect(ids(find(db, 'facts', { query: { who: 'y' } }))).toEqual(['1'])
    await remove(db, 'facts', { query: { who: 'y' }, multi: true })
    expect(count(db, 'facts', { who: 'y' })).toBe(0)
  })
})

describe('a transaction that cannot be stored', () => {
  it('leaves nothing of it, whichever of its documents it is', async () => {
    const db = database()
    const id = db.begin()
    await insert(db, 'facts', [{ _id: '1' }], id)
    await expect(insert(db, 'facts', [{ _id: '2', at: new Date(NaN) }], id)).rejects.toThrow('date')
    expect(() => db.commitTransaction(id)).toThrow('not exist')
    expect(count(db, 'facts', {})).toBe(0)
  })
})

describe('unique indexes', () => {
  it('refuse a second document with the key, also by an update, and leave the store as it was', async () => {
    const db = database()
    await insert(db, 'codes', [
      { _id: '1', code: 'a' },
      { _id: '2', code: 'b' },
    ])
    await expect(insert(db, 'codes', [{ _id: '3', code: 'a' }])).rejects.toThrow('E11000')
    const change = {
      query: { _id: '2' },
      data: { $set: { code: 'a' } },
      multi: false,
      merge: true,
      upsert: false,
    }
    await expect(modify(db, 'codes', change)).rejects.toThrow('index: one')
    expect(find(db, 'codes', { query: {} })).toEqual([
      { _id: '1', code: 'a' },
      { _id: '2', code: 'b' },
    ])
  })

  it('take a missing field as null: two documents without it collide', async () => {
    const db = database()
    await insert(db, 'codes', [{ _id: '1' }])
    await expect(insert(db, 'codes', [{ _id: '2' }])).rejects.toThrow('E11000')
  })

  it('free a key when its document goes', async () => {
    const db = database()
    await insert(db, 'codes', [{ _id: '1', code: 'a' }])
    await remove(db, 'codes', { query: { _id: '1' }, multi: false })
    await expect(insert(db, 'codes', [{ _id: '2', code: 'a' }])).resolves.toEqual(['2'])
  })

  it('keep the documents inserted before the refused one', async () => {
    const db = database()
    await expect(
      insert(db, 'codes', [
        { _id: '1', code: 1 },
        { _id: '2', code: 1 },
        { _id: '3', code: 3 },
      ]),
    ).rejects.toThrow('E11000')
    expect(ids(find(db, 'codes', { query: {} }))).toEqual(['1'])
  })
})

describe('sorting and projection', () => {
  it('sorts by several fields and keeps natural order among equals', async () => {
    const db = database()
    await insert(db, 'facts', [
      { _id: '1', who: 'b', at: 1 },
      { _id: '2', who: 'a', at: 1 },
      { _id: '3', who: 'a', at: 2 },
      { _id: '4', who: 'a', at: 2 },
    ])
    expect(ids(find(db, 'facts', { query: {}, order: { who: 1, at: -1 } }))).toEqual(['3', '4', '2', '1'])
  })

  it('sorts missing before numbers before text, as MongoDB does', async () => {
    const db = database()
    await insert(db, 'facts', [{ _id: '1', at: 'x' }, { _id: '2', at: 5 }, { _id: '3' }])
    expect(ids(find(db, 'facts', { query: {}, order: { at: 1 } }))).toEqual(['3', '2', '1'])
  })

  it('keeps the document’s own key order in a projection', async () => {
    const db = database()
    await insert(db, 'facts', [{ _id: '1', z: 1, m: { y: 1, x: 2 }, a: [{ p: 1, q: 2 }] }])
    const [doc] = find(db, 'facts', { query: {}, projection: { a: 1, z: 1, 'm.x': 1, _id: 0 } })
    expect(JSON.stringify(doc)).toBe('{"z":1,"m":{"x":2},"a":[{"p":1,"q":2}]}')
    const [left] = find(db, 'facts', { query: {}, projection: { z: 0, 'a.p': 0 } })
    expect(JSON.stringify(left)).toBe('{"_id":"1","m":{"y":1,"x":2},"a":[{"q":2}]}')
  })
})

describe('what is on disk', () => {
  it('is all there after reopening, in the same order, with the same types', async () => {
    const dir = newDataDir()
    const first = new Journal(dir)
    const db = new Database({ journal: first, collections, now: () => 1000 })
    await insert(db, 'facts', [
      { _id: '1', at: new Date(5), n: 1790059800123, z: 1, a: { y: 1, b: null } },
      { _id: '2' },
      { _id: '3' },
    ])
    await remove(db, 'facts', { query: { _id: '2' }, multi: false })
    db.createCollection('made_later')
    first.close()
    const again = database({ journal: new Journal(dir) })
    const docs = find(again, 'facts', { query: {} })
    expect(JSON.stringify(docs)).toBe(
      JSON.stringify([
        { _id: '1', at: new Date(5), n: 1790059800123, z: 1, a: { y: 1, b: null } },
        { _id: '3' },
      ]),
    )
    expect(docs[0]?.at).toBeInstanceOf(Date)
    expect(again.collectionNames()).toContain('made_later')
    await expect(insert(again, 'facts', [{ _id: '4' }])).resolves.toEqual(['4'])
    expect(ids(find(again, 'facts', { query: {} }))).toEqual(['1', '3', '4'])
  })

  it('belongs to one process: a second one on the folder is refused', () => {
    const dir = newDataDir()
    open.push(new Journal(dir))
    expect(() => new Journal(dir)).toThrow('in use')
  })
})

describe('transactions that run out', () => {
  it('live 30 seconds', () => {
    jest.useFakeTimers()
    try {
      const db = database()
      const [late, early] = [db.begin(), db.begin()]
      jest.advanceTimersByTime(29_999)
      db.commitTransaction(early)
      jest.advanceTimersByTime(1)
      expect(() => db.commitTransaction(late)).toThrow('30 seconds')
    } finally {
      jest.useRealTimers()
    }
  })

  it('are gone after their life and leave nothing behind', async () => {
    const db = database({ transactionLife: 30 })
    await insert(db, 'facts', [{ _id: '1', n: 1 }])
    const id = db.begin()
    const change = { query: { _id: '1' }, data: { $set: { n: 2 } }, multi: false, merge: true, upsert: false }
    await modify(db, 'facts', { ...change, transactionId: id })
    const waiting = modify(db, 'facts', { ...change, data: { $inc: { n: 10 } } })
    await waiting
    expect(find(db, 'facts', { query: {} })).toEqual([{ _id: '1', n: 11 }])
    expect(() => db.commitTransaction(id)).toThrow('30 seconds')
  })
})
