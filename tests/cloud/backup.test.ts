import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { declarations } from '@cloud/lib/store/collections/collections'
import { auditTable } from '@domain/access/auditTable'
import { type Action, actions } from '@domain/contract/actions'
import { newKey, readKey } from '../../scripts/backup/key'
import { askLocal, localPlace } from '../../scripts/backup/openPlace'
import type { Place } from '../../scripts/backup/Place'
import { restoreBackup } from '../../scripts/backup/restoreBackup'
import { takeBackup } from '../../scripts/backup/takeBackup'
import { Environment } from '../../scripts/deploy/Environment'
import { type Ask, RequestError } from '../../scripts/deploy/Management'
import { eachThird, isLongRun } from '../../emulator/testing/longRun'
import type { Emulator } from '../../emulator/types'
import { actors } from './matrix/actors'
import { samples } from './matrix/samples'
import { startMatrixWorld } from './matrix/world'
import { textInFile } from './textInFile'
import { World } from './world'

const home = fs.mkdtempSync(path.join(os.tmpdir(), 'backups-'))
const keyFile = path.join(home, 'county.key')
const folder = path.join(home, 'whole')
const quiet = () => undefined
const empty = () => World.start({ people: { duties: [] } })
const placeOf = ({ emulator }: World): Place =>
  localPlace(emulator.url, { county: '甲县', envId: 'demo-tests' })

let county: World
/** As it was when the backup was made. */
let was: Record<string, string[]>
let key: { recipient: string; identity: string }

const restored = (place: Place, more: { from?: string; identity?: string; replace?: boolean } = {}) =>
  restoreBackup({
    place,
    folder: more.from ?? folder,
    identity: more.identity ?? key.identity,
    replace: more.replace ?? false,
    log: quiet,
  })
const backedUp = (place: Place, to: string) =>
  takeBackup({ place, folder: to, recipient: key.recipient, now: Date.now, log: quiet })

const everything = (emulator: Emulator) =>
  Object.fromEntries(
    declarations.map(({ name }) => [
      name,
      emulator.database
        .find(name)
        .map((row) => JSON.stringify(row))
        .sort(),
    ]),
  )

/** A place whose requests are written down, and which may fail at one of them, before it is carried out or after. */
function watched(world: World, fails: (number: number) => 'before' | 'after' | undefined = () => undefined) {
  const requests: string[] = []
  const ask: Ask = async (service, action, params) => {
    const [{ CommandType = '' } = {}] = (params.MgoCommands ?? []) as { CommandType?: string }[]
    const when = fails(requests.push(`${action} ${CommandType}`))
    const cut = new RequestError(action, 'ECONNRESET', 'socket hang up')
    if (when === 'before') throw cut
    const answer = await askLocal(world.emulator.url)(service, action, params)
    if (when === 'after') throw cut
    return answer
  }
  const never = { createTrigger: async () => undefined, upload: async () => undefined }
  const environment = new Environment('demo-tests', ask, never, async () => undefined)
  return { requests, place: { ...placeOf(world), environment } }
}

beforeAll(async () => {
  county = await startMatrixWorld()
  await newKey(keyFile)
  const { recipient, identity = '' } = await readKey(keyFile)
  key = { recipient, identity }
  was = everything(county.emulator)
  await backedUp(placeOf(county), folder)
})
afterAll(async () => {
  await county.stop()
  fs.rmSync(home, { recursive: true })
})

const looks = (Object.keys(actions) as Action[]).filter((action) => auditTable[action] === 'look')
/** One of each right, and somebody who holds none. */
const askers = [
  ...new Map(
    actors.filter(({ holds }) => holds?.inForce !== false).map((one) => [one.holds?.role ?? one.state, one]),
  ).values(),
]

/** Five seconds from one question to the next, none near the end of a minute: however long an answer takes, both counties say the same minutes. */
const after = (at: number): number => (at % 60_000 < 45_000 ? at + 5000 : at - (at % 60_000) + 60_000)

