import fs from 'node:fs'
import path from 'node:path'
import { newDataDir, startTestEmulator } from '../testing/startTestEmulator'
import type { Emulator } from '../types'

let emulator: Emulator

beforeAll(async () => {
  emulator = await startTestEmulator()
})

interface WhoAmI {
  before: string
  after: string
  nested?: string
  source: string
  pid: number
}

const whoami = async (openid: string, data: object = {}) =>
  (await emulator.invoke('whoami', data, { openid })).result as WhoAmI
const last = () => emulator.invocations().slice(-1)[0]

describe('identity', () => {
  it('never mixes among 50 interleaved invocations of 10 people, nested calls included', async () => {
    const people = Array.from({ length: 50 }, (_, i) => `person-${i % 10}`)
    const answers = await Promise.all(
      people.map((openid, i) => whoami(openid, { pause: (i * 7) % 30, relay: i % 10 === 0 })),
    )
    for (const [i, answer] of answers.entries()) {
      expect([answer.before, answer.after, answer.nested ?? people[i]]).toEqual([
        people[i],
        people[i],
        people[i],
      ])
    }
  })

  it('is gone for the next caller, who has none', async () => {
    await whoami('someone')
    expect((await whoami('')).after).toBeUndefined()
  })

  it('says where a call came from', async () => {
    expect((await whoami('someone')).source).toBe('wx_client')
  })
})

describe('the pool', () => {
  it('keeps at most 8 processes and queues what comes on top', async () => {
    const answers = await Promise.all(Array.from({ length: 20 }, () => whoami('x', { pause: 20 })))
    expect(new Set(answers.map(({ pid }) => pid)).size).toBeLessThanOrEqual(8)
  })

  it('answers from a warm process after the first call', async () => {
    await whoami('x')
    await whoami('x')
    expect(last()).toMatchObject({ name: 'whoami', coldStart: false, ok: true })
  })

  it('loads a bundle again when it changes on disk', async () => {
    const folder = newDataDir()
    fs.mkdirSync(path.join(folder, 'changing'))
    const file = path.join(folder, 'changing', 'index.js')
    fs.writeFileSync(file, 'exports.main = () => 1')
    const own = await startTestEmulator({ functionsDir: folder })
    const first = (await own.invoke('changing', {}, {})).result
    fs.writeFileSync(file, 'exports.main = () => 2')
    fs.utimesSync(file, new Date(), new Date(Date.now() + 5000))
    const second = (await own.invoke('changing', {}, {})).result
    await own.close()
    expect([first, second]).toEqual([1, 2])
  })
})

describe('failures', () => {
  it('stop a function at its time limit and go on with a new process', async () => {
    const own = await startTestEmulator({ settings: { timeFactor: 1 } })
    await expect(own.invoke('slow', { ms: 60_000 }, {})).rejects.toMatchObject({
      errCode: -504003,
      errMsg: expect.stringContaining('timed out after 0.4 seconds') as string,
    })
    await expect(own.invoke('slow', { ms: 1 }, {})).resolves.toHaveProperty('result.pid')
    await own.close()
  })

  it('leave a function as many times its limit as the settings say', async () => {
    await expect(emulator.invoke('slow', { ms: 600 }, {})).resolves.toHaveProperty('result.pid')
  })

  it('report what a function throws, without its stack', async () => {
    const failure = await emulator
      .invoke('broken', {}, {})
      .catch((error: unknown) => error as { errCode: number; errMsg: string })
    expect(failure).toMatchObject({ errCode: -504002 })
    expect((failure as { errMsg: string }).errMsg).toContain('Error: kaboom')
    expect((failure as { errMsg: string }).errMsg).not.toContain('index.js')
    expect(last()?.lines.join('\n')).toContain('index.js')
  })

  it.each(['exit', 'late'])('survive a process that ends by itself (%s)', async (how) => {
    await expect(emulator.invoke('broken', { how }, {})).rejects.toMatchObject({ errCode: -504002 })
    await expect(emulator.invoke('broken', {}, {})).rejects.toMatchObject({ errCode: -504002 })
  })

  it('serve those who wait when a process before them ends', async () => {
    const calls = Array.from({ length: 12 }, () => emulator.invoke('broken', { how: 'late' }, {}))
    const answers = await Promise.allSettled(calls)
    expect(answers.every(({ status }) => status === 'rejected')).toBe(true)
  })

  it('report a function that cannot be loaded', async () => {
    await expect(emulator.invoke('unloadable', {}, {})).rejects.toMatchObject({
      errCode: -504002,
      errMsg: expect.stringContaining('no such luck') as string,
    })
  })

  it.each(['nobody', '../functions/whoami', '', 'constructor', 'a/b'])(
    'know no function named %j',
    async (name) => {
      await expect(emulator.invoke(name, {}, {})).rejects.toMatchObject({ errCode: -501000 })
    },
  )

  it('refuse an event over 100 KB and take one of exactly 100 KB', async () => {
    const bytes = (size: number) => ({ pad: 'x'.repeat(size - '{"pad":""}'.length) })
    await expect(whoami('x', bytes(102400))).resolves.toHaveProperty('after', 'x')
    await expect(whoami('x', bytes(102401))).rejects.toMatchObject({ errCode: -504001 })
  })
})

