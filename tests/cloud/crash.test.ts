import type { AuditRow } from '@cloud/lib/store/collections/audit'
import type { Identity } from '@cloud/lib/store/collections/identities'
import { auditTable } from '@domain/access/auditTable'
import { type Action, actions } from '@domain/contract/actions'
import { isLongRun } from '../../emulator/testing/longRun'
import type { Document } from '../../emulator/types'
import { type Contents, CutCloud } from './crash/CutCloud'
import type { Prepared, Sample } from './crash/sample'
import { samples } from './crash/samples'
import { seed, stranger } from './crash/seed'

// Calls to WeChat, which a process that is no function may not make.
jest.mock('@cloud/lib/wx/unlimitedCode', () => ({ unlimitedCode: () => Promise.resolve(null) }))
jest.mock('@cloud/lib/wx/phone', () => ({ phoneNumberOf: (code: string) => Promise.resolve(code) }))

let cloud: CutCloud
let start: Contents
beforeAll(async () => {
  cloud = await CutCloud.atItsTime(seed, stranger)
  start = cloud.keep()
})
afterAll(() => cloud.stop())

const names = Object.keys(actions) as Action[]
const changing = names.filter((action) => auditTable[action] !== 'look')

test('every action that changes something has a sample', () => {
  expect(changing.filter((action) => !samples[action])).toEqual([])
})

const audits = () => cloud.find<AuditRow>('audit')
const begun = () => audits().filter(({ state }) => state !== undefined)

/** A world in which everything that the sample needs is there, and how it is sent. */
async function prepared(action: Action, one: Sample) {
  await cloud.restore(start)
  const given: Prepared = (await one.prepare?.(cloud)) ?? {}
  const ready = cloud.keep()
  const send = async () => cloud.call(one.as, action, await one.data(given))
  const again = async () => {
    const outcome = await send()
    if (outcome.ok || outcome.reason !== 'try_again') return
    await cloud.leaseRunsOut()
    await send()
  }
  const begin = async () => {
    await cloud.restore(ready)
    await one.before?.(cloud)
  }
  return { begin, send, again }
}
type Sent = Awaited<ReturnType<typeof prepared>>

/** The same row by row, whatever the order. */
const without = (rows: readonly Document[] = [], others: readonly Document[] = []): Document[] => {
  const known = new Set(others.map((row) => JSON.stringify(row)))
  return rows.filter((row) => !known.has(JSON.stringify(row)))
}

/** What one undisturbed call does, and what is there after the night that follows. */
async function undisturbed({ begin, send }: Sent) {
  await begin()
  await cloud.night()
  const untouched = cloud.contents()
  await begin()
  const before = cloud.contents()
  const outcome = await send()
  const writes = cloud.wire.passed.length
  const after = cloud.contents()
  const open = begun()
  await cloud.night()
  const changed = Object.entries(after).flatMap(([name, rows]) =>
    without(rows, before[name]).map((row) => ({ name, row })),
  )
  return { untouched, outcome, writes, open, changed, whole: cloud.contents() }
}

/** Sent until the line is dead after so many writes, as when the process ends there. */
async function cutAfter(writes: number, { begin, send }: Sent): Promise<void> {
  await begin()
  cloud.wire.dieAfter(writes)
  await send().catch(() => undefined)
  cloud.forget()
}

const cases = changing.flatMap((action) =>
  (samples[action] ?? []).map((one, i): [string, Action, Sample] => [`${action} ${i + 1}`, action, one]),
)

const told = new Map<Action, Set<string>>()