/** Every page, from an instant (ms) on. */
async function pagesOf(world: World, at: number): Promise<Record<string, unknown>> {
  const pages: Record<string, unknown> = {}
  let now = at
  // Every row is equal (above), and so is what is made of them: in `npm test` each third page says so.
  for (const action of looks.filter(eachThird))
    for (const [i, sample] of [samples[action]].flat().entries())
      for (const { openId, name } of askers) {
        now = after(now)
        world.emulator.clock.set(now)
        pages[`${action} ${i} as ${name}`] = await world.call(openId, action, sample.request())
      }
  return pages
}

/** Of a file: to the second. */
const madeAt = /\d{4}-\d{2}-\d{2}T[\d:]+Z/g
/** What is drawn by lot, and the clock. */
const lots = /"(at|now|ticket|codeKey|url)":("[^"]*"|\d+)/g

describe('a backup restored into an empty environment', () => {
  let other: World
  beforeAll(async () => {
    other = await empty()
    await restored(placeOf(other))
  })
  afterAll(() => other.stop())

  test('every collection is equal, row by row', () => {
    const is = everything(other.emulator)
    for (const { name } of declarations) expect([name, is[name]]).toEqual([name, was[name]])
    expect(Object.values(was).flat().length).toBeGreaterThan(200)
  })

  test('the same restore again finds everything as it is to be', async () => {
    const again = await empty()
    await restored(placeOf(again))
    const { requests, place } = watched(again)
    await restored(place)
    expect(requests.filter((command) => /INSERT|DELETE/.test(command))).toEqual([])
    await again.stop()
  })
})

describe('cut short anywhere and run again', () => {
  test('a backup is as whole as one that was not cut', async () => {
    const to = path.join(home, 'cut')
    for (const at of [2, 4, 6, 8])
      await expect(
        backedUp(watched(county, (number) => (number === at ? 'before' : undefined)).place, to),
      ).rejects.toThrow(/hang up/)
    const cuts = fs.readdirSync(to)
    expect(cuts).toContain('unfinished.json')
    await expect(restored(placeOf(county), { from: to })).rejects.toThrow(/不是完整的备份/)
    const { collections } = await backedUp(placeOf(county), to)
    const other = await empty()
    const whole = await restored(placeOf(other))
    expect(collections).toEqual(whole.collections)
    expect(fs.readdirSync(to).sort()).toEqual(fs.readdirSync(folder).sort())
    await other.stop()
  })

  test('a restore ends as one that was not cut', async () => {
    const other = await empty()
    let cuts = 0
    for (let at = 25; ; at += 3) {
      const when = at % 2 === 0 ? 'before' : 'after'
      const { place, requests } = watched(other, (number) => (number === at ? when : undefined))
      const end = await restored(place).catch((error: unknown) => error)
      if (!(end instanceof Error)) break
      expect(end.message).toMatch(/hang up/)
      expect(requests).toHaveLength(at)
      cuts += 1
    }
    expect(cuts).toBeGreaterThan(10)
    expect(everything(other.emulator)).toEqual(was)
    await other.stop()
  })
})

