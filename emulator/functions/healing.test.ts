import fs from 'node:fs'
import path from 'node:path'
import { eventually } from '../testing/eventually'
import { newDataDir, startTestEmulator } from '../testing/startTestEmulator'
import { writeFunctions } from '../testing/writeFunctions'
import type { Emulator } from '../types'
import { FunctionPool } from './FunctionPool'

const functionsDir = writeFunctions(
  {
    // Ends in each way a process can, or answers.
    mortal: `
      const ways = {
        memory: () => { const kept = []; for (;;) kept.push(new Array(1e5).fill({}).map((_, i) => ({ i }))) },
        stack: () => ways.stack() + 1,
        exit: () => process.exit(0),
        abort: () => process.abort(),
        kill: () => process.kill(process.pid, 'SIGTERM'),
        rejection: () => { Promise.reject(new Error('nobody waits')); return new Promise(() => {}) },
        exception: () => { setImmediate(() => { throw new Error('nobody catches') }); return new Promise(() => {}) },
        disconnect: () => { process.disconnect(); return new Promise(() => {}) },
        number: () => { throw 42 },
        bare: () => { throw Object.create(null) },
        symbol: () => { throw Symbol('x') },
        hostile: () => { throw Object.defineProperty(new Error(), 'message', { get() { throw new Error('no') } }) },
        cycle: () => { const a = {}; a.a = a; return a },
        bigint: () => 1n,
      }
      exports.main = async ({ way }) => (way ? ways[way]() : { pid: process.pid })`,
    looping: 'exports.main = () => { for (;;); }',
    wordless:
      'exports.main = ({ what }) => ({ function: () => 1, symbol: Symbol("x"), nothing: undefined })[what]',
    leaving: 'process.exit(7)',
    endless: 'for (;;);',
    brief: `exports.main = async ({ leave }) => {
      if (leave) setTimeout(() => process.exit(9), 20)
      return process.pid
    }`,
    talking: `exports.main = async ({ n }) => {
      for (let i = 0; i < 40; i++) (i % 2 ? console.log : console.error)('line ' + n + ' '.repeat(6000))
      process.stdout.write('文 ' + n)
      return n
    }`,
  },
  20,
)
fs.writeFileSync(path.join(functionsDir, 'looping', 'config.json'), '{"timeout":0.05}')

let emulator: Emulator

/** Nothing here asks the gateway. */
const ask = () => Promise.reject(new Error('there is no gateway'))

beforeAll(async () => {
  emulator = await startTestEmulator({ functionsDir })
})

function isGone(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return false
  } catch {
    return true
  }
}

const mortal = async (way?: string) => (await emulator.invoke('mortal', { way }, {})).result

/** A process of a function without the rest of the cloud. */
async function runAlone(name: string, event: object, timeLimit: number, loadLimit?: number) {
  const lines: string[] = []
  const pool = new FunctionPool({
    folder: path.join(functionsDir, name),
    environment: () => ({ PATH: process.env.PATH ?? '' }),
    onLine: (line) => lines.push(line),
    ask,
    loadLimit,
  })
  const lease = await pool.acquire(0)
  const answer = await lease.process.run(
    { event: JSON.stringify(event), identity: {}, environment: {}, context: {}, clockOffset: 0 },
    timeLimit,
  )
  await pool.close()
  return { answer, lines }
}

describe('a pool heals', () => {
  it('from a function that never comes back', async () => {
    for (let calls = 0; calls < 2; calls += 1)
      await expect(emulator.invoke('looping', {}, {})).rejects.toMatchObject({ errCode: -504003 })
  })

  it.each(['exit', 'abort', 'kill', 'rejection', 'exception', 'disconnect'])(
    'from a process that ends (%s), and the next call is answered',
    async (way) => {
      await expect(mortal(way)).rejects.toHaveProperty('errCode')
      await expect(mortal()).resolves.toHaveProperty('pid')
    },
  )

  it.each(['stack', 'number', 'bare', 'symbol', 'cycle', 'bigint', 'hostile'])(
    'from whatever is thrown or cannot be told (%s)',
    async (way) => {
      await expect(mortal(way)).rejects.toMatchObject({ errCode: -504002 })
      await expect(mortal()).resolves.toHaveProperty('pid')
    },
  )

  it('keeps the words a dying process leaves in the log of its invocation', async () => {
    await expect(mortal('exception')).rejects.toHaveProperty('errCode')
    expect(emulator.invocations().slice(-1)[0]?.lines.join('\n')).toContain('nobody catches')
  })

  it('from 40 deaths among 80 calls: the others are answered', async () => {
    const calls = Array.from({ length: 80 }, (_, i) => mortal(i % 2 ? 'exit' : undefined))
    const answers = await Promise.allSettled(calls)
    expect(answers.map(({ status }) => status)).toEqual(
      Array.from({ length: 80 }, (_, i) => (i % 2 ? 'rejected' : 'fulfilled')),
    )
  })

  it('from processes that end while nobody uses them', async () => {
    const first = (await emulator.invoke('brief', { leave: true }, {})).result
    await eventually(() => isGone(first as number))
    const second = (await emulator.invoke('brief', {}, {})).result
    expect(second).not.toBe(first)
  })

  it('from a bundle that ends its process while loading, for everyone who waits', async () => {
    const answers = await Promise.allSettled([1, 2, 3].map(() => emulator.invoke('leaving', {}, {})))
    for (const answer of answers)
      expect(answer).toMatchObject({
        reason: { errCode: -504002, errMsg: expect.stringContaining('ended (7)') as string },
      })
  })

  it.each([
    ['null', undefined],
    ['{"timeout":"x"}', undefined],
    ['{', 'config.json'],
  ])('from a config.json of %s', async (config, refusal) => {
    fs.writeFileSync(path.join(functionsDir, 'wordless', 'config.json'), config)
    const call = emulator.invoke('wordless', { what: 'nothing' }, {})
    if (refusal === undefined) await expect(call).resolves.toEqual({ result: null })
    else
      await expect(call).rejects.toMatchObject({
        errCode: -504002,
        errMsg: expect.stringContaining(refusal) as string,
      })
    fs.writeFileSync(path.join(functionsDir, 'wordless', 'config.json'), '{}')
  })

  it('from a bundle that never finishes loading', async () => {
    const { answer } = await runAlone('endless', {}, 1000, 300)
    expect(answer).toEqual({ kind: 'exited', message: 'the function did not load within 0.3 seconds' })
  })

  it('from a function that takes more than 256 MB', async () => {
    const { answer, lines } = await runAlone('mortal', { way: 'memory' }, 60_000)
    expect(answer).toMatchObject({ kind: 'exited' })
    expect(lines.join('\n')).toContain('out of memory')
  })
})

