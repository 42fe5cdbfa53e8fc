import { databaseActions } from '../gateway/databaseActions'
import { newDataDir, startTestEmulator } from '../testing/startTestEmulator'
import type { Document } from '../types'
import { Database } from './Database'
import { Journal } from './Journal'
import { find } from './readOperations'
import { insert, modify } from './writeOperations'

interface Nested {
  _id: string
  list: { n: number }[]
  at: Date
}

const made = (): Nested => ({ _id: 'a', list: [{ n: 1 }], at: new Date(5) })

function spoil(doc: Nested): void {
  doc.list.push({ n: 9 })
  if (doc.list[0] !== undefined) doc.list[0].n = 7
  doc.at.setTime(0)
}

describe('stored documents', () => {
  it('are not those that were loaded, nor those that were found', async () => {
    const { database } = await startTestEmulator()
    const loaded = made()
    database.insertMany('notes', [loaded as unknown as Document])
    spoil(loaded)
    const [found] = database.find('notes') as unknown as Nested[]
    expect(found).toEqual(made())
    if (found !== undefined) spoil(found)
    expect(database.find('notes')).toEqual([made()])
  })

  it('are not those of the request that wrote them', async () => {
    const journal = new Journal(newDataDir())
    const db = new Database({ journal, collections: [{ name: 'notes' }], now: () => 1000 })
    await insert(db, 'notes', [{ _id: 'a' }])
    const value = made()
    const change = { query: { _id: 'a' }, multi: false, merge: true, upsert: false }
    await modify(db, 'notes', { ...change, data: { $set: { list: value.list, at: value.at } } })
    spoil(value)
    expect(find(db, 'notes', { query: {} })).toEqual([made()])
    journal.close()
  })

  it('leave the gateway as text', async () => {
    const journal = new Journal(newDataDir())
    const actions = databaseActions(
      new Database({ journal, collections: [{ name: 'notes' }], now: () => 1000 }),
    )
    await actions['database.insertDocument']?.({ collectionName: 'notes', data: ['{"_id":"a","list":[1]}'] })
    const asked = { collectionName: 'notes', query: '{}', stages: [{ stageKey: '$limit', stageValue: '1' }] }
    for (const name of ['database.getDocument', 'database.aggregateDocuments']) {
      const answer = (await actions[name]?.(asked)) as { data: { list: unknown[] } }
      expect(answer.data.list.map((each) => typeof each)).toEqual(['string'])
    }
    journal.close()
  })
})
