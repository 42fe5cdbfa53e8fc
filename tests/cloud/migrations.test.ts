import type { ResponseOf } from '@domain/contract/actions'
import type { MigrationPass } from '@domain/contract/operator'
import fs from 'node:fs'
import { gunzipSync } from 'node:zlib'
import type { OperatorAnswer } from '@cloud/lib/operator/operator'
import { latestMigration, migrations } from '@cloud/lib/store/migrations/migrations'
import { contractVersion } from '@domain/contract/answer'
import { consentVersion } from '@domain/contract/privacy'
import { demoMoment } from '../../scripts/seed/demoMoment'
import { World } from './world'

// Counties as they were stored by a release, and what its functions said of them (npm run snapshot): rowsN before the migration after the Nth.
const releases = [
  { folder: 'tests/snapshots/rows0', lacks: { ticks: 510, rollups: 15, members: 59, visits: 563 } },
  { folder: 'tests/snapshots/rows1', lacks: { ticks: 0, rollups: 0, members: 59, visits: 563 } },
  { folder: 'tests/snapshots/rows2', lacks: { ticks: 0, rollups: 0, members: 0, visits: 563 } },
]
type Row = Record<string, unknown> & { _id: string }
interface Page {
  openid: string
  action: string
  data: object
  answer: { ok: boolean; data: unknown }
}
const dated = (_key: string, value: unknown): unknown =>
  typeof value === 'object' && value !== null && '$date' in value ? new Date(Number(value.$date)) : value
const stored = (folder: string) =>
  gunzipSync(fs.readFileSync(`${folder}/rows.jsonl.gz`))
    .toString()
    .split('\n')
    .map((line) => JSON.parse(line, dated) as { collection: string; row: Row })
const pagesOf = (folder: string) => JSON.parse(fs.readFileSync(`${folder}/pages.json`, 'utf8')) as Page[]

const rowsByCollection = (folder: string) => {
  const rows: Record<string, Row[]> = {}
  for (const { collection, row } of stored(folder)) (rows[collection] ??= []).push(row)
  return rows
}

async function theCounty(folder: string): Promise<World> {
  const world = await World.start({ people: rowsByCollection(folder) })
  world.emulator.clock.set(demoMoment)
  return world
}

/**
 * What a page says otherwise since, on purpose: the matrix of a month that is over tells no day after it as the last one; what members attend
 * has a name of its own beside what branches hold; the county's year has besides its own numbers those of its months and quarters; the cells of a
 * row, which stand under their columns in any order, come as the gaps are told; the numbers were made anew since.
 */
function asSaidToday({ action, data, answer }: Page): object {
  const { periodKey = '' } = data as { periodKey?: string }
  const isLater = (on: unknown) => periodKey.length === '2026-08'.length && String(on) > `${periodKey}-31`
  const said = JSON.parse(JSON.stringify(answer.data), (key, value: unknown) => {
    if (key === 'lastOn' && isLater(value)) return undefined
    if (key === 'rolledUpAt') return expect.any(Number) as unknown
    if (action === 'progress.branch' && key === 'cells') return expect.arrayContaining(value as Row[])
    const { dutyId, label } = Object(value) as Row
    return action !== 'progress.home' && dutyId === 'member_study' && label === '集中学习'
      ? { ...(value as Row), label: '参加集中学习' }
      : value
  }) as object
  if (action !== 'committee.overview' || periodKey !== '2026') return said
  const own = (said as ResponseOf<'committee.overview'>).county.map((tally): unknown =>
    expect.objectContaining(tally),
  )
  return { ...said, county: expect.arrayContaining(own) as unknown }
}
const ask = async (world: World, event: object): Promise<OperatorAnswer> =>
  (await world.emulator.invoke('operator', event, {})).result as OperatorAnswer
const migrated = async (world: World, pass: MigrationPass) => {
  const answer = await ask(world, { ask: 'migrate', pass })
  if (!answer.ok || !answer.migrated) throw new Error(JSON.stringify(answer))
  return answer.migrated
}
const numberKept = async (world: World) => {
  const answer = await ask(world, { ask: 'health' })
  return answer.ok ? answer.health?.migrated : undefined
}
const shown = async (world: World, { openid, action, data }: Page) =>
  (await world.emulator.invoke('api', { action, contractVersion, data }, { openid })).result as Page['answer']

const lacking = ({ emulator: { database } }: World) => {
  const without = (field: string) => (row: Record<string, unknown>) => !(field in row)
  return {
    ticks: database.find('facts', { kind: 'tick' }).filter(without('periodKey')).length,
    rollups: database.find('rollups').filter(without('periodKey')).length,
    members: database.find('members').filter(without('communities')).length,
    visits: database.find('facts', { kind: 'visit' }).filter(without('confirmed')).length,
  }
}

test('migrations are numbered from 1 without a gap', () => {
  expect(migrations.map(({ number }) => number)).toEqual(migrations.map((_, at) => at + 1))
})

