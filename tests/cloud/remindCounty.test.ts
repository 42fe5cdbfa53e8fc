import type { StoredReminder } from '@cloud/lib/store/collections/reminders'
import { aFact } from '@domain/testing/builders'
import { calendar } from '@domain/testing/workYears'
import { addDays, type Day, dayOf, daysBetween, startOfDay } from '@domain/time/day'
import { isWorkday } from '@domain/time/workdays'
import { withGaps } from '@/features/branch/logic/matrix'
import { isLongRun } from '../../emulator/testing/longRun'
import { DemoCounty } from './demoCounty'
import { templates } from './reminders'
import { randomFrom } from './simulated'
import { newNonce } from './world'

/** From a T−7 until the month's T+1 has been told; in `npm test` those days and a holiday, in `test:full` all between them. */
const FIRST: Day = '2026-09-24'
const LAST: Day = '2026-10-09'
const between: readonly Day[] = ['2026-09-25', '2026-09-29', '2026-09-30', '2026-10-08']
const days = (): Day[] =>
  Array.from({ length: daysBetween(FIRST, LAST) + 1 }, (_, n) => addDays(FIRST, n)).filter(
    (day) => isLongRun() || day === FIRST || day === LAST || between.includes(day),
  )
/** The first and the last at which something is told, and the ones just outside: `remindQuarter` walks a year by the hour. */
const HOURS = [7, 8, 20, 21]
const HOUR = 3_600_000

interface Message {
  at: number
  openid: string
  isGap: boolean
  errcode: number
  text: string
}

let county: DemoCounty
const log: Message[] = []
/** By month: who missed something in its last hour, by the pages of all branches. */
const missed = new Map<string, string[]>()
const random = randomFrom(23)
let given = 0
let had = 0

type Row = Record<string, unknown>
const rowsOf = (collection: string, query: object = {}): Row[] =>
  county.emulator.database.find(collection, query)
const creditsLeft = (): number =>
  rowsOf('credits').reduce(
    (sum, { meeting = 0, month_gap: gap = 0, waiting = 0 }) =>
      sum + Number(meeting) + Number(gap) + Number(waiting),
    0,
  )

let openIds: Map<unknown, string>
let heads: { memberId: string; branchId: string }[]

/** A day of people: some pay their dues, some allow one more message. */
async function live(day: Day): Promise<void> {
  const month = day.slice(0, 7)
  const occurredAt = startOfDay(day) + 9 * HOUR
  for (const { _id, memberships } of rowsOf('members')) {
    const memberId = String(_id)
    const dues = `dues_${memberId}_${month}`
    if (random() < 0.05 && county.emulator.database.count('facts', { _id: dues }) === 0) {
      const [{ branchId } = { branchId: '' }] = (memberships as { branchId: string }[]).slice(-1)
      const tick = {
        _id: dues,
        kind: 'tick' as const,
        dutyId: 'dues',
        periodKey: month,
        way: 'roll_call' as const,
      }
      county.emulator.database.insertMany('facts', [
        aFact({ ...tick, memberId, branchId, occurredAt }) as unknown as Row,
      ])
    }
    const openId = openIds.get(memberId)
    if (openId === undefined || random() >= 0.01) continue
    given += 1
    await county.get(openId, 'reminder.accept', { accepted: ['month_gap'], nonce: newNonce() })
  }
}

async function run(now: number): Promise<void> {
  county.emulator.clock.set(now)
  const before = county.emulator.outbox().length
  await county.emulator.invoke('remind', {}, {})
  for (const { openid, templateId, data, errcode } of county.emulator.outbox().slice(before))
    log.push({ at: now, openid, errcode, isGap: templateId === 'T-gap', text: JSON.stringify(data) })
}

async function takeStock(month: string): Promise<void> {
  const ids: string[] = []
  for (const { memberId, branchId } of heads) {
    const openId = openIds.get(memberId)
    if (openId === undefined) continue
    const { rows } = await county.get(openId, 'progress.branch', { branchId })
    ids.push(...withGaps(rows).map((row) => row.memberId))
  }
  missed.set(month, ids)
}