describe.each(cases)('%s', (_, action, one) => {
  let sent: Sent
  let end: Awaited<ReturnType<typeof undisturbed>>
  const trace = auditTable[action]
  /** After how many writes it may be cut. */
  const cuts = () => Array.from({ length: end.writes - 1 }, (__, i) => i + 1)

  beforeAll(async () => {
    sent = await prepared(action, one)
    end = await undisturbed(sent)
  })

  test('leaves behind what the table says: who did it, nothing that was typed, and nothing half told', () => {
    expect(end.outcome).toMatchObject({ ok: true })
    expect(end.open).toEqual([])
    const rows = end.changed.flatMap(({ name, row }) =>
      name === 'audit' ? [row as unknown as AuditRow] : [],
    )
    const whats = rows.map(({ what }) => what)
    told.set(action, new Set([...(told.get(action) ?? []), ...whats]))
    expect(whats.filter((what) => !Array.isArray(trace) || !trace.includes(what))).toEqual([])
    // The first administrator is let in by a token that nobody gave.
    if (action !== 'binding.firstAdmin') expect(rows.map(({ by }) => by)).not.toContain('outside')
    expect(JSON.stringify(rows)).not.toMatch(/[\u4e00-\u9fff]|openid/)
  })

  test('what is no audited change is one’s own, or names who entered it', () => {
    if (typeof trace !== 'string') return
    const { memberId = '' } = cloud.find<Identity>('identities', { _id: one.as })[0] ?? {}
    const own = [one.as, memberId]
    const isOwn = ({ name, row }: { name: string; row: Document }) =>
      own.includes(String(row._id)) ||
      own.includes(String(row.memberId)) ||
      own.includes(String(row.by)) ||
      (memberId === '' && String(row.by).startsWith('outside:')) ||
      own.includes(String((row.told as { by?: string } | undefined)?.by)) ||
      own.includes(String(row.from)) ||
      name === 'imports'
    expect(end.changed.filter((change) => !isOwn(change))).toEqual([])
  })

  test('cut after any write, the same request sent again ends where it would have', async () => {
    for (const writes of one.repeats === undefined ? cuts() : []) {
      await cutAfter(writes, sent)
      await sent.again()
      await cloud.night()
      expect([writes, cloud.contents()]).toEqual([writes, end.whole])
    }
  })

  test('cut after any write and never sent again, the night leaves all of it or nothing, and tells of nothing that did not come about', async () => {
    for (const writes of cuts()) {
      await cutAfter(writes, sent)
      await cloud.night()
      expect(begun()).toEqual([])
      const left = cloud.contents()
      if (one.resumes === undefined && JSON.stringify(left) !== JSON.stringify(end.untouched))
        expect([writes, left]).toEqual([writes, end.whole])
      if (!isLongRun() || one.repeats !== undefined) continue
      await sent.again()
      await cloud.night()
      expect([writes, cloud.contents()]).toEqual([writes, end.whole])
    }
  })

  test('the answer of any write lost on the way, it goes on, or the same request does', async () => {
    for (const writes of isLongRun() && one.repeats === undefined ? [...cuts(), end.writes] : []) {
      await sent.begin()
      cloud.wire.blinkAt(writes)
      await sent.send().catch(sent.again)
      await cloud.night()
      expect([writes, cloud.contents()]).toEqual([writes, end.whole])
    }
  })
})

/** What is there after a night, whichever night told of it. */
const afterNight = () => ({
  ...cloud.contents(),
  audit: cloud.contents().audit?.map((row) => (row.by === 'nightly' ? { ...row, at: 0 } : row)),
})

test('the night cut after any write, the next one ends where it would have', async () => {
  await cloud.restore(start)
  await cloud.night()
  const { length: writes } = cloud.wire.passed
  await cloud.night({ isNext: true })
  const whole = afterNight()
  expect(cloud.find('activities', { _id: 'forgotten' })).toMatchObject([
    { state: 'closed', closedItself: true },
  ])
  for (let cut = 1; cut < writes; cut += 1) {
    await cloud.restore(start)
    await cloud.night({ writes: cut }).catch(() => undefined)
    await cloud.night({ isNext: true })
    expect([cut, afterNight()]).toEqual([cut, whole])
  }
})

test('every kind of row that the table names is left by one of the samples', () => {
  for (const action of changing) {
    const trace = auditTable[action]
    if (typeof trace !== 'string')
      expect([action, [...(told.get(action) ?? [])].sort()]).toEqual([action, [...trace].sort()])
  }
})
