import { at } from '@domain/testing/at'
import { aFact } from '@domain/testing/builders'
import type { Member } from '@domain/org/member'
import { consents } from './agreed'
import { identities, members, MOMENT, openIdOf, organisations } from './people'
import { aForm, leader, newNonce, officer, secretary, World } from './world'

/** A meeting that was held and never planned, entered from its paper list. m1 is the secretary, m2 the organisation officer, m6 leads group 2. */
let world: World
beforeAll(async () => {
  world = await World.start()
})
afterAll(() => world.stop())
afterEach(() => world.emulator.clock.set(MOMENT))

const lastFriday = { startsAt: at('2026-09-18 15:00'), endsAt: at('2026-09-18 16:30') }
const everyone = aForm().expectedIds
const held = (overrides: object = {}, form: Parameters<typeof aForm>[0] = {}) => ({
  nonce: newNonce(),
  form: aForm({ title: '集中学习', kind: 'study', carries: [], ...lastFriday, ...form }),
  presentIds: everyone,
  absent: [],
  ...overrides,
})
const ownRecord = async (memberId: string, activityId: string) => {
  const { records } = await world.get(openIdOf(memberId), 'progress.records', { year: 2026 })
  return records.find(({ id }) => id === `${activityId}_${memberId}`)
}

test('it counts for nobody, whoever entered it included, until a second person of the branch has confirmed the whole roll', async () => {
  const { activityId, present } = await world.get(
    secretary,
    'activity.enterHeld',
    held({ presentIds: ['m1', 'm4'], absent: [{ memberId: 'm5', reason: 'in_village' }] }),
  )
  expect(present).toBe(2)
  for (const id of ['m1', 'm4'])
    expect(await ownRecord(id, activityId)).toMatchObject({ state: 'waiting', way: 'paper', late: true })
  expect(await world.reason(secretary, 'activity.lateEntry', { activityId })).toBe('forbidden')
  const shown = await world.get(officer, 'activity.lateEntry', { activityId })
  expect(shown).toMatchObject({ present: 2, late: { state: 'waiting' } })
  expect(shown.absent).toMatchObject([{ reason: 'in_village' }])
  await world.get(officer, 'activity.confirmLate', { activityId, agree: true, seen: shown.seen })
  for (const id of ['m1', 'm4'])
    expect(await ownRecord(id, activityId)).toMatchObject({ state: 'valid', late: true })
})

test('a resend is the same meeting, also after it was confirmed', async () => {
  const request = held({ presentIds: ['m4'] }, { title: '再发一次' })
  const first = await world.get(secretary, 'activity.enterHeld', request)
  expect(await world.get(secretary, 'activity.enterHeld', request)).toEqual(first)
  const { activityId } = first
  const { seen } = await world.get(officer, 'activity.lateEntry', { activityId })
  await world.get(officer, 'activity.confirmLate', { activityId, agree: true, seen })
  await world.get(secretary, 'activity.enterHeld', { ...request, presentIds: everyone })
  const { arrivals } = await world.get(secretary, 'activity.board', { activityId })
  expect(arrivals).toHaveLength(1)
})

test.each([
  ['not over yet', held({}, { startsAt: MOMENT - 3_600_000, endsAt: MOMENT + 60_000 }), 'wrong_times'],
  [
    'of the year before last',
    held({}, { startsAt: at('2024-12-30 15:00'), endsAt: at('2024-12-30 16:00') }),
    'wrong_times',
  ],
  ['with nobody there', held({ presentIds: [] }), 'invalid_request'],
  ['with somebody of another branch', held({ presentIds: ['n1'] }), 'invalid_request'],
  ['with one name twice', held({ presentIds: ['m4', 'm4'] }), 'invalid_request'],
  ['with one both there and not', held({ absent: [{ memberId: 'm4', reason: 'other' }] }), 'invalid_request'],
  ['a lecture without lecturer', held({}, { kind: 'lecture', topic: '守初心' }), 'missing_lecturer'],
])('a meeting %s is refused, and nothing of it is kept', async (_, request, reason) => {
  const before = world.documents()
  expect(await world.reason(secretary, 'activity.enterHeld', request)).toBe(reason)
  expect(world.documents()).toBe(before)
})

