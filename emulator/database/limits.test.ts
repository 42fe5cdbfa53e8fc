import { runScript, startTestEmulator } from '../testing/startTestEmulator'
import type { Emulator } from '../types'

const LIFE = 1500
let emulator: Emulator

beforeAll(async () => {
  emulator = await startTestEmulator()
})

const run = <T>(body: string, input?: unknown) => runScript<T>(emulator, body, input)

describe('the limits through the real SDK', () => {
  it('take a document of 16 MB and refuse one byte more, by add and by update', async () => {
    // 16 MB less what BSON needs for the document itself, `_id: 'full'` and the name and length of `text`.
    const room = 16 * 1024 * 1024 - (5 + (2 + 3 + 9) + (2 + 4 + 5))
    const answer = await run<{ over: { errCode: number; errMsg: string }; grown: { errMsg: string } }>(
      `const notes = db.collection('notes')
      await notes.add({ data: { _id: 'full', text: 'x'.repeat(input.room) } })
      return {
        over: await attempt(() => notes.add({ data: { _id: 'over', text: 'x'.repeat(input.room + 1) } })),
        grown: await attempt(() => notes.doc('full').update({ data: { a: true } })),
      }`,
      { room },
    )
    expect(answer.over).toMatchObject({ errCode: -502001 })
    expect(answer.over.errMsg).toContain('too large')
    expect(answer.grown.errMsg).toContain('too large')
    expect(emulator.database.find('notes').map(({ _id, a }) => [_id, a])).toEqual([['full', undefined]])
  })

  it('end a transaction at a document that is too large: nothing of it stays', async () => {
    const answer = await run<{ large: { errMsg: string }; over: { errMsg: string } }>(`
      const t = await db.startTransaction()
      await t.collection('people').add({ data: { _id: 'small' } })
      const large = await attempt(() => t.collection('people').add({ data: { _id: 'large', text: 'x'.repeat(17e6) } }))
      return { large, over: await attempt(() => t.commit()) }`)
    expect(answer.large.errMsg).toContain('too large')
    expect(answer.over.errMsg).toContain('TransactionNotExist')
    expect(emulator.database.count('people')).toBe(0)
  })

  it('end a transaction that is open too long: its write and its commit are refused, others go on', async () => {
    const hasty = await startTestEmulator({ settings: { transactionLife: LIFE } })
    const answer = await runScript<Record<'write' | 'commit', { errMsg: string }>>(
      hasty,
      `await db.collection('people').add({ data: { _id: 'p', n: 1 } })
      const open = async () => {
        const t = await db.startTransaction()
        await t.collection('people').doc('p').update({ data: { n: _.inc(10) } })
        await new Promise((resolve) => setTimeout(resolve, input.life + 200))
        return t
      }
      const late = await open()
      const write = await attempt(() => late.collection('people').doc('p').update({ data: { n: 5 } }))
      const commit = await attempt(async () => (await open()).commit())
      await db.collection('people').doc('p').update({ data: { n: _.inc(1) } })
      return { write, commit }`,
      { life: LIFE },
    )
    expect(answer.write.errMsg).toContain('TransactionNotExist')
    expect(answer.commit.errMsg).toContain('TransactionNotExist')
    expect(hasty.database.find('people')).toEqual([{ _id: 'p', n: 2 }])
  })

  it('refuse a nested call whose event is over 100 KB', async () => {
    const answer = await run<{ refused?: boolean }[]>(`
      const call = (bytes) => attempt(() => cloud.callFunction({ name: 'whoami', data: { text: 'x'.repeat(bytes) } }))
      return [await call(102400 - '{"text":""}'.length), await call(102400)]`)
    expect(answer.map(({ refused = false }) => refused)).toEqual([false, true])
  })
})
