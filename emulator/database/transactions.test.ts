import { runScript, startTestEmulator } from '../testing/startTestEmulator'
import type { Emulator } from '../types'

let emulator: Emulator

beforeAll(async () => {
  emulator = await startTestEmulator()
})

const run = <T>(body: string, input?: unknown) => runScript<T>(emulator, body, input)
const prepare = `const acc = db.collection('people')
  await acc.doc('a').set({ data: { n: 100 } })
  await acc.doc('b').set({ data: { n: 0 } })
  const read = async (id) => (await acc.doc(id).get()).data.n
`

describe('transactions through the real SDK', () => {
  it('commit together and are invisible before', async () => {
    const answer = await run<unknown>(`${prepare}
      const seen = []
      await db.runTransaction(async (t) => {
        await t.collection('people').doc('a').update({ data: { n: _.inc(-30) } })
        await t.collection('people').doc('b').update({ data: { n: _.inc(30) } })
        seen.push(await read('a'), (await t.collection('people').doc('a').get()).data.n)
      })
      return [...seen, await read('a'), await read('b')]`)
    expect(answer).toEqual([100, 70, 70, 30])
  })

  it('leave nothing behind when rolled back or thrown out of', async () => {
    const answer = await run<unknown>(`${prepare}
      await attempt(() => db.runTransaction(async (t) => {
        await t.collection('people').doc('a').update({ data: { n: 1 } })
        await t.rollback('no')
      }))
      await attempt(() => db.runTransaction(async (t) => {
        await t.collection('people').add({ data: { _id: 'ghost' } })
        throw new Error('mine')
      }))
      return [await read('a'), (await acc.where({ _id: 'ghost' }).count()).total]`)
    expect(answer).toEqual([100, 0])
  })

  it('read the state of their first operation, whatever is written meanwhile', async () => {
    const answer = await run<unknown>(`${prepare}
      const t = await db.startTransaction()
      const first = (await t.collection('people').doc('a').get()).data.n
      await acc.doc('a').update({ data: { n: 1 } })
      await acc.doc('b').update({ data: { n: 1 } })
      const later = [(await t.collection('people').doc('a').get()).data.n, (await t.collection('people').doc('b').get()).data.n]
      await t.commit()
      return [first, ...later, await read('a')]`)
    expect(answer).toEqual([100, 100, 0, 1])
  })

  it('let the first writer win: the other’s write is refused and its transaction is over', async () => {
    const answer = await run<{
      conflict: { errMsg: string }
      over: { errMsg: string }
      n: number
    }>(`${prepare}
      const first = await db.startTransaction()
      const second = await db.startTransaction()
      await second.collection('people').doc('a').get()
      await first.collection('people').doc('a').update({ data: { n: 1 } })
      const conflict = await attempt(() => second.collection('people').doc('a').update({ data: { n: 2 } }))
      const over = await attempt(() => second.commit())
      await first.commit()
      return { conflict, over, n: await read('a') }`)
    expect(answer.conflict.errMsg).toContain('TransactionConflict')
    expect(answer.over.errMsg).toContain('TransactionNotExist')
    expect(answer.n).toBe(1)
  })

  it('lose against a write that was committed after their snapshot', async () => {
    const answer = await run<{ errMsg: string }>(`${prepare}
      const t = await db.startTransaction()
      await t.collection('people').doc('a').get()
      await acc.doc('a').update({ data: { n: 5 } })
      return attempt(() => t.collection('people').doc('a').update({ data: { n: 6 } }))`)
    expect(answer.errMsg).toContain('TransactionConflict')
  })

  it('make a plain write wait until they end', async () => {
    const answer = await run<unknown>(`${prepare}
      const t = await db.startTransaction()
      await t.collection('people').doc('a').update({ data: { n: 7 } })
      let isDone = false
      const plain = acc.doc('a').update({ data: { n: _.inc(1) } }).then(() => { isDone = true })
      await new Promise((resolve) => setTimeout(resolve, 100))
      const waited = !isDone
      await t.commit()
      await plain
      return [waited, await read('a')]`)
    expect(answer).toEqual([true, 8])
  })

  it('refuse a duplicate key and are over then', async () => {
    const answer = await run<{ duplicate: { errMsg: string }; over: { errMsg: string } }>(`${prepare}
      const t = await db.startTransaction()
      const duplicate = await attempt(() => t.collection('people').add({ data: { _id: 'a' } }))
      return { duplicate, over: await attempt(() => t.commit()) }`)
    expect(answer.duplicate.errMsg).toContain('E11000')
    expect(answer.over.errMsg).toContain('TransactionNotExist')
  })

  it('keep the sum over 16 transfers at once, when the application tries again', async () => {
    const answer = await run<{ sum: number; done: number }>(`${prepare}
      const transfer = async () => {
        for (let tries = 0; tries < 200; tries += 1) {
          try {
            await db.runTransaction(async (t) => {
              const a = (await t.collection('people').doc('a').get()).data.n
              const b = (await t.collection('people').doc('b').get()).data.n
              await t.collection('people').doc('a').update({ data: { n: a - 1 } })
              await t.collection('people').doc('b').update({ data: { n: b + 1 } })
            })
            return 1
          } catch {
            await new Promise((resolve) => setTimeout(resolve, Math.random() * 20))
          }
        }
        return 0
      }
      const done = (await Promise.all(Array.from({ length: 16 }, transfer))).reduce((sum, one) => sum + one, 0)
      return { sum: (await read('a')) + (await read('b')), done, moved: await read('b') }`)
    expect(answer).toEqual({ sum: 100, done: 16, moved: 16 })
  })
})