describe('the log', () => {
  it('counts the gateway calls of each invocation', async () => {
    const body = `await db.collection('notes').doc('x').set({ data: { a: 1 } }); return (await db.collection('notes').get()).data.length`
    await emulator.invoke('script', { action: 'count.me', body }, { openid: 'logged' })
    expect(last()).toMatchObject({
      name: 'script',
      openid: 'logged',
      event: { action: 'count.me' },
      calls: [
        { action: 'database.modifyDocument', collection: 'notes' },
        { action: 'database.getDocument', collection: 'notes' },
      ],
    })
  })
})

describe('an invocation', () => {
  const ids = `await new Promise((resolve) => setTimeout(resolve, 40)); console.log('hello'); return process.env.TCB_SEQID`

  it('has an id of its own, which its environment, its log and its lines carry', async () => {
    const printed: string[] = []
    const own = await startTestEmulator({ log: (line) => printed.push(line) })
    const call = async () => (await own.invoke('script', { body: ids }, { openid: 'x' })).result as string
    const [first, second] = [await call(), await call()]
    const logged = own.invocations()
    expect(logged.map(({ requestId }) => requestId)).toEqual([first, second])
    expect(first).not.toBe(second)
    expect(printed).toEqual([`[script ${first}] hello`, `[script ${second}] hello`])
    expect(logged.map(({ lines }) => lines)).toEqual([['hello'], ['hello']])
    await own.close()
  })

  it('is timed from the request to the answer, in milliseconds', async () => {
    await emulator.invoke('script', { body: ids }, { openid: 'x' })
    expect(last()?.ms).toBeGreaterThanOrEqual(39)
    expect(last()?.ms).toBeLessThan(20_000)
    expect(last()?.calls).toEqual([])
  })

  it('times each of its database calls', async () => {
    const body = `await db.collection('notes').count(); return 1`
    await emulator.invoke('script', { body }, { openid: 'x' })
    expect(last()?.calls).toEqual([
      {
        action: 'database.calculateDocument',
        collection: 'notes',
        ms: expect.any(Number) as number,
        examined: 0,
        found: 0,
        bytes: '{"data":{"total":0}}'.length,
      },
    ])
  })
})

describe('the clock', () => {
  interface Clock {
    now: number
    made: number
    text: string
    fixed: string
    isDate: boolean
    loadedAt: number
  }
  const read = async (own: Emulator) => (await own.invoke('clock', {}, {})).result as Clock
  const at = Date.parse('2026-09-30T23:59:00+08:00')

  it('is seen by functions from their first line, and after each move', async () => {
    const own = await startTestEmulator({ at })
    const first = await read(own)
    expect(first.loadedAt - at).toBeGreaterThanOrEqual(0)
    expect(first.now - at).toBeLessThan(60_000)
    expect(first.made - first.now).toBeLessThan(5000)
    expect(first).toMatchObject({ isDate: true, fixed: '2026-01-01T00:00:00.000Z' })
    expect(first.text).toContain('Sep 30 2026')
    own.clock.advance(86_400_000)
    expect((await read(own)).now - first.now).toBeGreaterThanOrEqual(86_400_000)
    own.clock.set(0)
    expect((await read(own)).now).toBeLessThan(60_000)
    await own.close()
  })

  it('goes on from its last time when the data folder is opened again, and starts at real time in a new one', async () => {
    const dataDir = newDataDir()
    const first = await startTestEmulator({ at, dataDir })
    await first.close()
    const second = await startTestEmulator({ dataDir })
    expect(second.clock.now() - at).toBeGreaterThanOrEqual(0)
    expect(second.clock.now() - at).toBeLessThan(60_000)
    await second.close()
    expect(Math.abs(emulator.clock.now() - Date.now())).toBeLessThan(60_000)
  })
})
