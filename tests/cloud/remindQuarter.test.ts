import type { StoredReminder } from '@cloud/lib/store/collections/reminders'
import { isGap } from '@domain/progress/gapNow'
import { aFact } from '@domain/testing/builders'
import { calendar } from '@domain/testing/workYears'
import { addDays, type Day, dayOf, startOfDay } from '@domain/time/day'
import { entryClosesAt } from '@domain/time/entryDeadline'
import { periodByKey, periodOf } from '@domain/time/period'
import { isWorkday } from '@domain/time/workdays'
import { identities, openIdOf, organisations, unboundId } from './people'
import { insert, templates } from './reminders'
import { did, exempt, holdMonth, leaves, people, randomFrom, refusedByWeChat, silent } from './simulated'
import { aForm, newNonce, officer, secretary, World } from './world'

const isLong = process.env.LONG_RUN === '1'
/** A quarter with 国庆 and the end of the year in it; in the long form a whole year, every hour. */
const FIRST: Day = isLong ? '2026-01-01' : '2026-09-21'
const LAST: Day = '2026-12-31'

const random = randomFrom(15)
const chance = (share: number): boolean => random() < share
/** Of what waits by its own dice, so that all else stays as it was. */
const dice = randomFrom(41)

/** What reached somebody, or was tried. */
interface Logged {
  at: number
  memberId: string
  about: 'gap' | 'meeting' | 'waiting'
  text: string
  errcode: number
}

const log: Logged[] = []
/** Who missed something of a month at its end, by the home page. */
const missed: { memberId: string; month: string; told: boolean }[] = []
/** Told that something is missing while the home page says that nothing is. */
const wronglyTold: string[] = []
/** Told that something waits while nothing has waited since the day before. */
const wronglyAsked: string[] = []
let world: World
let granted = 0
/** What stood here and was refused all the same. */
let emptied = 0

const ids = people.map(({ _id }) => _id)
const idOf = (openid: string): string => ids.find((id) => openIdOf(id) === openid) ?? openid

const grant = async (memberId: string, accepted: ('meeting' | 'month_gap' | 'waiting')[]) => {
  granted += accepted.length
  await world.get(openIdOf(memberId), 'reminder.accept', { accepted, nonce: newNonce() })
}

const leftOf = (memberId: string): number =>
  Number(world.emulator.database.find('credits', { _id: memberId })[0]?.month_gap ?? 0)

const remaining = (): number =>
  (
    world.emulator.database.find('credits') as { meeting?: number; month_gap?: number; waiting?: number }[]
  ).reduce((sum, { meeting = 0, month_gap = 0, waiting = 0 }) => sum + meeting + month_gap + waiting, 0)

/** A day of people: some do what is left, some let a message come again. */
async function live(day: Day): Promise<void> {
  const month = day.slice(0, 7)
  if (day.endsWith('-03')) holdMonth(world, month)
  if (day.slice(8) < '03') return
  for (const memberId of ids) {
    if (chance(0.03)) did(world, memberId, month, 'study')
    if (chance(0.02)) did(world, memberId, month, 'community_service')
    if (memberId !== unboundId && memberId !== silent && chance(0.04))
      await grant(memberId, ['meeting', 'month_gap'])
  }
}

const openWords = () =>
  world.emulator.database.find('facts', { witnessId: 'branch1', confirmed: null }) as {
    _id: string
    recordedAt: number
  }[]

/** Now and then a record waits for a second person; whoever is asked answers some days later, and allows a word of it from time to time. */
async function ask(day: Day): Promise<void> {
  for (const { _id } of openWords())
    if (dice() < 0.2) await world.get(officer, 'checkin.witness', { factId: _id, agree: true })
  if (dice() < 0.15) {
    const recordedAt = startOfDay(day) + 7 * 3_600_000
    const about = {
      memberId: 'm7',
      by: 'm7',
      way: 'backfill' as const,
      activityId: `study_${day.slice(0, 7)}`,
    }
    insert(
      world,
      'facts',
      aFact({
        _id: `word_${day}`,
        ...about,
        witnessId: 'branch1',
        confirmed: null,
        recordedAt,
        occurredAt: recordedAt,
      }),
    )
  }
  if (dice() < 0.2) await grant('m2', ['waiting'])
}

let meetingId: string | undefined

