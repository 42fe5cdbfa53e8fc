import type { StoredReminder } from '@cloud/lib/store/collections/reminders'
import { at } from '@domain/testing/at'
import { aFact, anActivity } from '@domain/testing/builders'
import { openIdOf } from './people'
import { leader, newNonce, officer, secretary, World } from './world'

let world: World

const insert = (name: string, ...rows: object[]) =>
  world.emulator.database.insertMany(name, rows as Record<string, unknown>[])
const months = ['03', '04', '05', '06', '07', '08', '09', '10']

/** A study a month that m4 and m9 were at, m4 in its second half of the year no more; dues of everyone but m5 since May. */
const history = () => {
  insert(
    'activities',
    ...months.map((month) =>
      anActivity({
        _id: `study${month}`,
        kind: 'study',
        nonce: month,
        startsAt: at(`2026-${month}-12 15:00`),
      }),
    ),
  )
  const came = (memberId: string, month: string) =>
    aFact({
      memberId,
      activityId: `study${month}`,
      activityKind: 'study',
      occurredAt: at(`2026-${month}-12 15:00`),
    })
  const all = Array.from({ length: 12 }, (_, i) => `m${i + 1}`)
  const { activityId: _a, activityKind: _k, ...paid } = aFact()
  insert(
    'facts',
    ...all.flatMap((memberId) =>
      months
        .filter((month) => memberId !== 'm4' || month < '06')
        .filter((month) => memberId !== 'm1' || month < '06')
        .map((month) => came(memberId, month)),
    ),
    ...all.flatMap((memberId) =>
      months
        .filter((month) => memberId !== 'm5' || month < '04')
        .map((month) => ({
          ...paid,
          _id: `dues_${memberId}_2026-${month}`,
          kind: 'tick',
          dutyId: 'dues',
          periodKey: `2026-${month}`,
          memberId,
          occurredAt: at(`2026-${month}-20 09:00`),
          occurredOn: `2026-${month}-20`,
        })),
    ),
  )
}

beforeAll(async () => {
  world = await World.start()
  history()
})
afterAll(() => world.stop())

const nightAfter = async (when: string) => {
  world.emulator.clock.set(at(when))
  await world.emulator.invoke('rollup', {}, {})
}
const kept = () =>
  (world.emulator.database.find('reminders', { kind: 'early' }) as unknown as StoredReminder[])
    .map(
      ({ memberId, early }) => `${memberId} ${early?.of ?? ''} ${early?.months ?? ''} ${early?.since ?? ''}`,
    )
    .sort()
const inboxOf = async (who: string) =>
  (await world.get(who, 'reminder.inbox')).items.filter(({ type }) => type === 'notice')
const page = (who = secretary, periodKey?: string) =>
  world.get(who, 'progress.branch', { branchId: 'branch1', periodKey })

test('a month counts from the day its entering is closed: two are no note, three and five are', async () => {
  // 8 September: August may still be entered until the end of the 7th, the fifth workday.
  await nightAfter('2026-09-07 00:05')
  expect(kept()).toEqual(['m5 dues 3 2026-04'])
  expect((await page()).early).toMatchObject([{ memberId: 'm5', of: 'dues', months: 3, since: '2026-04' }])
  await nightAfter('2026-09-08 00:05')
  expect(kept()).toEqual(['m1 life 3 2026-06', 'm4 life 3 2026-06', 'm5 dues 3 2026-04', 'm5 dues 5 2026-04'])
})

test('run again, or two at once, nothing is noted twice and nothing is sent', async () => {
  const before = kept()
  await Promise.all([nightAfter('2026-09-09 00:05'), nightAfter('2026-09-09 00:05')])
  await nightAfter('2026-09-10 00:05')
  expect(kept()).toEqual(before)
  expect(world.emulator.outbox()).toEqual([])
})