describe('refused in a sentence, and nothing is written', () => {
  let other: World
  beforeAll(async () => {
    other = await empty()
  })
  afterAll(() => other.stop())
  const unchanged = () => expect(Object.values(everything(other.emulator)).flat()).toEqual([])

  test('another key', async () => {
    const wrong = path.join(home, 'wrong.key')
    await newKey(wrong)
    const { identity = '' } = await readKey(wrong)
    await expect(restored(placeOf(other), { identity })).rejects.toThrow(/这把钥匙打不开这份备份/)
    unchanged()
  })

  test.each([
    ['cut', (bytes: Buffer) => bytes.subarray(0, bytes.length - 20)],
    ['cut after its head', (bytes: Buffer) => bytes.subarray(0, 210)],
    ['changed in one bit', (bytes: Buffer) => Buffer.from(bytes).fill((bytes[300] ?? 0) ^ 1, 300, 301)],
  ])('a file that is %s', async (how, spoil) => {
    const from = path.join(home, how)
    fs.cpSync(folder, from, { recursive: true })
    const file = path.join(from, 'members.jsonl.gz.age')
    fs.writeFileSync(file, spoil(fs.readFileSync(file)))
    await expect(restored(placeOf(other), { from })).rejects.toThrow(/members\S+ 不完整或被改动过/)
    unchanged()
  })

  test('a file that is missing, or stands under another’s name', async () => {
    const from = path.join(home, 'mixed')
    fs.cpSync(folder, from, { recursive: true })
    fs.copyFileSync(path.join(from, 'facts.jsonl.gz.age'), path.join(from, 'audit.jsonl.gz.age'))
    await expect(restored(placeOf(other), { from })).rejects.toThrow(/与清单不符/)
    fs.rmSync(path.join(from, 'audit.jsonl.gz.age'))
    await expect(restored(placeOf(other), { from })).rejects.toThrow(/缺少文件 audit/)
    unchanged()
  })

  test('the backup of another county', async () => {
    const place = { ...placeOf(other), county: '乙县' }
    await expect(restored(place)).rejects.toThrow('这是“甲县”的备份，不是“乙县”的')
    unchanged()
  })

  test('an environment that holds other rows, unless they may go', async () => {
    const held = await World.start()
    const before = everything(held.emulator)
    await expect(restored(placeOf(held))).rejects.toThrow(/已有别的数据（.*members \d+ 行.*--replace/)
    expect(everything(held.emulator)).toEqual(before)
    await restored(placeOf(held), { replace: true })
    expect(everything(held.emulator)).toEqual(was)
    await held.stop()
  })

  test('a key file that can only encrypt, and one that git would take along', async () => {
    const half = path.join(home, 'half.key')
    fs.writeFileSync(half, `${key.recipient}\n`)
    expect(await readKey(half)).toEqual({ recipient: key.recipient })
    await expect(newKey('docs/county.key')).rejects.toThrow(/会被一起提交/)
    await expect(newKey(keyFile)).rejects.toThrow(/已经在了/)
  })
})

test('what an environment holds by itself an hour after it was set up is no reason to refuse', async () => {
  const other = await empty()
  const at = county.now()
  other.emulator.database.insertMany('settings', [
    {
      _id: 'ran_rollup',
      kind: 'ran',
      job: 'rollup',
      at,
      ms: 9,
      ok: true,
      source: '',
      updatedAt: new Date(at),
    },
  ])
  other.emulator.database.insertMany('invitations', [
    { _id: 'first', first: true, state: 'open', tokenHash: 'x' },
  ])
  await restored(placeOf(other))
  expect(everything(other.emulator)).toEqual(was)
  await other.stop()
})

test('in plain nothing of a person stands in the folder', () => {
  const names = county.emulator.database.find('members').map(({ name }) => String(name))
  const files = fs.readdirSync(folder)
  expect(files).toContain('manifest.json.age')
  const text = files.map((file) => fs.readFileSync(path.join(folder, file)).toString('utf8')).join()
  for (const name of [...names, '甲县', 'openid']) expect(text).not.toContain(name)
})

// Last: whoever looks leaves that they looked.
test('every page of the restored county is equal, for every role', async () => {
  const other = await empty()
  await restored(placeOf(other))
  const at = county.emulator.clock.now()
  const [is, then] = [await pagesOf(other, at), await pagesOf(county, at)]
  const text = (answer: unknown) =>
    JSON.stringify(answer)
      .replace(/"content":"([^"]+)"/g, (_, content: string) => textInFile(content).replace(madeAt, ''))
      .replace(lots, '')
  for (const [page, answer] of Object.entries(then))
    expect([page, text(is[page])]).toEqual([page, text(answer)])
  const answered = Object.values(then).filter((one) => (one as { ok: boolean }).ok)
  expect(answered.length).toBeGreaterThan(isLongRun() ? 150 : 50)
  await other.stop()
})