/** Every other Monday a meeting is announced for Saturday of next week; of some the hour moves, some are cancelled. */
async function plan(day: Day): Promise<void> {
  const weekday = new Date(startOfDay(day) + 9 * 3_600_000).getUTCDay()
  const startsAt = startOfDay(addDays(day, 12)) + 15 * 3_600_000
  const expectedIds = ids.filter((id) => id.startsWith('m') && id !== leaves)
  const form = (start: number) => aForm({ startsAt: start, endsAt: start + 3_600_000, expectedIds })
  if (weekday === 1 && chance(0.5)) {
    const request = { form: form(startsAt), publish: true, nonce: newNonce() }
    meetingId = (await world.get(secretary, 'activity.save', request)).activityId
  } else if (weekday === 3 && meetingId !== undefined && chance(0.6)) {
    const [meeting] = world.emulator.database.find('activities', { _id: meetingId, state: 'published' })
    if (meeting && chance(0.5))
      await world.get(secretary, 'activity.setState', {
        activityId: meetingId,
        to: 'cancelled',
        reason: 'other',
      })
    else if (meeting) {
      const later = form((meeting.startsAt as number) + 3_600_000)
      await world.get(secretary, 'activity.save', {
        activityId: meetingId,
        form: later,
        publish: true,
        nonce: newNonce(),
      })
    }
    meetingId = undefined
  }
}

const missesSomething = async (memberId: string): Promise<boolean> => {
  const { month, quarter, year } = await world.get(openIdOf(memberId), 'progress.home')
  return [month, quarter, year].some(({ duties }) => duties.some(isGap))
}

const abouts: Record<string, Logged['about']> = { 'T-gap': 'gap', 'T-waiting': 'waiting' }

async function remindAt(now: number): Promise<void> {
  world.emulator.clock.set(now)
  const before = world.emulator.outbox().length
  const had = leftOf(refusedByWeChat)
  await world.emulator.invoke('remind', {}, {})
  for (const { openid, templateId, data, errcode } of world.emulator.outbox().slice(before)) {
    const memberId = idOf(openid)
    const about = abouts[templateId] ?? 'meeting'
    log.push({ at: now, memberId, about, errcode, text: JSON.stringify(data) })
    if (errcode === 43101) emptied += had - 1
    if (about === 'waiting' && !openWords().some(({ recordedAt }) => dayOf(recordedAt) < dayOf(now)))
      wronglyAsked.push(`${memberId} ${dayOf(now)}`)
    // Of a month that runs the home page is another way to the same answer; the secretary is told of the branch as well.
    const isOfRunning = /本月还差|月底前还差/.test(JSON.stringify(data))
    if (
      about === 'gap' &&
      isOfRunning &&
      memberId !== 'm1' &&
      memberId !== 'n1' &&
      !(await missesSomething(memberId))
    )
      wronglyTold.push(`${memberId} ${dayOf(now)}`)
  }
}

/** At a month's last hour: who still misses something, and whether that was told, by WeChat or on a leader's list. */
async function takeStock(day: Day): Promise<void> {
  const month = day.slice(0, 7)
  for (const memberId of ids.filter((id) => id !== unboundId && id !== leaves)) {
    const { duties } = (await world.get(openIdOf(memberId), 'progress.home')).month
    if (!duties.some(({ state }) => state === 'missing')) continue
    const where = { memberId, kind: 'month_gap', periodKey: month, overdue: false }
    missed.push({ memberId, month, told: world.emulator.database.count('reminders', where) > 0 })
  }
}

const hoursOf = (): number[] =>
  isLong ? Array.from({ length: 24 }, (_, hour) => hour) : [7, 8, 9 + Math.floor(random() * 12), 21]

beforeAll(async () => {
  const some = {
    organisations,
    members: people,
    identities: identities.filter((one) => !/-p\d/.test(one._id)),
  }
  world = await World.start({ env: templates, people: some })
  insert(world, 'credits', { _id: silent, meeting: 3, month_gap: 3, byLeader: true, moves: [] })
  granted += 6
  world.emulator.failMessages({ openid: openIdOf(refusedByWeChat), templateId: 'T-gap' }, 43101)
  for (let day = FIRST; day <= LAST; day = addDays(day, 1)) {
    world.emulator.clock.set(startOfDay(day) + 7 * 3_600_000)
    await live(day)
    await plan(day)
    await ask(day)
    for (const hour of hoursOf()) await remindAt(startOfDay(day) + hour * 3_600_000 + 5 * 60_000)
    if (day === periodOf('month', startOfDay(day)).to) await takeStock(day)
  }
}, 3_600_000)
afterAll(() => world.stop())

const gaps = () => log.filter(({ about }) => about === 'gap')
const waiting = () => log.filter(({ about }) => about === 'waiting')
const counted = <T>(list: readonly T[], keyOf: (one: T) => string): Map<string, number> => {
  const counts = new Map<string, number>()
  for (const one of list) counts.set(keyOf(one), (counts.get(keyOf(one)) ?? 0) + 1)
  return counts
}
const rows = () => world.emulator.database.find('reminders') as unknown as StoredReminder[]

