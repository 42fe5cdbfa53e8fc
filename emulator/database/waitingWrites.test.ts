import { newDataDir } from '../testing/startTestEmulator'
import { Database } from './Database'
import { Journal } from './Journal'
import { find } from './readOperations'
import { insert, modify, remove } from './writeOperations'

let journal: Journal
let db: Database

beforeEach(async () => {
  journal = new Journal(newDataDir())
  db = new Database({ journal, collections: [{ name: 'counters' }], now: () => 1000 })
  await insert(db, 'counters', [{ _id: 'a', n: 0 }])
})

afterEach(() => {
  db.close()
  journal.close()
})

const change = (data: object, transactionId?: string) =>
  modify(db, 'counters', {
    query: { _id: 'a' },
    data: data as Record<string, unknown>,
    multi: false,
    merge: true,
    upsert: false,
    transactionId,
  })
const increase = (transactionId?: string) => change({ $inc: { n: 1 } }, transactionId)

describe('plain writes that waited for the same transaction', () => {
  it('each see what the one before wrote', async () => {
    const id = db.begin()
    await increase(id)
    const waiting = [increase(), increase(), increase()]
    db.commitTransaction(id)
    await Promise.all(waiting)
    expect(find(db, 'counters', { query: {} })).toEqual([{ _id: 'a', n: 4 }])
  })

  it('do not bring back a document that another of them removed', async () => {
    const id = db.begin()
    await increase(id)
    const removing = remove(db, 'counters', { query: { _id: 'a' }, multi: false })
    const changing = increase()
    db.commitTransaction(id)
    expect([await removing, (await changing).updated]).toEqual([1, 0])
    expect(find(db, 'counters', { query: {} })).toEqual([])
  })
})
