import fs from 'node:fs'
import path from 'node:path'
import { eventually } from '../testing/eventually'
import { times } from '../testing/longRun'
import { seeded } from '../testing/random'
import { SpawnedEmulator } from '../testing/spawnEmulator'
import { newDataDir } from '../testing/startTestEmulator'
import { ACCOUNTS, bodyOf, Writer } from '../testing/Writer'
import type { Document } from '../types'
import { Database } from './Database'
import { decode } from './ejson'
import { insertMany } from './insertMany'
import { Journal } from './Journal'

const ROUNDS = times(3, 20)
const WRITERS = 6
const START = 1000

jest.setTimeout(300_000 + ROUNDS * 20_000)

const collections = [
  { name: 'facts' },
  { name: 'counters' },
  { name: 'accounts' },
  { name: 'codes', indexes: [{ name: 'one', keys: ['code'], unique: true }] },
]

const random = seeded(9)
let dataDir: string
let declarations: string
let emulator: SpawnedEmulator | undefined

beforeAll(() => {
  dataDir = newDataDir()
  declarations = path.join(dataDir, 'collections.json')
  fs.writeFileSync(declarations, JSON.stringify(collections))
  const journal = new Journal(dataDir)
  const database = new Database({ journal, collections, now: () => 1000 })
  const accounts = Array.from({ length: ACCOUNTS }, (_, n) => ({ _id: `a${n}`, n: START }))
  insertMany(database, 'accounts', accounts)
  journal.close()
})

afterEach(() => emulator?.kill())

const start = () => SpawnedEmulator.start(dataDir, ['--collections', declarations])

/** As many as an answer has room for, however much was written on a slow machine. */
const PAGE = 100

async function all(from: SpawnedEmulator, collectionName: string): Promise<Document[]> {
  const found: Document[] = []
  for (;;) {
    const page = { collectionName, query: '{}', order: '{"_id":1}', limit: PAGE, offset: found.length }
    const answer = await from.ask('database.getDocument', page)
    if (answer.data === undefined) throw new Error(JSON.stringify(answer))
    const { list } = answer.data as { list: string[] }
    found.push(...list.map((text) => decode(text, 0) as Document))
    if (list.length < PAGE) return found
  }
}

async function checkFacts(from: SpawnedEmulator, writers: readonly Writer[]): Promise<void> {
  const facts = await all(from, 'facts')
  const present = new Set(facts.map(({ _id }) => String(_id)))
  for (const writer of writers) {
    expect([...writer.inserted].filter((id) => !present.has(id))).toEqual([])
    expect([...writer.removed].filter((id) => present.has(id))).toEqual([])
  }
  for (const { _id, ...rest } of facts)
    expect(rest).toEqual({ body: bodyOf(String(_id)), parts: [_id, _id], last: _id })
}

async function checkCounters(from: SpawnedEmulator, writers: readonly Writer[]): Promise<void> {
  const counters = new Map((await all(from, 'counters')).map((doc) => [doc._id, doc]))
  for (const writer of writers) {
    const { n = 0, same = 0 } = counters.get(writer.name) ?? {}
    // The one without an answer may or may not have been done.
    const allowed = writer.isIncreasing ? [writer.increased, writer.increased + 1] : [writer.increased]
    expect(allowed).toContain(n)
    expect(same).toBe(n)
  }
}

async function checkCodes(from: SpawnedEmulator, writers: readonly Writer[]): Promise<void> {
  const codes = await all(from, 'codes')
  const holders = new Map(codes.map(({ _id, code }) => [code, _id]))
  expect(holders.size).toBe(codes.length)
  for (const writer of writers) for (const [code, id] of writer.codes) expect(holders.get(code)).toBe(id)
  const [taken] = codes
  if (taken === undefined) return
  const again = { collectionName: 'codes', data: [JSON.stringify({ code: taken.code })] }
  expect(String((await from.ask('database.insertDocument', again)).message)).toContain('E11000')
}

async function checkAccounts(from: SpawnedEmulator): Promise<void> {
  const amounts = (await all(from, 'accounts')).map(({ n }) => Number(n))
  expect(amounts.reduce((sum, n) => sum + n, 0)).toBe(ACCOUNTS * START)
}

it(`loses no acknowledged write in ${ROUNDS} kills while ${WRITERS} write`, async () => {
  const everyone: Writer[] = []
  for (let round = 0; round < ROUNDS; round += 1) {
    const victim = await start()
    emulator = victim
    const writers = Array.from({ length: WRITERS }, (_, n) => new Writer(`r${round}w${n}`))
    everyone.push(...writers)
    const writing = writers.map((writer) => writer.run(victim))
    await new Promise((resolve) => setTimeout(resolve, 150 + random() * 600))
    // On a busy machine nothing may have been acknowledged by then.
    await eventually(() => writers.reduce((sum, { answers }) => sum + answers, 0) > WRITERS, 120)
    // Every third dies while it closes: the file and its copy are being renewed then.
    await (round % 3 === 2 ? victim.stopAndKill(random() * 60) : victim.kill())
    await Promise.all(writing)
    emulator = await start()
    await checkFacts(emulator, everyone)
    await checkCounters(emulator, everyone)
    await checkCodes(emulator, everyone)
    await checkAccounts(emulator)
    await (round % 2 === 0 ? emulator.stop() : emulator.kill())
  }
})
