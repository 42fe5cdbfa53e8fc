import type { Activity } from '@domain/activity/activity'
import type { ResponseOf } from '@domain/contract/actions'
import { anActivity } from '@domain/testing/builders'
import { MOMENT, openIdOf } from './people'
import { type aForm, checkIn, openMeeting, secretary, World } from './world'

let world: World
beforeAll(async () => {
  world = await World.start()
})
afterAll(() => world.stop())
afterEach(() => world.emulator.clock.set(MOMENT))

type Book = ResponseOf<'activity.book'>
const branchId = 'branch1'
const book = (data: object = {}): Promise<Book> =>
  world.get(secretary, 'activity.book', { branchId, from: 0, ...data })
const hold = async (overrides: Parameters<typeof aForm>[0]) => {
  const meeting = await openMeeting(world, secretary, { carries: [], ...overrides })
  await checkIn(world, 'm4', meeting.code())
  await world.get(secretary, 'activity.setState', { activityId: meeting.activityId, to: 'closed' })
  return meeting.activityId
}
const held = (id: string, overrides: Partial<Activity>): Activity =>
  anActivity({
    ...{ _id: id, branchId, hostId: branchId, kind: 'study', state: 'recorded', expected: [], carries: [] },
    ...overrides,
  })
const insert = (...meetings: Activity[]) =>
  world.emulator.database.insertMany('activities', meetings as unknown as Record<string, unknown>[])

test('the book of an empty branch is empty, and offers the running year', async () => {
  expect(await book()).toEqual({
    ...{ branch: { id: branchId, name: '农业农村局党支部' }, year: 2026, years: [2026] },
    ...{ count: 0, meetings: [] },
  })
})

test('a meeting stands in the book with the numbers of its record, and with what it lacks until it is in the book', async () => {
  const activityId = await hold({ kind: 'theme_party_day', title: '九月主题党日', carries: ['study'] })
  const record = await world.get(secretary, 'activity.record', { activityId })
  const [line] = (await book()).meetings
  expect(line).toMatchObject({
    ...{ id: activityId, kind: 'theme_party_day', carries: ['study'], title: '九月主题党日' },
    ...{ place: record.place, chair: record.chair, state: 'closed', lacks: ['unsettled', 'not_recorded'] },
    ...{ expected: record.expected.total, attended: record.attended.total },
    unsettled: record.unsettled.length,
  })
  const memberIds = record.unsettled.map(({ memberId }) => memberId)
  await world.get(secretary, 'activity.settleMany', { activityId, memberIds, reason: 'unstated' })
  expect((await book()).meetings[0]?.lacks).toEqual(['not_recorded'])
  await world.get(secretary, 'activity.confirmRecord', { activityId, beforeEnd: true })
  expect((await book()).meetings[0]).toMatchObject({ state: 'recorded', unsettled: 0, lacks: [] })
})

test('what lacks nothing in the book is what the branch’s page counts', async () => {
  await hold({ kind: 'general_meeting', title: '九月大会' })
  const { meetings } = await book()
  const page = await world.get(secretary, 'progress.branch', { branchId, periodKey: '2026-Q3' })
  for (const kind of ['theme_party_day', 'general_meeting'] as const) {
    const line = page.duties.find((duty) => duty.line.kind === kind)?.line
    if (!line) continue
    expect([kind, meetings.filter((one) => one.kind === kind).length]).toEqual([kind, line.done])
  }
  expect(page.duties.some(({ line }) => line.kind === 'general_meeting' && line.done === 1)).toBe(true)
})

test('one announced for a day that is over says so; a plan, a draft and a cancelled one are no entries', async () => {
  const before = (await book()).count
  const times = (hours: number) => ({
    startsAt: MOMENT + hours * 3_600_000,
    endsAt: MOMENT + (hours + 1) * 3_600_000,
  })
  insert(
    held('forgotten', { ...times(-48), state: 'published' }),
    held('planned', { ...times(48), state: 'published' }),
    held('draft', { ...times(-48), state: 'draft' }),
    held('cancelled', { ...times(-48), state: 'cancelled' }),
    held('elsewhere', { ...times(-48), branchId: 'branch2', hostId: 'branch2' }),
  )
  const { count, meetings } = await book()
  expect(count).toBe(before + 1)
  expect(meetings.find(({ id }) => id === 'forgotten')?.lacks).toEqual(['not_opened'])
})

test('a year of many meetings comes in parts, each once and newest first; 31 December and 1 January stand in years of their own', async () => {
  const days = Array.from(
    { length: 45 },
    (_, i) => Date.parse('2024-01-01T10:00:00+08:00') + i * 7 * 86_400_000,
  )
  insert(...days.map((at, i) => held(`old${i}`, { startsAt: at, endsAt: at + 3_600_000 })))
  const lastDay = Date.parse('2024-12-31T23:30:00+08:00')
  insert(held('last', { startsAt: lastDay, endsAt: lastDay + 3_600_000 }))
  const first = Date.parse('2025-01-01T00:00:00+08:00')
  insert(held('first', { startsAt: first, endsAt: first + 3_600_000 }))
  const seen: string[] = []
  for (let from: number | undefined = 0; from !== undefined;) {
    const part = await book({ year: 2024, from })
    expect([part.count, part.years]).toEqual([46, [2026, 2025, 2024]])
    seen.push(...part.meetings.map(({ id }) => id))
    from = part.next
  }
  expect(seen).toEqual(['last', ...days.map((_, i) => `old${i}`).reverse()])
  expect((await book({ year: 2025 })).meetings.map(({ id }) => id)).toEqual(['first'])
})

test('a year to come has no book, and nobody but those who run the branch gets one', async () => {
  const ask = (by: string, more: object = {}) =>
    world.reason(by, 'activity.book', { branchId, from: 0, ...more })
  expect(await ask(secretary, { year: 2027 })).toBe('invalid_request')
  expect(await ask(openIdOf('m4'))).toBe('forbidden')
  expect(await ask(openIdOf('n1'))).toBe('forbidden')
  expect(await ask(secretary, { branchId: 'group1' })).toBe('forbidden')
})