test('who came to the branch after that day is left out of its lists, in a 补录 as in a plan of that day', async () => {
  const since = (id: string, from: string) => (one: Member) =>
    one._id === id ? { ...one, memberships: one.memberships.map((each) => ({ ...each, from })) } : one
  const fresh = await World.start({
    people: { organisations, identities, consents, members: members.map(since('m5', '2026-09-20')) },
  })
  const { activityId, present } = await fresh.get(secretary, 'activity.enterHeld', held())
  expect(present).toBe(everyone.length - 1)
  const { arrivals, expected } = await fresh.get(secretary, 'activity.board', { activityId })
  expect([...arrivals, ...expected].map(({ memberId }) => memberId)).not.toContain('m5')
  const onlyLater = held({ presentIds: ['m5'] })
  expect(await fresh.reason(secretary, 'activity.enterHeld', onlyLater)).toBe('invalid_request')
  const { form } = held({}, { title: '另一场' })
  expect(await fresh.reason(secretary, 'activity.save', { nonce: newNonce(), form, publish: true })).toMatch(
    /^ok/,
  )
  await fresh.stop()
})

test('a group leader enters the meeting of the own group, and no other', async () => {
  const own = { kind: 'group_meeting', hostId: 'group2', chairId: 'm6', recorderId: 'm8' } as const
  const mine = await world.get(openIdOf('m1'), 'activity.prepare', { branchId: 'branch1' })
  const ids = (group: string) => mine.hosts.find(({ id }) => id === group)?.memberIds ?? []
  const of = (group: string) =>
    held({ presentIds: ids(group) }, { ...own, hostId: group, expectedIds: ids(group), title: '党小组会' })
  expect(await world.reason(leader, 'activity.enterHeld', of('group2'))).toMatch(/^ok/)
  expect(await world.reason(leader, 'activity.enterHeld', of('group1'))).toBe('forbidden')
})

test('whoever came to it from another branch waits on that branch’s page too, until it is confirmed', async () => {
  const april = { startsAt: at('2026-04-09 15:00'), endsAt: at('2026-04-09 17:00') }
  const { activityId } = await world.get(secretary, 'activity.enterHeld', held({ presentIds: ['m4'] }, april))
  const came = { activityId, activityKind: 'study' as const, occurredAt: april.startsAt, guest: true }
  const guest = aFact({ memberId: 'n2', branchId: 'branch2', hostId: 'branch1', ...came })
  world.emulator.database.insertMany('facts', [{ ...guest }])
  const own = async () => {
    const asked = { branchId: 'branch2', periodKey: '2026-04' }
    const { rows } = await world.get(openIdOf('n1'), 'progress.branch', asked)
    const cells = rows.find(({ memberId }) => memberId === 'n2')?.cells
    return cells?.find(({ dutyId }) => dutyId === 'member_study')
  }
  expect(await own()).toMatchObject({ state: 'waiting', done: 0 })
  const { seen } = await world.get(officer, 'activity.lateEntry', { activityId })
  expect(await world.reason(officer, 'activity.confirmLate', { activityId, agree: true, seen })).toMatch(
    /^ok/,
  )
  expect(await own()).toMatchObject({ state: 'done', done: 1 })
})

test('a day’s cap holds for meetings entered afterwards as for plans', async () => {
  let last = ''
  for (let turn = 0; turn < 61 && !last.startsWith('too_many'); turn += 1)
    last = await world.reason(officer, 'activity.enterHeld', held({ presentIds: ['m4'] }))
  expect(last).toBe('too_many_today')
})

test('the plan page knows what is held already and who confirms', async () => {
  const { around, secondIds } = await world.get(secretary, 'activity.prepare', { branchId: 'branch1' })
  expect(around.map(({ title }) => title)).toContain('再发一次')
  expect(secondIds).toEqual(['m2'])
})
