import type { Emulator } from '../../emulator/types'
import { type Figure, figure } from '../lib/figure'
import { callsOfMessages } from './callsOfMessages'
import { withCounty } from './county'

type Row = Record<string, unknown>

/** Times the demo county: more than 10,000 members in 620 branches. */
const TIMES = 10
/** A message takes WeChat so long (ms). */
const SLOW = 60
/** Nobody may wait longer: the function's own time-out (cloudfunctions/remind/config.json). */
const TIMEOUT_S = 60
const HOUR = 3_600_000
const morning = Date.parse('2026-09-24T08:05:00+08:00')
/** The last run of that day. */
const evening = morning + 12 * HOUR

/** The row once more, with all that names an organisation, a member or a phone named anew: who is cloned belongs to a cloned branch. */
function clone(row: Row, ids: ReadonlySet<string>, n: number): Row {
  const renamed = (value: unknown): unknown => {
    if (typeof value === 'string') return ids.has(value) ? `${value}-${n}` : value
    if (Array.isArray(value)) return value.map(renamed)
    if (value === null || typeof value !== 'object' || value instanceof Date) return value
    return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, renamed(one)]))
  }
  return renamed(row) as Row
}

/** Nine more of every branch with its groups and people, each with a WeChat and a message allowed. What they did is not cloned: all of them owe. */
function grow({ database }: Emulator): number {
  const branches = database.find('organisations', { type: 'branch' })
  const groups = database.find('organisations', { type: 'group' })
  const members = database.find('members')
  const bound = database
    .find('identities', { state: 'bound' })
    .filter(({ memberId }) => memberId !== undefined)
  const ids = new Set([...branches, ...groups, ...members, ...bound].map(({ _id }) => String(_id)))
  for (let n = 1; n < TIMES; n += 1) {
    const of = (rows: readonly Row[]) => rows.map((row) => clone(row, ids, n))
    database.insertMany('organisations', of([...branches, ...groups]))
    database.insertMany(
      'members',
      of(members).map((row) => ({ ...row, alias: `${String(row.alias)}-${n}`, households: [] })),
    )
    database.insertMany(
      'identities',
      of(bound).map((row) => ({ ...row, requestId: `${String(row.requestId)}-${n}` })),
    )
    database.insertMany(
      'credits',
      of(bound).map(({ memberId }) => ({ _id: memberId, meeting: 1, month_gap: 1, moves: [] })),
    )
  }
  return database.count('members')
}

/** A T−7 of ten counties: how many runs until everybody knows, what each takes, whether the last branch is among them, what a message costs. */
export default async function* remindMany(): AsyncGenerator<Figure> {
  yield* withCounty(async function* ({ emulator, last }) {
    yield figure('members', grow(emulator), 'members')
    emulator.failOpenApi({ api: 'subscribeMessage.send', openid: '' }, { slowMs: SLOW })
    const { database } = emulator
    let [runs, slowest, calls, sent, names, at, isFinished] = [0, 0, 0, 0, 0, morning, false]
    for (; !isFinished && at <= evening; at += HOUR, runs += 1) {
      emulator.clock.set(at)
      const began = performance.now()
      const { result } = await emulator.invoke('remind', {}, {})
      slowest = Math.max(slowest, performance.now() - began)
      const report = result as { sent: number; leader: number; isFinished: boolean }
      // A name for the leader is one call; another looks for claims of runs that died.
      calls += callsOfMessages(last()) - report.leader - 1
      sent += report.sent
      names += report.leader
      isFinished = report.isFinished
    }
    yield figure('slowest run', slowest / 1000, 's', TIMEOUT_S)
    yield figure('runs until all are told, of 13 a day', runs, 'runs', 13)
    if (!isFinished) throw new Error('a day was not enough')

    const gaps = { kind: 'month_gap', periodKey: '2026-09', overdue: false }
    const rows = database.find('reminders', gaps)
    yield figure('messages', sent, 'messages')
    yield figure('names for the group leaders', names, 'names')
    yield figure('calls per message', calls / sent, 'calls', 4)
    const told = new Set(rows.map(({ branchId }) => branchId))
    const untold = database
      .find('organisations', { type: 'branch' })
      .filter(({ _id }) => /-\d$/.test(String(_id)) && !told.has(_id))
    yield figure('branches nobody of which was told', untold.length, 'branches', 0)

    emulator.clock.set(at)
    await emulator.invoke('remind', {}, {})
    yield figure('run once more: told again', database.count('reminders', gaps) - rows.length, 'people', 0)
  })
}
