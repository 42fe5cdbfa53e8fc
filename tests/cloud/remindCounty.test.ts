import type { SubscribeMessage } from '@cloud/lib/wx/sendMessage'
import { calendar } from '@domain/testing/workYears'
import { addDays, type Day, dayOf, daysBetween, startOfDay } from '@domain/time/day'
import { periodOf } from '@domain/time/period'
import { isWorkday } from '@domain/time/workdays'
import { withGaps } from '@/features/branch/logic/matrix'
import { isLongRun } from '../../emulator/testing/longRun'
import { LivingCounty } from './LivingCounty'

const mockSend = jest.fn<Promise<'sent' | { code: number | 'no_answer' }>, [SubscribeMessage]>()
// A call to WeChat, which a process that is no function may not make.
jest.mock('@cloud/lib/wx/sendMessage', () => ({
  sendMessage: (message: SubscribeMessage) => mockSend(message),
}))

/**
 * In `npm test` the days between a T−7 and the month's T+1 at which something is told, and a holiday, at a few hours; in `test:full` a year by the
 * hour. UNTIL=2026-12-31: a shorter one.
 */
const FIRST: Day = '2026-09-24'
const LAST: Day = isLongRun() ? (process.env.UNTIL ?? '2027-09-23') : '2026-10-08'
const some: readonly Day[] = [FIRST, '2026-09-25', '2026-09-29', '2026-09-30', LAST]
const days = (): Day[] =>
  Array.from({ length: daysBetween(FIRST, LAST) + 1 }, (_, n) => addDays(FIRST, n)).filter(
    (day) => isLongRun() || some.includes(day),
  )
const hours = Array.from({ length: 24 }, (_, hour) => hour).filter(
  (hour) => isLongRun() || [7, 8, 20, 21].includes(hour),
)
const HOUR = 3_600_000

let county: LivingCounty
/** By month: who missed something in its last hour, by the pages of all branches; at the end of a quarter by everybody's home page, too. */
const missed = new Map<string, Set<string>>()
/** Of meetings: whom WeChat told, who has it in the calendar of the phone, whom a person tells; and who is none of these. */
const reached = { weChat: 0, calendar: 0, person: 0 }
const unreached: string[] = []

async function takeStock(day: Day): Promise<void> {
  const ids = new Set<string>()
  for (const { openId, branchId } of county.heads) {
    const { rows } = await county.get(openId, 'progress.branch', { branchId })
    for (const { memberId } of withGaps(rows)) ids.add(memberId)
  }
  if (isLongRun() && periodOf('quarter', startOfDay(day)).to === day)
    for (const [memberId, openId] of county.openIds)
      if (county.members.some((one) => one._id === memberId && county.branchOf(one, day)))
        if (await county.misses(openId)) ids.add(memberId)
  missed.set(day.slice(0, 7), ids)
}

/** On the evening before a meeting: how each who is expected gets to know of it. */
async function askWhoKnows(day: Day): Promise<void> {
  for (const { _id: activityId, branchId, expected } of county.meetingsOf(addDays(day, 1))) {
    const { openId = '' } = county.heads.find((head) => head.branchId === branchId) ?? {}
    const { people } = await county.get(openId, 'reminder.toTell', { branchId })
    const sent = new Set(county.reminders({ activityId, state: 'sent' }).map(({ memberId }) => memberId))
    for (const { memberId } of expected) {
      const isListed = people.some(({ reminderId }) => reminderId.includes(`${activityId}_${memberId}_`))
      if (sent.has(memberId)) reached.weChat += 1
      else if (!isListed) unreached.push(`${activityId} ${memberId}`)
      else if (county.inCalendar.get(activityId)?.has(memberId)) reached.calendar += 1
      else reached.person += 1
    }
  }
}

beforeAll(async () => {
  const clock = jest.spyOn(Date, 'now')
  // Texts are asked of WeChat, too; here nobody answers, which is noted.
  jest.spyOn(console, 'warn').mockImplementation(() => undefined)
  county = await LivingCounty.start((now) => clock.mockReturnValue(now))
  mockSend.mockImplementation((message) => county.send(message))
  county.setClock(startOfDay(FIRST) + 7 * HOUR)
  await county.settle('2026-10-31')
  await county.announceSome('2026-09-30')
  for (const day of days()) {
    county.setClock(startOfDay(day) + 7 * HOUR)
    await county.live(day)
    await county.plan(day)
    for (const hour of hours) {
      await county.run(startOfDay(day) + hour * HOUR + 5 * 60_000)
      if (hour === 20) await askWhoKnows(day)
    }
    if (addDays(day, 1).endsWith('-01')) await takeStock(day)
    if (isLongRun() && addDays(day, 1).endsWith('-01')) process.stderr.write(`${figures(day)}\n`)
  }
}, 4 * HOUR)
afterAll(() => county.stop())