test('those who run the branch find it in the inbox, kindly said; nobody else does, least of all whom it is about', async () => {
  const notices = await inboxOf(secretary)
  expect(notices).toMatchObject([{ target: 'branch', branchId: 'branch1', title: '建议谈谈心' }, {}])
  const texts = notices.map((notice) => ('text' in notice ? notice.text : ''))
  expect(texts).toContain('孙同志同志已有三个月没有参加组织生活的登记，方便时找本人谈谈心、了解一下情况。')
  expect(JSON.stringify(notices)).not.toMatch(/m1_life|脱党|不合格|警告/)
  expect(texts).toHaveLength(2)
  // The secretary’s own is told to the organisation officer alone.
  expect(await inboxOf(officer)).toHaveLength(3)
  for (const who of ['m4', 'm5', 'm6', 'm9', 'n1']) expect(await inboxOf(openIdOf(who))).toEqual([])
  expect(await inboxOf('openid-county')).toEqual([])
})

test('the branch page shows it to those who run the branch, in the running month only, within six calls', async () => {
  world.emulator.clock.set(at('2026-09-22 14:50'))
  await page()
  const { early } = await page()
  expect(world.lastInvocation().calls.length).toBeLessThanOrEqual(6)
  expect(early?.map(({ memberId, of, months: level }) => [memberId, of, level])).toEqual([
    ['m4', 'life', 3],
    ['m5', 'dues', 5],
  ])
  expect((await page(officer)).early).toHaveLength(3)
  expect((await page(secretary, '2026-08')).early).toBeUndefined()
  expect((await page(secretary, '2026-Q3')).early).toBeUndefined()
  expect((await page(leader)).early).toBeUndefined()
  const above = { branchId: 'branch1' }
  expect(await world.reason('openid-county', 'progress.branch', above)).toBe('forbidden')
})

test('once somebody has talked with them it is suggested no more, on the page and in the inbox; taken back it is', async () => {
  const talk = (held: boolean) =>
    world.get(officer, 'talk.enter', {
      ...{ branchId: 'branch1', memberId: 'm2', withId: 'm4', on: '2026-09-22', held, nonce: newNonce() },
    })
  const suggested = async () => [
    (await page()).early?.map(({ memberId }) => memberId),
    (await inboxOf(secretary)).map((notice) => ('text' in notice ? notice.text.slice(0, 5) : '')),
  ]
  const both = await suggested()
  expect(both[0]).toEqual(['m4', 'm5'])
  await talk(true)
  expect(await suggested()).toEqual([['m5'], both[1]?.filter((text) => !text.startsWith('孙'))])
  await talk(false)
  expect(await suggested()).toEqual(both)
  await talk(true)
})

test('while it lasts the same level is noted once, also when its beginning has left what is looked at; after 30 days the inbox lets it go', async () => {
  await nightAfter('2026-11-10 00:05')
  expect(kept().filter((one) => one.startsWith('m5'))).toEqual(['m5 dues 3 2026-04', 'm5 dues 5 2026-04'])
  expect(kept().filter((one) => one.startsWith('m4'))).toEqual(['m4 life 3 2026-06', 'm4 life 5 2026-06'])
  const texts = (await inboxOf(secretary)).map((notice) => ('text' in notice ? notice.text : ''))
  expect(texts).toHaveLength(1)
  expect(texts[0]).toContain('五个月')
})

test('what holds no more the page lets go of with the next night', async () => {
  const suggested = async () => (await page()).early?.map(({ memberId }) => memberId)
  expect(await suggested()).toEqual(['m4', 'm5'])
  const came = aFact({ memberId: 'm4', activityId: 'study10', activityKind: 'study' })
  insert('facts', { ...came, occurredAt: at('2026-10-12 15:00'), occurredOn: '2026-10-12' })
  await nightAfter('2026-11-11 00:05')
  expect(await suggested()).toEqual(['m5'])
  expect(kept().filter((one) => one.startsWith('m4'))).toHaveLength(2)
})
