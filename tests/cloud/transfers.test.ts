import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { build } from 'esbuild'
import { startEmulator } from '../../emulator/index'
import { times } from '../../emulator/testing/longRun'
import { seeded } from '../../emulator/testing/random'
import type { Emulator } from '../../emulator/types'
import { unhurried } from '../unhurried'

const WRITERS = 16
const EACH = times(12, 60)
const ACCOUNTS = 6
const START = 1000
/** A function has at most 8 processes: two of them let 16 writers write at once. */
const names = ['transferLeft', 'transferRight']

// Inside the project, where the function finds its SDK.
const functionsDir = path.resolve('.local/test', `transfers-${process.pid}`)
const dataDir = fs.mkdtempSync(path.join(os.tmpdir(), 'transfers-'))
let emulator: Emulator

beforeAll(async () => {
  for (const name of names) {
    const folder = path.join(functionsDir, name)
    await build({
      entryPoints: [path.join(__dirname, 'fixtures/transfer.ts')],
      outfile: path.join(folder, 'index.js'),
      bundle: true,
      platform: 'node',
      format: 'cjs',
      external: ['wx-server-sdk'],
      tsconfig: 'tsconfig.json',
    })
    fs.writeFileSync(path.join(folder, 'package.json'), JSON.stringify({ name, main: 'index.js' }))
    fs.writeFileSync(path.join(folder, 'config.json'), JSON.stringify({ timeout: 20 }))
  }
  emulator = await startEmulator({
    port: 0,
    dataDir,
    functionsDir,
    envId: 'demo-transfers',
    collections: [{ name: 'accounts' }, { name: 'book' }],
    settings: unhurried,
  })
  const accounts = Array.from({ length: ACCOUNTS }, (_, n) => ({ _id: `a${n}`, n: START }))
  emulator.database.insertMany('accounts', accounts)
})

afterAll(async () => {
  await emulator.close()
  for (const dir of [functionsDir, dataDir]) fs.rmSync(dir, { recursive: true, force: true })
})

interface Answer {
  done: boolean
  tries: number
}

async function write(writer: number): Promise<{ id: string; answer: Answer }[]> {
  const random = seeded(writer)
  const below = (end: number) => Math.floor(random() * end)
  const answers: { id: string; answer: Answer }[] = []
  for (let n = 0; n < EACH; n += 1) {
    const from = below(ACCOUNTS)
    const to = (from + 1 + below(ACCOUNTS - 1)) % ACCOUNTS
    const event = { id: `w${writer}-${n}`, from: `a${from}`, to: `a${to}`, amount: 1 + below(50) }
    const { result } = await emulator.invoke(names[writer % 2] ?? '', event, { openid: `w${writer}` })
    answers.push({ id: event.id, answer: result as Answer })
  }
  return answers
}

const sumNow = () => emulator.database.find('accounts').reduce((sum, { n }) => sum + Number(n), 0)

it(`${WRITERS} writers transfer through the SDK, trying again as the application does: the sum never changes`, async () => {
  const sums = new Set<number>()
  const watch = setInterval(() => sums.add(sumNow()), 2)
  const answers = (await Promise.all(Array.from({ length: WRITERS }, (_, n) => write(n)))).flat()
  clearInterval(watch)
  sums.add(sumNow())
  expect([...sums]).toEqual([ACCOUNTS * START])

  const done = answers.filter(({ answer }) => answer.done).map(({ id }) => id)
  const book = emulator.database.find('book') as { _id: string; from: string; to: string; amount: number }[]
  expect(book.map(({ _id }) => _id).sort()).toEqual(done.sort())
  const balances = new Map<string, number>()
  for (const { from, to, amount } of book) {
    balances.set(from, (balances.get(from) ?? START) - amount)
    balances.set(to, (balances.get(to) ?? START) + amount)
  }
  for (const { _id, n } of emulator.database.find('accounts')) expect(balances.get(String(_id))).toBe(n)

  // They did meet, and trying again did help.
  const again = answers.filter(({ answer }) => answer.tries > 1)
  expect(again.length).toBeGreaterThan(0)
  expect(again.some(({ answer }) => answer.done)).toBe(true)
})