const counted = <T>(list: readonly T[], keyOf: (one: T) => string): Map<string, number> => {
  const counts = new Map<string, number>()
  for (const one of list) counts.set(keyOf(one), (counts.get(keyOf(one)) ?? 0) + 1)
  return counts
}
const over = (counts: Map<string, number>, most: number) => [...counts].filter(([, count]) => count > most)
const gaps = () => county.log.filter(({ template }) => template === 'month_gap')
const hourOf = (now: number) => (now - startOfDay(dayOf(now))) / HOUR
const monthly = () =>
  [
    ...counted(
      county.log.filter(({ answer }) => answer === 'sent'),
      ({ openId, at: now }) => `${openId} ${dayOf(now).slice(0, 7)}`,
    ).values(),
  ].sort((a, b) => a - b)

test('none at night; of gaps none on a day without work, above one a day or two a month; nothing in the same words twice a day', () => {
  expect(gaps().length).toBeGreaterThan(100)
  expect(county.log.filter(({ at: now }) => hourOf(now) < 8 || hourOf(now) >= 21)).toEqual([])
  expect(gaps().filter(({ at: now }) => !isWorkday(dayOf(now), calendar))).toEqual([])
  const ofDay = counted(gaps(), ({ openId, at: now }) => `${openId} ${dayOf(now)}`)
  expect(over(ofDay, 1)).toEqual([])
  const ofMonth = counted(gaps(), ({ openId, at: now }) => `${openId} ${dayOf(now).slice(0, 7)}`)
  expect(over(ofMonth, 2)).toEqual([])
  const said = counted(county.log, ({ openId, at: now, text }) => `${openId} ${dayOf(now)} ${text}`)
  expect(over(said, 1)).toEqual([])
})

test('nothing goes to who chose a person, nor of gaps to who has left or misses nothing', () => {
  const openIdsOf = (ids: readonly string[]) => new Set(ids.map((id) => county.openIds.get(id)))
  const [silent, left] = [openIdsOf(county.silent), openIdsOf(county.leaving)]
  expect(silent.size).toBeGreaterThan(5)
  expect(county.log.filter(({ openId }) => silent.has(openId))).toEqual([])
  expect(gaps().filter((one) => left.has(one.openId) && dayOf(one.at) > '2026-10-31')).toEqual([])
  expect(county.wronglyTold).toEqual([])
})

test('whoever of any branch misses something in a month’s last hour was told of it before: by WeChat, or stands on the list of who tells', () => {
  expect([...missed.keys()]).toContain('2026-09')
  for (const [month, ids] of missed) {
    expect(ids.size).toBeGreaterThan(100)
    const rows = county.reminders({ kind: 'month_gap', periodKey: month, overdue: false })
    const told = new Set(rows.map(({ memberId }) => memberId))
    expect([month, [...ids].filter((id) => !told.has(id))]).toEqual([month, []])
  }
})

test('of a meeting everybody expected is told by WeChat, or stands on the list of who tells on the evening before', () => {
  expect(unreached).toEqual([])
  expect(Math.min(...Object.values(reached))).toBeGreaterThan(5)
})

test('credits spent are messages tried and what WeChat’s refusals emptied; of what it took each stands as sent; every claim has come to an end', () => {
  expect(county.granted - county.left()).toBe(county.log.length + county.emptied)
  const rows = county.reminders().filter(({ at: now }) => now >= startOfDay(FIRST))
  const counts = (list: readonly unknown[]) => list.length
  const tried = (answer: string | number) => counts(county.log.filter((one) => one.answer === answer))
  expect(counts(rows.filter(({ state }) => state === 'sent'))).toBe(tried('sent'))
  for (const code of [43101, 47003, -1, 'no_answer'] as const) {
    expect([code, counts(rows.filter((row) => row.code === code))]).toEqual([code, tried(code)])
    expect(tried(code)).toBeGreaterThan(0)
  }
  expect(rows.filter(({ state }) => state === 'claimed')).toEqual([])
})

function figures(until: Day): string {
  const share = (part: number, whole: number) => `${Math.round((100 * part) / Math.max(whole, 1))} %`
  const sorted = monthly()
  const rows = county.reminders({ kind: 'month_gap' }).filter(({ at: now }) => now >= startOfDay(FIRST))
  const byWeChat = rows.filter(({ state }) => state === 'sent').length
  const { weChat, calendar: byCalendar, person } = reached
  const all = weChat + byCalendar + person
  return [
    `${FIRST} to ${until}, ${county.members.length} members, ${county.heads.length} branches: ${county.log.length} messages`,
    `of whom WeChat reached, a month: median ${sorted[Math.floor(sorted.length / 2)]}, most ${sorted.at(-1)}`,
    `of ${rows.length} reminders of gaps ${share(byWeChat, rows.length)} by WeChat, the others by a person`,
    `of ${all} times somebody is expected ${share(weChat, all)} by WeChat, ${share(byCalendar, all)} by the phone’s calendar, ${share(person, all)} by a person`,
  ].join('; ')
}

test('the figures of the county', () => {
  process.stderr.write(`${figures(LAST)}\n`)
  expect(monthly().at(-1)).toBeLessThanOrEqual(12)
})
