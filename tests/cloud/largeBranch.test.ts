import type { NightlyReport } from '@cloud/lib/nightly/nightly'
import type { RollupReport } from '@cloud/lib/rollup/rollup'
import { at } from '@domain/testing/at'
import type { Action, ResponseOf } from '@domain/contract/actions'
import { contractVersion } from '@domain/contract/answer'
import { times } from '../../emulator/testing/longRun'
import { BRANCH, flood, history, largeSecretary, people, today } from './largeBranch'
import { openIdOf } from './people'
import { remindAt } from './reminders'
import { secretary, World } from './world'

// Short: one year and some hundred; `npm run test:full`: seven years, 20,000 deeds and 2,000 drafts.
const SINCE = times(2026, 2020)
const DEEDS = times(600, 20_000)
const DRAFTS = times(100, 2000)
/** Bytes: of an answer to a phone, and of one of the database or a function. */
const TO_A_PHONE = 100_000
const AT_ALL = 900_000

type Rows = Record<string, unknown>[]

let world: World
beforeAll(async () => {
  world = await World.start({ people })
  for (const { activities, facts } of [history(SINCE), flood(DEEDS, DRAFTS), today()]) {
    world.emulator.database.insertMany('activities', activities as unknown as Rows)
    world.emulator.database.insertMany('facts', facts as unknown as Rows)
  }
})
afterAll(() => world.stop())

const figures: string[] = []
afterAll(() => void process.stderr.write(`${figures.join('\n')}\n`))
const timed = async <T>(what: string, work: () => Promise<T>): Promise<T> => {
  const began = performance.now()
  const done = await work()
  const { calls } = world.lastInvocation()
  const most = Math.max(0, ...calls.map(({ bytes }) => bytes))
  const took = (performance.now() - began).toFixed(0)
  figures.push(`${what}: ${took} ms, ${calls.length} calls, largest ${(most / 1000).toFixed(0)} KB`)
  return done
}

/** Answers of the database over what any answer may have. */
const tooLarge = () =>
  world
    .lastInvocation()
    .calls.filter(({ bytes }) => bytes > AT_ALL)
    .map(({ action, collection, bytes }) => `${action} ${collection}: ${bytes}`)

test('the roll-up ends: every branch has its numbers, the large one among them', async () => {
  for (let runs = 0; runs < 30; runs += 1) {
    const { result } = await timed('roll-up', () => world.emulator.runTimer('rollup'))
    expect(tooLarge()).toEqual([])
    const report = result as RollupReport
    expect(report.failed).toBe(0)
    if (report.state === 'done') break
    world.emulator.clock.advance(600_000)
  }
  const [month] = world.emulator.database.find('rollups', { _id: '2026-08' })
  const { [BRANCH]: numbers } = month?.branches as Record<string, Record<string, number[]>>
  expect(numbers?.dues).toEqual([330, 330])
  expect(Object.keys(month?.branches as object)).toContain('branch2')
})

const pages: [Action, string, object][] = [
  ['progress.home', openIdOf('b3'), {}],
  ['progress.records', openIdOf('b3'), { year: 2026 }],
  ['activity.list', openIdOf('b3'), {}],
  ['reminder.inbox', openIdOf('b3'), {}],
  ['identity.me', openIdOf('b3'), {}],
  ['progress.home', openIdOf('n2'), {}],
  ['progress.branch', secretary, { branchId: 'branch1' }],
  ['identity.work', secretary, {}],
  ['identity.work', largeSecretary, {}],
  ['reminder.inbox', largeSecretary, {}],
  ['progress.branch', largeSecretary, { branchId: BRANCH, from: 0 }],
  ['progress.branch', largeSecretary, { branchId: BRANCH, periodKey: '2026-03', from: 0 }],
  ['progress.branch', largeSecretary, { branchId: BRANCH, periodKey: '2026', from: 60 }],
  ['progress.why', largeSecretary, { subjectId: BRANCH, dutyId: 'theme_party_day', periodKey: '2026-08' }],
  ['activity.board', largeSecretary, { activityId: 'meeting' }],
  ['activity.record', largeSecretary, { activityId: 'meeting' }],
  ['activity.prepare', largeSecretary, { branchId: BRANCH }],
  ['roster.list', largeSecretary, { branchId: BRANCH }],
  ['roster.choices', largeSecretary, { branchId: BRANCH }],
  ['organisation.one', largeSecretary, { organisationId: BRANCH }],
  ['deed.ticks', largeSecretary, { branchId: BRANCH, month: '2026-09' }],
  ['reminder.toTell', largeSecretary, { branchId: BRANCH }],
  ['service.board', openIdOf('staff'), { activityId: 'service' }],
  ['identity.work', openIdOf('staff'), {}],
  ['deed.pending', openIdOf('staff'), { placeId: 'community1' }],
  ['committee.overview', 'openid-county', {}],
  ['committee.overview', 'openid-county', { periodKey: '2026-07' }],
  ['organisation.tree', 'openid-county', {}],
]

test.each(pages)('%s of %s %j comes, and no answer on its way is too large', async (action, who, data) => {
  const { result, text } = await timed(`${action} ${JSON.stringify(data)}`, () =>
    world.post(who, { action, contractVersion, data }),
  )
  expect([result?.ok, result?.ok ? '' : text]).toEqual([true, ''])
  expect(tooLarge()).toEqual([])
  const bytes = Buffer.byteLength(text)
  figures.push(`  to the phone: ${(bytes / 1000).toFixed(1)} KB`)
  expect(bytes).toBeLessThanOrEqual(TO_A_PHONE)
})

test('a branch of 330 comes in parts, each member once and in register order', async () => {
  const names: string[] = []
  for (let from: number | undefined = 0; from !== undefined;) {
    const part: ResponseOf<'progress.branch'> = await world.get(largeSecretary, 'progress.branch', {
      branchId: BRANCH,
      from,
    })
    names.push(...part.rows.map(({ memberId }) => memberId))
    from = part.next
  }
  expect(names).toEqual(Array.from({ length: 330 }, (_, i) => `b${i + 1}`))
})

test('the reminders reach everybody who is due, the last branch too', async () => {
  const report = await timed('remind', () => remindAt(world, '2026-09-24 08:05'))
  expect(report).toMatchObject({ isFinished: true, passedOver: 0 })
  expect(tooLarge()).toEqual([])
  expect(world.emulator.database.count('reminders', { memberId: 'p50', kind: 'month_gap' })).toBe(1)
})

test('those whom nobody reached are told by a person: the list of a branch of 330 comes', async () => {
  const { text } = await timed('reminder.toTell', () =>
    world.post(largeSecretary, {
      action: 'reminder.toTell',
      contractVersion,
      data: { branchId: BRANCH },
    }),
  )
  figures.push(`  to the phone: ${(Buffer.byteLength(text) / 1000).toFixed(1)} KB`)
  expect(tooLarge()).toEqual([])
  expect(Buffer.byteLength(text)).toBeLessThanOrEqual(TO_A_PHONE)
})

test('the night passes', async () => {
  world.emulator.clock.set(at('2026-09-25 02:30'))
  const { result } = await timed('nightly', () => world.emulator.runTimer('nightly'))
  expect(result as NightlyReport).toMatchObject({ deleted: 0 })
  expect(world.emulator.database.count('faults')).toBe(0)
})
