import type { Invocation } from '../../emulator/types'
import { addDays, dayOf } from '../../domain/time/day'
import { type Figure, figure } from '../lib/figure'
import { openYear } from './openYear'
import { contractVersion } from '../../domain/contract/answer'
import { consentVersion } from '../../domain/contract/privacy'

const now = Date.parse('2026-09-15T10:00:00+08:00')
const BRANCHES = 4
/** Years of facts stored, this one among them. */
const YEARS = [1, 3, 10] as const
/** As often as in the first year, inclusive. */
const MOST = 1.3
const DAY = 86_400_000

type Row = Record<string, unknown>
type Opened = Awaited<ReturnType<typeof openYear>>['emulator']

/** The instants and days of a row so many days earlier, as another row. */
const earlier = (row: Row, days: number): Row => {
  const moved = { ...row, _id: `${String(row._id)}-${days}`, nonce: `${String(row.nonce)}-${days}` } as Row
  for (const field of ['startsAt', 'endsAt', 'occurredAt', 'recordedAt'])
    if (typeof row[field] === 'number') moved[field] = row[field] - days * DAY
  if (typeof row.occurredOn === 'string') moved.occurredOn = addDays(row.occurredOn, -days)
  if (typeof row.activityId === 'string') moved.activityId = `${row.activityId}-${days}`
  if (typeof row.periodKey === 'string')
    moved.periodKey = String(Number(row.periodKey.slice(0, 4)) - days / 364) + row.periodKey.slice(4)
  if (row.updatedAt instanceof Date) moved.updatedAt = new Date(row.updatedAt.getTime() - days * DAY)
  return moved
}

const sumOf = ({ calls }: Invocation) => ({
  rows: calls.reduce((sum, { examined }) => sum + examined, 0),
  bytes: calls.reduce((sum, { bytes }) => sum + bytes, 0),
})

const lastOf = (emulator: Opened): Invocation => {
  const [last] = emulator.invocations(1)
  if (!last) throw new Error('nothing was called')
  return last
}

/** Rows examined and bytes read by each of what is asked most, and by the timers that find nothing to do. */
async function spent(emulator: Opened): Promise<Map<string, { rows: number; bytes: number }>> {
  const asked: [what: string, openid: string, action: string, data: object][] = [
    ['home', 'member', 'progress.home', {}],
    ['why', 'member', 'progress.why', { dutyId: 'dues', subjectId: 'b0m9', periodKey: '2026-09' }],
    ['branch', 'secretary', 'progress.branch', { branchId: 'b0' }],
    ['work', 'secretary', 'identity.work', {}],
  ]
  const found = new Map<string, { rows: number; bytes: number }>()
  for (const [what, openid, action, data] of asked) {
    const ask = () => emulator.invoke('api', { action, contractVersion, data }, { openid })
    await ask()
    const { result } = await ask()
    if (!(result as { ok: boolean }).ok) throw new Error(`${action}: ${JSON.stringify(result)}`)
    found.set(what, sumOf(lastOf(emulator)))
  }
  for (const timer of ['rollup', 'remind']) {
    // Until nothing is left to be done.
    for (let turn = 0; turn < 40; turn += 1) await emulator.runTimer(timer)
    found.set(`${timer} with nothing to do`, sumOf(lastOf(emulator)))
  }
  return found
}

const bound = (_id: string, memberId: string) => ({
  ...{ _id, memberId, state: 'bound', requestId: `r-${_id}`, grants: [] },
  ...{ requestedAt: now - DAY, boundAt: now - DAY, updatedAt: new Date(now) },
})

/** Whether what is asked most stays as small when facts of years are stored: rows examined and bytes, not time. */
export default async function* flatInYears(): AsyncGenerator<Figure> {
  const first = new Map<string, { rows: number; bytes: number }>()
  for (const years of YEARS) {
    const { emulator, facts, stop } = await openYear({
      branches: BRANCHES,
      now,
      isKept: (day) => day <= dayOf(now),
    })
    try {
      const { database } = emulator
      database.insertMany('identities', [bound('member', 'b0m9'), bound('secretary', 'b0m0')])
      database.insertMany(
        'consents',
        ['member', 'secretary'].map((_id) => ({ _id, version: consentVersion, at: now })),
      )
      const [held, happened] = [database.find('activities'), database.find('facts')]
      for (let back = 1; back < years; back += 1) {
        const days = back * 364
        database.insertMany(
          'activities',
          held.map((row) => earlier(row, days)),
        )
        database.insertMany(
          'facts',
          happened.map((row) => earlier(row, days)),
        )
      }
      yield figure(`${years} years, facts stored`, facts * years, 'facts')
      for (const [what, counted] of await spent(emulator)) {
        const before = first.get(what)
        if (!before) first.set(what, counted)
        if (years === 1) {
          yield figure(`1 year, ${what}, rows examined`, counted.rows, 'rows')
          yield figure(`1 year, ${what}, read`, counted.bytes / 1000, 'KB')
        } else if (before) {
          yield figure(`${years} years, ${what}, rows examined`, counted.rows / before.rows, 'times', MOST)
          yield figure(`${years} years, ${what}, read`, counted.bytes / before.bytes, 'times', MOST)
        }
      }
    } finally {
      await stop()
    }
  }
}
