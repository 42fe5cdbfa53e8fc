import fs from 'node:fs'
import path from 'node:path'
import { times } from '../testing/longRun'
import { seeded } from '../testing/random'
import { newDataDir } from '../testing/startTestEmulator'
import { Database } from './Database'
import { insertMany } from './insertMany'
import { Journal } from './Journal'
import { find } from './readOperations'
import { insert, modify, remove } from './writeOperations'

const collections = [{ name: 'facts', indexes: [{ name: 'one', keys: ['code'], unique: true }] }]
const random = seeded(4)
const below = (end: number) => Math.floor(random() * end)

function open(dir: string): { journal: Journal; db: Database } {
  const journal = new Journal(dir)
  return { journal, db: new Database({ journal, collections, now: () => 1000 }) }
}

const stateOf = (db: Database) => JSON.stringify(find(db, 'facts', { query: {}, limit: 1000 }))

/** One request of some kind; a transfer between two documents is one that must not be seen half done. */
async function write(db: Database, n: number): Promise<void> {
  const some = { query: { code: below(n + 1) }, multi: false }
  const kind = below(5)
  if (kind === 0)
    insertMany(db, 'facts', [
      { _id: `x${n}`, code: -n },
      { _id: `y${n}`, code: -n - 0.5, text: 'y'.repeat(below(9000)) },
    ])
  else if (kind === 1) await remove(db, 'facts', some)
  else if (kind === 2)
    await modify(db, 'facts', { ...some, data: { $set: { at: n } }, merge: true, upsert: false })
  else if (kind === 3) {
    const id = db.begin()
    await insert(db, 'facts', [{ _id: `t${n}`, code: n + 0.25 }], id)
    await insert(db, 'facts', [{ _id: `u${n}`, code: n + 0.75 }], id)
    db.commitTransaction(id)
  } else await insert(db, 'facts', [{ _id: `d${n}`, code: n, text: 'd'.repeat(below(300)) }])
}

/** A folder as a killed process leaves it, and every state there was since the last seal, oldest first. */
async function killedFolder(): Promise<{ dir: string; states: string[] }> {
  const living = newDataDir()
  const first = open(living)
  for (let n = 1; n <= 40; n += 1) await write(first.db, n)
  first.journal.close()
  const { journal, db } = open(living)
  const states = [stateOf(db)]
  for (let n = 41; n <= 100; n += 1) {
    await write(db, n)
    states.push(stateOf(db))
  }
  const dir = newDataDir()
  for (const file of ['cloud.db', 'cloud.base', 'cloud.db-wal']) copy(living, dir, file)
  journal.close()
  return { dir, states }
}

function copy(from: string, to: string, file: string): void {
  fs.copyFileSync(path.join(from, file), path.join(to, file))
}

function copyOf(dir: string): string {
  const to = newDataDir()
  for (const file of fs.readdirSync(dir)) copy(dir, to, file)
  return to
}

/** Where the file is cut: anywhere, and at its ends more often than chance has it. */
function cut(dir: string, file: string): number {
  const { size } = fs.statSync(path.join(dir, file))
  const at = [0, size - 1, below(size), below(size), below(Math.min(size, 200))][below(5)] ?? 0
  fs.truncateSync(path.join(dir, file), at)
  return at / size
}

/** Opens, takes a write, closes, opens again: what it found first. */
async function use(dir: string): Promise<string> {
  const { journal, db } = open(dir)
  const found = stateOf(db)
  await insert(db, 'facts', [{ _id: 'after', code: 'after' }])
  const written = stateOf(db)
  journal.close()
  const again = open(dir)
  expect(stateOf(again.db)).toBe(written)
  again.journal.close()
  return found
}

const rounds = times(12, 150)
let killed: { dir: string; states: string[] }

beforeAll(async () => {
  killed = await killedFolder()
})

const newest = () => killed.states[killed.states.length - 1]

it('a folder of a killed process opens on its newest state', async () => {
  expect(await use(copyOf(killed.dir))).toBe(newest())
})

it('a cut log opens on a state there was, an older one the more is cut', async () => {
  const found: { kept: number; state: number }[] = []
  for (let round = 0; round < rounds; round += 1) {
    const dir = copyOf(killed.dir)
    const kept = cut(dir, 'cloud.db-wal')
    found.push({ kept, state: killed.states.lastIndexOf(await use(dir)) })
  }
  expect(found.map(({ state }) => state)).not.toContain(-1)
  const states = found.sort((a, b) => a.kept - b.kept).map(({ state }) => state)
  expect(states).toEqual([...states].sort((a, b) => a - b))
  expect(new Set(states).size).toBeGreaterThan(3)
})

it.each(['cloud.db', 'cloud.base'])('a cut %s costs nothing', async (file) => {
  for (let round = 0; round < rounds; round += 1) {
    const dir = copyOf(killed.dir)
    cut(dir, file)
    expect(await use(dir)).toBe(newest())
  }
})

it('a missing main file or copy costs nothing', async () => {
  for (const file of ['cloud.db', 'cloud.base']) {
    const dir = copyOf(killed.dir)
    fs.rmSync(path.join(dir, file))
    expect(await use(dir)).toBe(newest())
  }
})

it('main file and log cut together open on a state there was', async () => {
  for (let round = 0; round < rounds; round += 1) {
    const dir = copyOf(killed.dir)
    cut(dir, 'cloud.db')
    cut(dir, 'cloud.db-wal')
    expect(killed.states).toContain(await use(dir))
  }
})

it('a seal that was cut short is begun again from the copy', async () => {
  for (let round = 0; round < rounds; round += 1) {
    const dir = copyOf(killed.dir)
    fs.writeFileSync(path.join(dir, 'cloud.sealing'), '')
    // Half of it was overwritten when the process died.
    const main = path.join(dir, 'cloud.db')
    const bytes = fs.readFileSync(main)
    bytes.fill(7, Math.max(100, below(bytes.length)))
    fs.writeFileSync(main, bytes)
    expect(await use(dir)).toBe(newest())
  }
})

it('both copies cut is told, not guessed over', () => {
  const dir = copyOf(killed.dir)
  for (const file of ['cloud.db', 'cloud.base']) fs.truncateSync(path.join(dir, file), 5000)
  expect(() => new Journal(dir)).toThrow('damaged')
})

it('a folder that was closed loses nothing by a cut main file', async () => {
  const closed = newDataDir()
  const { journal, db } = open(closed)
  for (let n = 1; n <= 30; n += 1) await write(db, n)
  const state = stateOf(db)
  journal.close()
  const dir = newDataDir()
  for (const file of ['cloud.db', 'cloud.base']) copy(closed, dir, file)
  cut(dir, 'cloud.db')
  expect(await use(dir)).toBe(state)
})
