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

  it('answer no more than 1000 rows, by get and by aggregate, whatever was asked for', async () => {
    const rows = Array.from({ length: 1005 }, (_, n) => ({ _id: `r${n}`, owner: 'o', code: n }))
    emulator.database.insertMany('items', rows)
    const answer = await run<number[]>(`
      const items = db.collection('items').where({ owner: 'o' })
      const got = await items.limit(1005).get()
      const rows = db.collection('items').aggregate().match({ owner: 'o' })
      const counted = db.collection('items').aggregate().match({ owner: 'o' }).limit(2000).group({ _id: null, n: $.sum(1) })
      return [got.data.length, (await rows.limit(1005).end()).list.length, (await counted.end()).list[0].n]`)
    expect(answer).toEqual([1000, 1000, 1005])
  })

  it('refuse an answer of more than 1 MB, of the database and of a function, and one of 900 KB passes', async () => {
    const text = 'x'.repeat(450 * 1024)
    emulator.database.insertMany('notes', [
      { _id: 'a', text },
      { _id: 'b', text },
      { _id: 'c', text },
    ])
    const answer = await run<Record<'two' | 'three', { errMsg: string; list?: unknown[] }>>(`
      const notes = (n) => attempt(() => db.collection('notes').aggregate().match({ _id: _.in(['a', 'b', 'c']) }).limit(n).end())
      const two = await notes(2)
      return { two: { list: two.list.map(({ _id }) => _id) }, three: await notes(3) }`)
    expect(answer.two.list).toEqual(['a', 'b'])
    expect(answer.three.errMsg).toMatch(/answer is too large: \d+ bytes, 1048576 at most/)
    const whole = run(
      `return (await db.collection('notes').get()).data.slice(0, 2).map(({ text }) => text + text)`,
    )
    await expect(whole).rejects.toThrow(/too large/)
    await expect(run(`return 'x'.repeat(input.bytes)`, { bytes: 1024 * 1024 - 2 })).resolves.toHaveLength(
      1024 * 1024 - 2,
    )
    await expect(run(`return 'x'.repeat(input.bytes)`, { bytes: 1024 * 1024 })).rejects.toThrow(
      /answer is too large/,
    )
  })

  it('refuse a nested call whose event is over 100 KB', async () => {
    const answer = await run<{ refused?: boolean }[]>(`
      const call = (bytes) => attempt(() => cloud.callFunction({ name: 'whoami', data: { text: 'x'.repeat(bytes) } }))
      return [await call(102400 - '{"text":""}'.length), await call(102400)]`)
    expect(answer.map(({ refused = false }) => refused)).toEqual([false, true])
  })
})
