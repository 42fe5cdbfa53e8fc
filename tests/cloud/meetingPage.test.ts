import { aFact, anActivity } from '@domain/testing/builders'
import { identities, members, MOMENT, openIdOf, organisations } from './people'
import { aForm, checkIn, newNonce, openMeeting, secretary, World } from './world'

let world: World
let meeting: Awaited<ReturnType<typeof openMeeting>>

const agenda = [
  { text: '学习习近平总书记重要讲话精神', minutes: 30 },
  { text: '党课', minutes: 40 },
]
const insert = (name: string, row: object) =>
  world.emulator.database.insertMany(name, [row as Record<string, unknown>])

/** branch1 shows numbers alone to others. */
const people = {
  organisations: organisations.map((one) => (one._id === 'branch1' ? { ...one, countsOnly: true } : one)),
  members,
  identities,
}

beforeAll(async () => {
  world = await World.start({ people })
  meeting = await openMeeting(world, secretary, {
    ...{ carries: ['study', 'lecture'], topic: '在乡村振兴一线守初心', lecturerId: 'm2', agenda },
    materials: ['《中国共产党章程》', '党课提纲'],
  })
})
afterAll(() => world.stop())

const view = (memberId: string, activityId = meeting.activityId) =>
  world.get(openIdOf(memberId), 'activity.view', { activityId })
const refused = (memberId: string, activityId = meeting.activityId) =>
  world.reason(openIdOf(memberId), 'activity.view', { activityId })

test('whoever is expected reads what is gone through, who chairs and lectures, from when it can be registered, and how they stand', async () => {
  expect(await view('m4')).toMatchObject({
    card: { title: '9月主题党日', place: '局三楼会议室', mine: 'expected', runs: false },
    opensAt: aForm().startsAt - 3_600_000,
    chairName: '李同志',
    lecturer: { name: '陈同志' },
    topic: '在乡村振兴一线守初心',
    agenda,
    materials: ['《中国共产党章程》', '党课提纲'],
  })
})

test('a leave and a registration show on the page of the meeting', async () => {
  const leave = (on: boolean) => ({
    ...{ activityId: meeting.activityId, leave: on, nonce: newNonce() },
    ...(on && { reason: 'public_duty' as const }),
  })
  await world.get(openIdOf('m5'), 'activity.leave', leave(true))
  expect((await view('m5')).card.mine).toBe('on_leave')
  await world.get(openIdOf('m5'), 'activity.leave', leave(false))
  expect((await view('m5')).card.mine).toBe('expected')
  await checkIn(world, 'm4', meeting.code())
  expect((await view('m4')).card).toMatchObject({ mine: 'registered', way: 'scan' })
})

test('a member of another branch sees no such meeting, until they are there as a guest', async () => {
  expect(await refused('n2')).toBe('forbidden')
  expect(await refused('n2', 'nowhere')).toBe('forbidden')
  await checkIn(world, 'n2', meeting.code())
  expect(await view('n2')).toMatchObject({ card: { mine: 'registered' }, agenda })
})

test('a guest who is expected at a meeting of another branch sees it; drafts and services have no such page', async () => {
  const expected = [{ memberId: 'n2', standing: 'full' as const }]
  insert(
    'activities',
    anActivity({ _id: 'joint', state: 'published', startsAt: MOMENT + 86_400_000, expected }),
  )
  insert('activities', anActivity({ _id: 'draft', state: 'draft', expected }))
  const service = { kind: 'community_service', hostType: 'community', hostId: 'community1' } as const
  insert('activities', anActivity({ _id: 'service', ...service, expected }))
  expect((await view('n2', 'joint')).card.mine).toBe('expected')
  expect(await refused('n2', 'draft')).toBe('forbidden')
  expect(await refused('n2', 'service')).toBe('forbidden')
})

test('of a branch that shows numbers alone, whoever chairs and lectures is not named to a guest; a lecturer from elsewhere is', async () => {
  const lectured = await view('n2')
  expect(lectured.chairName).toBeUndefined()
  expect(lectured.lecturer).toBeUndefined()
  expect((await view('m4')).lecturer).toEqual({ name: '陈同志' })
  const from = { lecturerName: '周立群', lecturerPost: '县委党校教师' }
  insert('activities', anActivity({ _id: 'elsewhere', ...from, expected: [] }))
  insert('facts', aFact({ memberId: 'n2', activityId: 'elsewhere', guest: true }))
  expect((await view('n2', 'elsewhere')).lecturer).toEqual({ name: '周立群', post: '县委党校教师' })
})
