import type { RollupReport } from '@cloud/lib/counting/rollup/rollup'
import type { NightlyReport } from '@cloud/lib/nightly/nightly'
import { auditTable } from '@domain/access/auditTable'
import { type Action, actions, type ResponseOf } from '@domain/contract/actions'
import { contractVersion } from '@domain/contract/answer'
import { functionOf } from '@domain/contract/functionOf'
import { at } from '@domain/testing/at'
import { times } from '../../emulator/testing/longRun'
import { BRANCH, flood, history, largeSecretary, long, people, personId, today } from './largeBranch'
import { asked, branchId, busy, ofDeeds, ofOneThing } from './largeBranchAsked'
import { longPaper } from './longPaper'
import { remindAt, templates } from './reminders'
import { World } from './world'

// Short: one year, 1,200 deeds and 100 drafts; `npm run test:full`: seven years, 20,000 deeds and 2,000 drafts.
const SINCE = times(2026, 2020)
const DEEDS = times(1200, 20_000)
const DRAFTS = times(100, 2000)
/** Bytes: of an answer to a phone, and of one of the database or a function. */
const TO_A_PHONE = 100_000
const AT_ALL = 900_000

type Rows = Record<string, unknown>[]

let world: World
beforeAll(async () => {
  world = await World.start({ people, env: templates })
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
  const branches = month?.branches as Record<string, Record<string, number[]>> | undefined
  expect(branches?.[BRANCH]?.dues).toEqual([330, 330])
  expect(Object.keys(month?.branches as object)).toContain('branch2')
})

test('every action that only reads is asked of a branch of 330, or says why it need not be', () => {
  const reading = (Object.keys(actions) as Action[]).filter((action) => auditTable[action] === 'look')
  expect([...Object.keys(asked), ...Object.keys(ofOneThing)].sort()).toEqual(reading.sort())
})

const pages = (Object.keys(asked) as Action[]).flatMap((action) =>
  (asked[action] ?? []).map(([who, data = {}]): [Action, string, string, object] => [
    action,
    who,
    JSON.stringify(data).slice(0, 90),
    data,
  ]),
)

test.each(pages)(
  '%s of %s %s comes with ids as long as a cloud makes them, and no answer on its way is too large',
  async (action, who, said, data) => {
    const { result, text } = await timed(`${action} ${said}`, () =>
      world.post(who, { action, contractVersion, data }, functionOf(action)),
    )
    expect([result?.ok, result?.ok ? '' : text]).toEqual([true, ''])
    expect(tooLarge()).toEqual([])
    const bytes = Buffer.byteLength(text)
    figures.push(`  to the phone: ${(bytes / 1000).toFixed(1)} KB`)
    expect(bytes).toBeLessThanOrEqual(TO_A_PHONE)
  },
)

/** No page waits for these: a file is made, told to be under way, and opened. */
test.each([
  ['paper.ofMeeting', { activityId: long('study-2026-03'), paper: 'sheet' }],
  ['paper.ofMeeting', { activityId: long('study-2026-03'), paper: 'minutes' }],
  ['paper.ofBranch', { branchId, periodKey: '2026', paper: 'ledger' }],
  ['paper.ofBranch', { branchId, periodKey: '2026', paper: 'participation' }],
  ['paper.ofBranch', { branchId, periodKey: '2026', paper: 'dues' }],
  ['paper.ofSpan', { branchId, periodKey: '2026', paper: 'branch' }],
  ['paper.ofSpan', { branchId, periodKey: '2026', paper: 'members' }],
  ['paper.ofSpan', { branchId, periodKey: '2026', paper: 'membersText' }],
  ['paper.ofSpan', { branchId, periodKey: '2026', paper: 'report' }],
])('%s %j of a branch of 330 fits an answer of a function', async (action, data) => {
  const { result, text } = await timed(`${action} ${data.paper}`, () =>
    world.post(largeSecretary, { action, contractVersion, data }, 'papers'),
  )
  expect([result?.ok, result?.ok ? '' : text]).toEqual([true, ''])
  expect(tooLarge()).toEqual([])
  expect(Buffer.byteLength(text)).toBeLessThanOrEqual(AT_ALL)
})

test.each(['handbook', 'bundle'] as const)(
  'every part of the year’s %s of a branch of 330 fits an answer of a function',
  async (paper) => {
    const sizes: number[] = []
    const made = await longPaper(
      async (data) => {
        const { result, text } = await timed(`paper.part ${paper}`, () =>
          world.post(largeSecretary, { action: 'paper.part', contractVersion, data }, 'papers'),
        )
        sizes.push(Buffer.byteLength(text))
        expect(tooLarge()).toEqual([])
        return result?.ok ? (result.data as ResponseOf<'paper.part'>) : undefined
      },
      { branchId, periodKey: '2026', paper },
    )
    expect(made?.parts.length).toBe(sizes.length)
    expect(Math.max(...sizes)).toBeLessThanOrEqual(AT_ALL)
  },
)

