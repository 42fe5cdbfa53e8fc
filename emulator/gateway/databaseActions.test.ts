import { Database } from '../database/Database'
import { Journal } from '../database/Journal'
import { newDataDir } from '../testing/startTestEmulator'
import { databaseActions, type Payload } from './databaseActions'

const open: Journal[] = []

function actions() {
  const journal = new Journal(newDataDir())
  open.push(journal)
  const table = databaseActions(new Database({ journal, collections: [{ name: 'notes' }], now: () => 1000 }))
  return (action: string, payload: Payload) =>
    Promise.resolve(table[`database.${action}`]?.({ collectionName: 'notes', ...payload }))
}

afterEach(() => open.splice(0).forEach((journal) => journal.close()))

describe('modifyAndReturnDoc', () => {
  const query = '{"a":{"$numberInt":"1"}}'
  const insert = { data: ['{"_id":"x","a":1}', '{"_id":"y","a":1}'] }

  it('changes the first document that matches, and gives it as it is afterwards', async () => {
    const call = actions()
    await call('insertDocument', insert)
    expect(await call('modifyAndReturnDoc', { query, data: '{"$set":{"a":2}}' })).toEqual({
      data: { updated: 1, doc: '{"_id":"x","a":{"$numberInt":"2"}}' },
    })
    expect(await call('calculateDocument', { query })).toEqual({ data: { total: 1 } })
  })

  it('counts a document that already is as asked', async () => {
    const call = actions()
    await call('insertDocument', insert)
    expect(await call('modifyAndReturnDoc', { query, data: '{"$set":{"a":1}}' })).toMatchObject({
      data: { updated: 1, doc: '{"_id":"x","a":{"$numberInt":"1"}}' },
    })
  })

  it('gives null when nothing matches, and makes nothing', async () => {
    const call = actions()
    expect(await call('modifyAndReturnDoc', { query, data: '{"$set":{"a":2}}' })).toEqual({
      data: { updated: 0, doc: null },
    })
    expect(await call('calculateDocument', {})).toEqual({ data: { total: 0 } })
  })

  it('is undone with its transaction', async () => {
    const call = actions()
    await call('insertDocument', insert)
    const { transactionId } = (await call('startTransaction', {})) as { transactionId: string }
    await call('modifyAndReturnDoc', { query, data: '{"$set":{"a":2}}', transactionId })
    await call('abortTransaction', { transactionId })
    expect(await call('calculateDocument', { query })).toEqual({ data: { total: 2 } })
  })
})