beforeAll(async () => {
  county = await DemoCounty.start({ env: templates })
  openIds = new Map(
    rowsOf('identities', { state: 'bound' }).map(({ _id, memberId }) => [memberId, String(_id)]),
  )
  heads = rowsOf('members').flatMap(({ _id, posts }) =>
    (posts as { post: string; organisationId: string; to?: string }[]).flatMap((held) =>
      held.post === 'secretary' && held.to === undefined
        ? { memberId: String(_id), branchId: held.organisationId }
        : [],
    ),
  )
  had = creditsLeft()
  for (const day of days()) {
    county.emulator.clock.set(startOfDay(day) + 7 * HOUR)
    await live(day)
    for (const hour of HOURS) await run(startOfDay(day) + hour * HOUR + 5 * 60_000)
    if (addDays(day, 1).endsWith('-01')) await takeStock(day.slice(0, 7))
  }
}, 3_600_000)
afterAll(() => county.stop())

const counted = <T>(list: readonly T[], keyOf: (one: T) => string): Map<string, number> => {
  const counts = new Map<string, number>()
  for (const one of list) counts.set(keyOf(one), (counts.get(keyOf(one)) ?? 0) + 1)
  return counts
}
const over = (counts: Map<string, number>, most: number) => [...counts].filter(([, count]) => count > most)
const gaps = () => log.filter(({ isGap }) => isGap)
const reminders = () => rowsOf('reminders') as unknown as StoredReminder[]

test('none at night; of gaps none on a day without work, above one a day or two a month; nothing in the same words twice a day', () => {
  expect(gaps().length).toBeGreaterThan(100)
  const hourOf = (now: number) => (now - startOfDay(dayOf(now))) / HOUR
  expect(log.filter(({ at: now }) => hourOf(now) < 8 || hourOf(now) >= 21)).toEqual([])
  expect(gaps().filter(({ at: now }) => !isWorkday(dayOf(now), calendar))).toEqual([])
  expect(
    over(
      counted(gaps(), ({ openid, at: now }) => `${openid} ${dayOf(now)}`),
      1,
    ),
  ).toEqual([])
  expect(
    over(
      counted(gaps(), ({ openid, at: now }) => `${openid} ${dayOf(now).slice(0, 7)}`),
      2,
    ),
  ).toEqual([])
  expect(
    over(
      counted(log, ({ openid, at: now, text }) => `${openid} ${dayOf(now)} ${text}`),
      1,
    ),
  ).toEqual([])
})

test('whoever of any branch misses something in a month’s last hour was told of it before: by WeChat, or stands on the list of who tells', () => {
  expect([...missed.keys()]).toContain('2026-09')
  for (const [month, ids] of missed) {
    expect(ids.length).toBeGreaterThan(100)
    const told = new Set(
      reminders().flatMap(({ kind, periodKey, overdue, memberId }) =>
        kind === 'month_gap' && periodKey === month && !overdue ? [memberId] : [],
      ),
    )
    expect([month, ids.filter((id) => !told.has(id))]).toEqual([month, []])
  }
})

test('credits spent are messages sent, and every claim has come to an end', () => {
  expect(had + given - creditsLeft()).toBe(log.length)
  expect(log.filter(({ errcode }) => errcode !== 0)).toEqual([])
  expect(reminders().filter(({ state }) => state === 'claimed')).toEqual([])
})

test('the figures of the county', () => {
  const months = [...counted(log, ({ openid, at: now }) => `${openid} ${dayOf(now).slice(0, 7)}`).values()]
  const sorted = months.sort((a, b) => a - b)
  const rows = reminders().filter(({ kind, at: now }) => kind === 'month_gap' && now >= startOfDay(FIRST))
  const byWeChat = rows.filter(({ state }) => state === 'sent').length
  const most = sorted.at(-1) ?? 0
  process.stderr.write(
    `${FIRST} to ${LAST}, ${rowsOf('members').length} members: ${log.length} messages; of whom WeChat reached, a month: median ${sorted[Math.floor(sorted.length / 2)]}, most ${most}; of ${rows.length} reminders of gaps ${Math.round((100 * byWeChat) / rows.length)} in a hundred by WeChat, the others by a person\n`,
  )
  expect(most).toBeLessThanOrEqual(12)
})