test('drafts widen nothing: no question of the branch page or the plan page looks at them', async () => {
  const asked: [Action, object][] = [
    ['progress.branch', { branchId, from: 0 }],
    ['activity.prepare', { branchId }],
  ]
  for (const [action, data] of asked) {
    await world.post(largeSecretary, { action, contractVersion, data })
    const wasted = world
      .lastInvocation()
      .calls.filter(({ collection }) => collection === 'activities')
      .map(({ examined, found }) => examined - found)
    expect(Math.max(...wasted)).toBeLessThan(DRAFTS / 2)
  }
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
  expect(names).toEqual(Array.from({ length: 330 }, (_, i) => personId(i + 1)))
})

test('deeds without number come in parts, each once and newest first', async () => {
  const deeds: string[] = []
  let most = 0
  for (let from: number | undefined = 0; from !== undefined;) {
    const part: ResponseOf<'deed.list'> = await world.get(busy, 'deed.list', { from })
    const bytes = world.lastInvocation().calls.map((call) => call.bytes)
    most = Math.max(
      most,
      bytes.reduce((sum, one) => sum + one, 0),
    )
    deeds.push(...part.deeds.map(({ id }) => id))
    from = part.next
  }
  expect(deeds).toEqual(Array.from({ length: DEEDS }, (_, i) => long(`flood${i}`)))
  // A part reads what it shows, and not everything there is before it and after it.
  expect(most).toBeLessThan(600_000)
})

/** Of the records the first part and the last thousand: each answer judges the year anew, and all of 20,000 take minutes. */
test('records without number come in parts, each once, and the number stays whole', async () => {
  const partFrom = (from: number): Promise<ResponseOf<'progress.records'>> =>
    world.get(busy, 'progress.records', { year: 2026, from })
  const first = await partFrom(0)
  const records = first.records.map(({ id }) => id)
  let from = first.next === undefined ? undefined : Math.max(first.next, DEEDS - 1000)
  const passedOver = (from ?? 0) - records.length
  while (from !== undefined) {
    const part = await partFrom(from)
    expect(part.records.length).toBeGreaterThan(0)
    records.push(...part.records.map(({ id }) => id))
    from = part.next
  }
  expect(records.length + passedOver).toBeGreaterThan(DEEDS)
  expect(new Set(records).size).toBe(records.length)
  const { line, counted, notCounted, further } = await world.get(busy, 'progress.why', ofDeeds)
  expect(counted.length + (further?.counted ?? 0)).toBe(line.done)
  expect(notCounted.length + (further?.notCounted ?? 0)).toBe(DEEDS)
})

test('the reminders reach everybody who is due, the last branch too', async () => {
  const report = await timed('remind', () => remindAt(world, '2026-09-24 08:05'))
  expect(report).toMatchObject({ isFinished: true, passedOver: 0 })
  expect(tooLarge()).toEqual([])
  expect(world.emulator.database.count('reminders', { memberId: 'p50', kind: 'month_gap' })).toBe(1)
  // What one member left at a community keeps its staff from nothing that waits there.
  expect(world.emulator.database.count('reminders', { kind: 'waiting' })).toBe(1)
})

test('those whom nobody reached are told by a person: the list of a branch of 330 comes', async () => {
  const { result, text } = await timed('reminder.toTell', () =>
    world.post(largeSecretary, {
      action: 'reminder.toTell',
      contractVersion,
      data: { branchId: BRANCH },
    }),
  )
  figures.push(`  to the phone: ${(Buffer.byteLength(text) / 1000).toFixed(1)} KB`)
  expect(tooLarge()).toEqual([])
  expect(Buffer.byteLength(text)).toBeLessThanOrEqual(TO_A_PHONE)
  const { data } = result as { data: ResponseOf<'reminder.toTell'> }
  expect(data.people.length + (data.further ?? 0)).toBe(330)
})

test('the night passes', async () => {
  world.emulator.clock.set(at('2026-09-25 02:30'))
  const { result } = await timed('nightly', () => world.emulator.runTimer('nightly'))
  expect(result as NightlyReport).toMatchObject({ deleted: 0 })
  expect(world.emulator.database.count('faults')).toBe(0)
})