test('messages of both kinds were sent, so that the rest says something', () => {
  expect(gaps().length).toBeGreaterThan(20)
  expect(log.filter(({ about }) => about === 'meeting').length).toBeGreaterThan(20)
  expect(waiting().length).toBeGreaterThan(3)
  expect(missed.length).toBeGreaterThan(10)
})

test('none at night, and of gaps and of what waits none on a day without work', () => {
  const hourOf = (now: number) => (now - startOfDay(dayOf(now))) / 3_600_000
  expect(log.filter(({ at: now }) => hourOf(now) < 8 || hourOf(now) >= 21)).toEqual([])
  expect([...gaps(), ...waiting()].filter(({ at: now }) => !isWorkday(dayOf(now), calendar))).toEqual([])
})

test('of what waits nobody is told twice a day, before it has waited a day, or after it was answered', () => {
  const days = counted(waiting(), ({ memberId, at: now }) => `${memberId} ${dayOf(now)}`)
  expect([...days].filter(([, count]) => count > 1)).toEqual([])
  expect(new Set(waiting().map(({ memberId }) => memberId))).toEqual(new Set(['m2']))
  expect(wronglyAsked).toEqual([])
})

test('of gaps nobody is told twice a day or three times a month, and nobody anything in the same words twice a day', () => {
  const days = counted(gaps(), ({ memberId, at: now }) => `${memberId} ${dayOf(now)}`)
  expect([...days].filter(([, count]) => count > 1)).toEqual([])
  const months = counted(gaps(), ({ memberId, at: now }) => `${memberId} ${dayOf(now).slice(0, 7)}`)
  expect([...months].filter(([, count]) => count > 2)).toEqual([])
  const words = counted(log, ({ memberId, at: now, text }) => `${memberId} ${dayOf(now)} ${text}`)
  expect([...words].filter(([, count]) => count > 1)).toEqual([])
})

test('nothing goes to who is silent, exempt, gone or bound to nobody, nor to who misses nothing', () => {
  expect(log.filter(({ memberId }) => memberId === silent || memberId === unboundId)).toEqual([])
  // Whoever is ill still pays the dues.
  const ofExempt = gaps().filter(
    ({ memberId, text }) => memberId === exempt && !text.includes('{"value":"党费 1 次"}'),
  )
  expect(ofExempt).toEqual([])
  expect(gaps().filter((one) => one.memberId === leaves && dayOf(one.at) > '2026-10-31')).toEqual([])
  expect(wronglyTold).toEqual([])
})

test('whatever was missing at a month’s end had been told: by a message, or by a person from the leader’s list', () => {
  expect(missed.filter(({ told }) => !told)).toEqual([])
})

test('gaps of a month are told within its last days or while it can still be entered', () => {
  const late = rows().filter(({ kind, periodKey, overdue, at: now }) => {
    if (kind !== 'month_gap') return false
    const month = periodByKey(periodKey)
    // T−7 may begin some days earlier, where holidays lie before it.
    return overdue
      ? dayOf(now) <= month.to || now >= entryClosesAt(month, calendar)
      : dayOf(now) > month.to || dayOf(now) < addDays(month.to, -16)
  })
  expect(late).toEqual([])
})

test('every message spent one credit, and every claim has come to an end', () => {
  expect(granted - remaining()).toBe(log.length + emptied)
  expect(rows().filter(({ state }) => state === 'claimed')).toEqual([])
  expect(log.filter(({ errcode }) => errcode === 0)).toHaveLength(
    rows().filter(({ state }) => state === 'sent').length,
  )
})

test('the figures', () => {
  const arrived = log.filter(({ errcode }) => errcode === 0)
  const months = [
    ...counted(arrived, ({ memberId, at: now }) => `${memberId} ${dayOf(now).slice(0, 7)}`).values(),
  ]
  const sorted = [...months].sort((a, b) => a - b)
  const gapRows = rows().filter(({ kind }) => kind === 'month_gap')
  const byWeChat = gapRows.filter(({ state }) => state === 'sent').length
  const most = sorted.at(-1) ?? 0
  console.log(
    `messages a member a month: median ${sorted[Math.floor(sorted.length / 2)]}, most ${most}; of ${gapRows.length} gap reminders by WeChat ${byWeChat}, by a person ${gapRows.length - byWeChat}; of what waits ${waiting().length}`,
  )
  expect(most).toBeLessThanOrEqual(12)
})