describe.each(releases)('a county stored by the release before: $folder', ({ folder, lacks }) => {
  let world: World
  beforeAll(async () => {
    world = await theCounty(folder)
  })
  afterAll(() => world.stop())

  test('lacks what today’s functions read', () => {
    expect(lacking(world)).toEqual(lacks)
  })

  test('is brought over while functions of before still write, and only after them the number is kept', async () => {
    const updatedAt = () =>
      world.emulator.database.find('facts', { kind: 'tick' }).map((row) => row.updatedAt)
    const before = updatedAt()
    const changed = lacks.ticks + lacks.rollups + lacks.members + lacks.visits
    expect(await migrated(world, 'before')).toEqual({ done: 0, left: false, changed })
    expect(lacking(world)).toEqual({ ticks: 0, rollups: 0, members: 0, visits: 0 })
    // Nothing that is counted has changed: no roll-up looks at it anew.
    expect(updatedAt()).toEqual(before)
    expect(await numberKept(world)).toBe(0)
    const { periodKey: _, ...late } = world.emulator.database.find('facts', { kind: 'tick' })[0] ?? {}
    world.emulator.database.insertMany('facts', [{ ...late, _id: 'dues_late_2026-08' }])
    expect(await migrated(world, 'after')).toEqual({ done: latestMigration, left: false, changed: 1 })
    expect(world.emulator.database.find('facts', { _id: 'dues_late_2026-08' })[0]).toMatchObject({
      periodKey: '2026-08',
    })
    expect(await numberKept(world)).toBe(latestMigration)
    expect(await migrated(world, 'after')).toEqual({ done: latestMigration, left: false, changed: 0 })
  })

  test('asks everybody anew where the privacy text has changed since, and only that', async () => {
    const agreed = new Map(
      world.emulator.database.find('consents').map(({ _id, version }) => [_id, Number(version)]),
    )
    const people = new Map(pagesOf(folder).map((page) => [page.openid, page]))
    expect(people.size).toBeGreaterThan(2)
    for (const [openid, page] of people) {
      const isOlder = (agreed.get(openid) ?? 0) < consentVersion
      expect(await shown(world, page)).toMatchObject(
        isOlder ? { ok: false, reason: 'consent_needed' } : { ok: true },
      )
      const data = { version: consentVersion, agree: true }
      expect(await shown(world, { ...page, action: 'privacy.consent', data })).toMatchObject({ ok: true })
    }
  })

  test('makes all numbers anew with the next roll-up, which holds more than that of before', async () => {
    const { result } = await world.emulator.runTimer('rollup')
    expect(result).toMatchObject({ state: 'done', isFull: true })
  })

  test.each(
    pagesOf(folder).map(
      (page) => [`${page.action} ${JSON.stringify(page.data)} as ${page.openid}`, page] as const,
    ),
  )('says the same numbers as before: %s', async (_name, page) => {
    const answer = await shown(world, page)
    expect(answer).toMatchObject({ ok: true })
    expect(answer.data).toMatchObject(asSaidToday(page))
  })
})

test('a visit by the door’s code gets the door’s word, and one that waits for the village goes on waiting', async () => {
  const visit = (row: object) => ({ kind: 'visit', memberId: 'v1', householdId: 'h1', recordedAt: 7, ...row })
  const world = await World.start({
    people: {
      facts: [
        visit({ _id: 'scanned' }),
        visit({ _id: 'waits', confirmed: null }),
        visit({ _id: 'said', confirmed: { at: 9, by: 'village1' } }),
        { ...visit({ _id: 'meeting' }), kind: 'attendance' },
      ],
    },
  })
  expect(await migrated(world, 'after')).toEqual({ done: latestMigration, left: false, changed: 1 })
  const stored = world.emulator.database.find('facts').map(({ _id, confirmed }) => [_id, confirmed])
  expect(Object.fromEntries(stored)).toEqual({
    scanned: { at: 7, by: 'h1' },
    waits: null,
    said: { at: 9, by: 'village1' },
    meeting: undefined,
  })
  await world.stop()
})

test('an excuse and a page of an import get what stood in their keys; a key without a period is left alone', async () => {
  const fact = (row: object) => ({ memberId: 'm1', branchId: 'o1', occurredAt: 1, ...row })
  const world = await World.start({
    people: {
      facts: [
        fact({ _id: 'community_service_m1_2026-Q3_excuse', kind: 'excuse' }),
        fact({ _id: 'act1_m1', kind: 'attendance' }),
        fact({ _id: 'strange', kind: 'tick' }),
        // More than one page.
        ...Array.from({ length: 2_300 }, (_, i) =>
          fact({ _id: `dues_m${i}_2026-0${1 + (i % 9)}`, kind: 'tick' }),
        ),
      ],
      imports: [{ _id: 'i_1_12', kind: 'page', importId: 'i_1', rows: [] }],
      settings: [{ _id: 'rollup', run: 1 }],
    },
  })
  expect(await migrated(world, 'after')).toEqual({ done: latestMigration, left: false, changed: 2_303 })
  const { database } = world.emulator
  expect(database.find('facts').map(({ _id, periodKey }) => [_id, periodKey])).toEqual(
    expect.arrayContaining([
      ['community_service_m1_2026-Q3_excuse', '2026-Q3'],
      ['act1_m1', undefined],
      ['strange', undefined],
    ]),
  )
  expect(database.find('imports')[0]).toMatchObject({ page: 12 })
  expect(database.find('settings', { _id: 'rollup' })[0]).toMatchObject({ failed: [] })
  await world.stop()
})
