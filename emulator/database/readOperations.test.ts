import { newDataDir } from '../testing/startTestEmulator'
import type { Document } from '../types'
import { Database } from './Database'
import { Journal } from './Journal'
import { aggregate, find } from './readOperations'
import { insert } from './writeOperations'

const collections = [
  { name: 'facts', indexes: [{ name: 'who_when', keys: ['who', 'at'] }] },
  { name: 'codes' },
]
const open: Journal[] = []

function database(): Database {
  const journal = new Journal(newDataDir())
  open.push(journal)
  return new Database({ journal, collections, now: () => 1000 })
}

afterEach(() => open.splice(0).forEach((journal) => journal.close()))

const ids = (docs: Document[]) => docs.map(({ _id }) => _id)

describe('aggregation', () => {
  async function filled(): Promise<Database> {
    const db = database()
    await insert(db, 'facts', [
      { _id: '1', who: 'x', at: 1, tags: ['p', 'q'], a: { b: 1 } },
      { _id: '2', who: 'x', at: 2, tags: [], a: { b: 2 } },
      { _id: '3', who: 'y', at: 3, tags: ['p'], a: { b: 3 } },
    ])
    await insert(db, 'codes', [
      { _id: 'x', code: 1, of: 'x' },
      { _id: 'y', code: 2, of: 'y' },
    ])
    return db
  }

  it('never writes to the stored documents, whatever the stages do', async () => {
    const db = await filled()
    const before = structuredClone(find(db, 'facts', { query: {} }))
    aggregate(db, 'facts', [
      { $unwind: { path: '$tags', preserveNullAndEmptyArrays: true, includeArrayIndex: 'i' } },
      { $addFields: { 'a.b': { $add: ['$a.b', 10] }, 'a.c': '$i' } },
      { $project: { 'a.b': 0 } },
    ])
    aggregate(db, 'facts', [
      { $lookup: { from: 'facts', localField: 'who', foreignField: 'who', as: 'same' } },
      { $unwind: '$same' },
      { $addFields: { 'same.a.b': 99 } },
    ])
    expect(find(db, 'facts', { query: {} })).toEqual(before)
  })

  it('gives each unwound row its own subdocuments', async () => {
    const db = await filled()
    const rows = aggregate(db, 'facts', [
      { $match: { _id: '1' } },
      { $unwind: '$tags' },
      { $addFields: { 'a.tag': '$tags' } },
    ]) as { a: { tag: string } }[]
    expect(rows.map(({ a }) => a.tag)).toEqual(['p', 'q'])
  })

  it('joins by _id, by an indexed field and by any other field alike', async () => {
    const db = await filled()
    const joined = (from: string, foreignField: string) =>
      (
        aggregate(db, 'facts', [{ $lookup: { from, localField: 'who', foreignField, as: 'found' } }]) as {
          found: Document[]
        }[]
      ).map(({ found }) => ids(found))
    expect(joined('codes', '_id')).toEqual([['x'], ['x'], ['y']])
    expect(joined('codes', 'of')).toEqual([['x'], ['x'], ['y']])
    expect(joined('facts', 'who')).toEqual([['1', '2'], ['1', '2'], ['3']])
    expect(joined('nowhere', '_id')).toEqual([[], [], []])
  })

  it('joins by a pipeline with variables', async () => {
    const db = await filled()
    const rows = aggregate(db, 'facts', [
      { $match: { _id: '3' } },
      {
        $lookup: {
          from: 'codes',
          let: { me: '$who' },
          pipeline: [{ $match: { $expr: { $eq: ['$_id', '$$me'] } } }, { $project: { _id: 0, code: 1 } }],
          as: 'found',
        },
      },
      { $project: { found: 1 } },
    ])
    expect(rows).toEqual([{ _id: '3', found: [{ code: 2 }] }])
  })

  it('takes $$NOW from the emulated clock', async () => {
    const db = await filled()
    expect(aggregate(db, 'facts', [{ $limit: 1 }, { $project: { _id: 0, now: '$$NOW' } }])).toEqual([
      { now: new Date(1000) },
    ])
  })

  it.each(['$out', '$merge', '$facet', '$geoNear', '$graphLookup', '$nonsense'])(
    'refuses the stage %s by name',
    async (stage) => {
      const db = await filled()
      expect(() => aggregate(db, 'facts', [{ [stage]: {} }])).toThrow(stage)
    },
  )

  it('refuses an unknown collection, and code in a query', async () => {
    const db = await filled()
    expect(() => aggregate(db, 'nope', [])).toThrow('not exist')
    expect(() => find(db, 'facts', { query: { $where: 'true' } })).toThrow()
    expect(() => find(db, 'facts', { query: { a: { $jsonSchema: {} } } })).toThrow('$jsonSchema')
  })
})
