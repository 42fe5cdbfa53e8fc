import fs from 'node:fs'
import path from 'node:path'
import { runScript, newDataDir, startTestEmulator } from '../testing/startTestEmulator'
import type { Emulator } from '../types'

let emulator: Emulator
let dataDir: string

beforeEach(async () => {
  dataDir = newDataDir()
  emulator = await startTestEmulator({ dataDir })
})

interface Answer {
  code?: string
  message?: string
  name?: string
}

async function ask(body: object): Promise<Answer & Answer[]> {
  const address = `${emulator.url}/console/api/snapshots`
  return (await (await fetch(address, { method: 'POST', body: JSON.stringify(body) })).json()) as Answer &
    Answer[]
}

const stored = (name: string) => path.join(dataDir, 'storage', name)
const ids = (collection: string) => emulator.database.find(collection).map(({ _id }) => _id)

describe('a snapshot of a running emulator', () => {
  it('brings back documents, collections, files and the time, and nothing of what came after', async () => {
    emulator.clock.set(Date.UTC(2026, 8, 22))
    await runScript(
      emulator,
      `await db.createCollection('made'); await db.collection('made').add({ data: { _id: 'm' } })
      await db.collection('items').add({ data: { _id: 'i', code: 1, at: new Date(5) } })`,
    )
    fs.writeFileSync(stored('kept'), 'kept')
    await ask({ do: 'take', name: '会前' })

    await runScript(
      emulator,
      `await db.createCollection('later'); await db.collection('items').doc('i').update({ data: { code: 2 } })
      await db.collection('items').add({ data: { _id: 'j', code: 1 } }); await db.collection('made').doc('m').remove()`,
    )
    fs.writeFileSync(stored('kept'), 'changed')
    fs.writeFileSync(stored('new'), 'new')
    emulator.clock.set(Date.UTC(2027, 0, 1))
    await ask({ do: 'restore', name: '会前' })

    expect(emulator.database.find('items')).toEqual([{ _id: 'i', code: 1, at: new Date(5) }])
    expect(ids('made')).toEqual(['m'])
    expect(emulator.database.collections()).not.toContain('later')
    expect(fs.readFileSync(stored('kept'), 'utf8')).toBe('kept')
    expect(fs.existsSync(stored('new'))).toBe(false)
    // The clock goes on from the day of the snapshot, not from the one it was set to.
    expect(emulator.clock.now()).toBeGreaterThanOrEqual(Date.UTC(2026, 8, 22))
    expect(emulator.clock.now()).toBeLessThan(Date.UTC(2026, 8, 23))
  })

  it('leaves indexes and unique keys as the documents have them, also after a restart', async () => {
    emulator.database.insertMany('items', [{ _id: 'i', code: 1, owner: 'x' }])
    await ask({ do: 'take', name: 'one' })
    emulator.database.insertMany('items', [{ _id: 'j', code: 2, owner: 'x' }])
    await ask({ do: 'restore', name: 'one' })
    expect(emulator.database.count('items', { owner: 'x' })).toBe(1)
    emulator.database.insertMany('items', [{ _id: 'k', code: 2 }])
    expect(() => emulator.database.insertMany('items', [{ code: 1 }])).toThrow('E11000')
    await emulator.close()
    emulator = await startTestEmulator({ dataDir })
    expect(ids('items')).toEqual(['i', 'k'])
  })

  it('ends running transactions: their commit is refused', async () => {
    await ask({ do: 'take', name: 'empty' })
    const running = runScript<{ errMsg: string }>(
      emulator,
      `const t = await db.startTransaction()
      await t.collection('notes').add({ data: { _id: 'ghost' } })
      await db.collection('people').add({ data: { _id: 'ready' } })
      while ((await db.collection('people').count()).total > 0) await new Promise((resolve) => setTimeout(resolve, 20))
      return attempt(() => t.commit())`,
    )
    while (emulator.database.count('people') === 0) await new Promise((resolve) => setTimeout(resolve, 10))
    await ask({ do: 'restore', name: 'empty' })
    expect((await running).errMsg).toContain('TransactionNotExist')
    expect(ids('notes')).toEqual([])
  })

  it('is listed, replaced by a newer one of its name, and removed', async () => {
    await ask({ do: 'take', name: 'a' })
    emulator.database.insertMany('notes', [{ _id: 'n' }])
    expect((await ask({ do: 'take', name: 'a' })).map(({ name }) => name)).toEqual(['a'])
    await ask({ do: 'reset' })
    await ask({ do: 'restore', name: 'a' })
    expect(ids('notes')).toEqual(['n'])
    expect(await ask({ do: 'remove', name: 'a' })).toEqual([])
  })

  it('stays when the data are reset, which leaves a new folder at real time', async () => {
    emulator.clock.set(5)
    emulator.database.insertMany('notes', [{ _id: 'n' }])
    fs.writeFileSync(stored('file'), 'x')
    await ask({ do: 'take', name: 'a' })
    const left = await ask({ do: 'reset' })
    expect(left.map(({ name }) => name)).toEqual(['a'])
    expect(ids('notes')).toEqual([])
    expect(fs.readdirSync(path.join(dataDir, 'storage'))).toEqual([])
    const before = Date.now()
    expect(emulator.clock.now()).toBeGreaterThanOrEqual(before)
    expect(emulator.clock.now()).toBeLessThanOrEqual(Date.now())
  })

  it.each([
    [{ do: 'restore', name: 'nobody' }],
    [{ do: 'take', name: '../out' }],
    [{ do: 'take', name: '' }],
    [{ do: 'take' }],
    [{ do: 'burn', name: 'a' }],
    [{}],
  ])('is refused in words: %j', async (body) => {
    expect((await ask(body)).code).toBe('INVALID_PARAM')
  })

  it('is refused when it is damaged, and the data stay as they were', async () => {
    emulator.database.insertMany('notes', [{ _id: 'n' }])
    await ask({ do: 'take', name: 'a' })
    emulator.database.insertMany('notes', [{ _id: 'o' }])
    const file = path.join(dataDir, 'snapshots', 'a.db')
    fs.truncateSync(file, fs.statSync(file).size - 1)
    expect((await ask({ do: 'restore', name: 'a' })).message).toContain('damaged')
    expect(ids('notes')).toEqual(['n', 'o'])
  })
})