it.each([
  [undefined, 3000],
  [0.5, 500],
  [60, 60_000],
  [61, 60_000],
  [0, 3000],
  ['9', 3000],
])('gives an invocation, by a timeout of %j in config.json, %d ms', (timeout, limit) => {
  const folder = newDataDir()
  fs.writeFileSync(path.join(folder, 'config.json'), JSON.stringify({ timeout }))
  expect(
    new FunctionPool({ folder, environment: () => ({}), onLine: () => undefined, ask }).timeLimit(),
  ).toBe(limit)
})

it.each(['function', 'symbol', 'nothing'])('answers null for what has no JSON text (%s)', async (what) => {
  const response = await fetch(`${emulator.url}/client/callFunction`, {
    method: 'POST',
    body: JSON.stringify({ name: 'wordless', data: { what } }),
  })
  await expect(response.json()).resolves.toMatchObject({ result: null })
})

it('gives every line to the invocation that printed it, however fast they follow each other', async () => {
  const numbers = Array.from({ length: 60 }, (_, n) => n)
  await Promise.all(numbers.map((n) => emulator.invoke('talking', { n }, {})))
  const talks = emulator.invocations().filter(({ name }) => name === 'talking')
  const all = talks.map(({ lines }) => new Set(lines.map((line) => line.replace(/\D/g, ''))))
  expect(talks.map(({ lines }) => lines.length)).toEqual(numbers.map(() => 41))
  expect(all.every((said) => said.size === 1)).toBe(true)
  expect(talks[0]?.lines.filter((line) => /^文 \d+$/.test(line))).toHaveLength(1)
})

describe('a bundle that changes', () => {
  /** Answers with its version; says that it began and waits, when given the names of files for it. */
  const text = (version: number) => `const fs = require('node:fs')
    exports.main = async ({ began, until }) => {
      if (began) fs.writeFileSync(began, '')
      while (until && !fs.existsSync(until)) await new Promise((resolve) => setTimeout(resolve, 20))
      return ${version}
    }`
  const file = path.join(functionsDir, 'changing', 'index.js')
  const call = async (data: object = {}) => (await emulator.invoke('changing', data, {})).result

  beforeAll(() => {
    fs.mkdirSync(path.dirname(file))
    fs.writeFileSync(file, text(1))
    fs.writeFileSync(path.join(path.dirname(file), 'config.json'), '{"timeout":20}')
  })

  it('runs anew from the next invocation on; those under way end as they began', async () => {
    await call()
    const marks = newDataDir()
    const [one, other, until] = ['one', 'other', 'until'].map((name) => path.join(marks, name)) as [
      string,
      string,
      string,
    ]
    const underWay = [call({ began: one, until }), call({ began: other, until })]
    await eventually(() => fs.existsSync(one) && fs.existsSync(other))
    fs.writeFileSync(file, text(2))
    const next = await call()
    fs.writeFileSync(until, '')
    expect([await Promise.all(underWay), next, await call()]).toEqual([[1, 1], 2, 2])
  })

  it('counts as changed even within the same instant and with the same length', async () => {
    const instant = new Date()
    fs.utimesSync(file, instant, instant)
    await call()
    fs.writeFileSync(`${file}.new`, text(3))
    fs.utimesSync(`${file}.new`, instant, instant)
    fs.renameSync(`${file}.new`, file)
    await expect(call()).resolves.toBe(3)
  })

  it('is unknown while it is away, and back when it is', async () => {
    fs.rmSync(file)
    await expect(call()).rejects.toMatchObject({ errCode: -501000 })
    fs.writeFileSync(file, text(4))
    await expect(call()).resolves.toBe(4)
  })
})
