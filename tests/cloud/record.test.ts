import { MOMENT, openIdOf } from './people'
import { aForm, checkIn, newNonce, officer, openMeeting, secretary, World } from './world'

/** The record of a meeting from its first word to 成册, and back. m1 is the secretary, m2 the organisation officer, m7 chairs. */
let world: World
beforeAll(async () => {
  world = await World.start()
})
afterAll(() => world.stop())
afterEach(() => world.emulator.clock.set(MOMENT))

const chair = openIdOf('m7')
const closed = async (overrides: Parameters<typeof aForm>[0] = {}) => {
  const meeting = await openMeeting(world, secretary, { carries: [], ...overrides })
  await world.get(secretary, 'activity.setState', { activityId: meeting.activityId, to: 'closed' })
  return meeting
}
const amend = (activityId: string, fields: object, by = secretary) =>
  world.reason(by, 'activity.amend', { activityId, ...fields, nonce: newNonce() })
const record = (activityId: string, by = secretary) => world.get(by, 'activity.record', { activityId })
const settleAll = async (activityId: string) => {
  const memberIds = (await record(activityId)).unsettled.map(({ memberId }) => memberId)
  return world.get(secretary, 'activity.settleMany', { activityId, memberIds, reason: 'unstated' })
}
const confirm = (activityId: string, by = secretary) =>
  world.reason(by, 'activity.confirmRecord', { activityId, beforeEnd: true })
const takeBack = (activityId: string, by = secretary, reason = 'wording') =>
  world.reason(by, 'activity.takeBack', { activityId, reason })
const ok = expect.stringMatching(/^ok/) as unknown

const vote = {
  ...{ matter: '第四季度安排', vote: 'ordinary', ballot: 'hands' },
  ...{ entitled: 9, present: 6, inFavour: 6, against: 0, abstained: 0 },
}

test('every field of the record may be said until 成册, is read back as said, and an emptied one is gone', async () => {
  const { activityId } = await closed({ kind: 'general_meeting', title: '九月大会' })
  const said = {
    title: '九月支部党员大会',
    place: '二楼会议室',
    topic: '第四季度工作',
    agenda: [{ text: '学习', minutes: 20 }],
    observers: [{ name: '周立群', post: '局党组书记' }],
    contents: '学习了文件',
    resolution: '同意',
    votes: [vote],
    tags: ['oath'],
    hours: 1.5,
    steps: ['studied'],
    readings: ['《中国共产党章程》'],
    materials: ['提纲'],
    reporter: '周立群',
  }
  expect(await amend(activityId, { ...said, recorderId: 'm8', chairId: 'm2', speakerIds: ['m4'] })).toEqual(
    ok,
  )
  expect(await record(activityId)).toMatchObject({
    ...said,
    recorderId: 'm8',
    chairId: 'm2',
    speakers: [{ id: 'm4' }],
  })
  expect(await amend(activityId, { contents: '', observers: [], votes: [], recorderId: null })).toEqual(ok)
  const emptied = await record(activityId)
  expect([emptied.contents, emptied.observers, emptied.votes, emptied.recorder]).toEqual([
    undefined,
    undefined,
    undefined,
    undefined,
  ])
})

test('the audit says which fields were changed, and nothing of what was typed', async () => {
  const { activityId } = await closed({ title: '审计' })
  expect(await amend(activityId, { contents: '只有支部知道', observers: [{ name: '外来的人' }] })).toEqual(ok)
  const rows = world.emulator.database.find('audit', { activityId, what: 'amend' })
  expect(rows).toMatchObject([{ by: 'm1', result: 'observers contents' }])
  expect(JSON.stringify(rows)).not.toMatch(/只有支部知道|外来的人/)
})

test('a meeting is held on the day it was planned for, by people of its branch, and its votes add up', async () => {
  const { activityId } = await closed({ title: '改不了的' })
  const { startsAt, endsAt } = aForm()
  world.emulator.clock.set(endsAt)
  const tries: [object, string][] = [
    [{ startsAt: startsAt - 86_400_000 }, 'startsAt'],
    [{ startsAt: world.now() + 3_600_000, endsAt: endsAt + 3_600_000 }, 'startsAt'],
    [{ endsAt: startsAt }, 'endsAt'],
    [{ chairId: 'n1' }, 'chairId'],
    [{ recorderId: 'n1' }, 'recorderId'],
    [{ speakerIds: ['n1'] }, 'speakerIds'],
    [{ lecturerId: 'nobody' }, 'lecturerId'],
    [{ votes: [{ ...vote, against: 1 }] }, 'votes'],
  ]
  for (const [fields, path] of tries) {
    const answer = await world.call(secretary, 'activity.amend', { activityId, ...fields, nonce: newNonce() })
    expect(answer).toMatchObject({ reason: 'invalid_request', detail: { path } })
  }
  expect(await amend(activityId, { startsAt: startsAt + 600_000 })).toEqual(ok)
})

test('a lecture keeps a lecturer: one from elsewhere by name counts, none is refused', async () => {
  const lecture = { kind: 'lecture' as const, title: '党课', topic: '守初心', lecturerId: 'm4' }
  const { activityId } = await closed(lecture)
  expect(await amend(activityId, { lecturerId: null })).toBe('missing_lecturer')
  expect(await amend(activityId, { topic: '' })).toBe('missing_topic')
  const guest = { lecturerId: null, lecturerName: '党校教授', lecturerPost: '教授' }
  expect(await amend(activityId, guest)).toEqual(ok)
  const why = await world.get(secretary, 'progress.why', {
    subjectId: 'branch1',
    dutyId: 'party_lecture',
    periodKey: '2026-Q3',
  })
  expect(why.counted.map(({ title }) => title)).toContain('党课')
})

test('only what is known ahead is said of a meeting that has not begun', async () => {
  const form = aForm({ title: '还没开', startsAt: MOMENT + 86_400_000, endsAt: MOMENT + 90_000_000 })
  const { activityId } = await world.get(secretary, 'activity.save', {
    nonce: newNonce(),
    form,
    publish: true,
  })
  expect(await amend(activityId, { contents: '早了' })).toBe('wrong_state')
})

test('all who are open get one reason at once, and whoever came is left out', async () => {
  const meeting = await openMeeting(world, secretary, { title: '一起定' })
  const { activityId } = meeting
  await checkIn(world, 'm4', meeting.code())
  const memberIds = (await world.get(secretary, 'activity.board', { activityId })).expected.map(
    ({ memberId }) => memberId,
  )
  const many = { activityId, memberIds, reason: 'in_village' }
  expect(await world.reason(secretary, 'activity.settleMany', many)).toBe('wrong_state')
  await world.get(secretary, 'activity.setState', { activityId, to: 'closed' })
  expect(await world.get(secretary, 'activity.settleMany', many)).toEqual({ activityId, unsettled: 0 })
  const { absent } = await record(activityId)
  expect(absent.every(({ reason }) => reason === 'in_village')).toBe(true)
  expect(absent.map(({ memberId }) => memberId)).not.toContain('m4')
  // Once more changes nothing, and says so.
  expect(await world.get(secretary, 'activity.settleMany', many)).toEqual({ activityId, unsettled: 0 })
  expect(world.emulator.database.count('audit', { activityId, what: 'settle' })).toBe(1)
})

test('成册 is taken back by who runs the branch, both are kept, and it is recorded again', async () => {
  const { activityId } = await closed({ title: '收回', chairId: 'm7', recorderId: 'm8' })
  await settleAll(activityId)
  expect(await confirm(activityId, chair)).toEqual(ok)
  expect(await amend(activityId, { place: '改了' })).toBe('wrong_state')
  expect(await takeBack(activityId, chair)).toBe('forbidden')
  expect((await record(activityId)).mayTakeBack).toBe(true)
  expect(await takeBack(activityId)).toEqual(ok)
  // A resend is the same answer.
  expect(await takeBack(activityId)).toEqual(ok)
  expect(await amend(activityId, { place: '改了' })).toEqual(ok)
  expect(await confirm(activityId, officer)).toEqual(ok)
  const { recordings, place } = await record(activityId)
  expect(place).toBe('改了')
  expect(recordings).toHaveLength(2)
  expect(recordings[0]?.takenBack).toMatchObject({ reason: 'wording' })
  expect(recordings[1]?.takenBack).toBeUndefined()
  const rows = world.emulator.database.find('audit', { activityId, what: 'take_back' })
  expect(rows).toMatchObject([{ by: 'm1', result: 'wording' }])
})

test('what was never recorded is not taken back, and no record is taken back without end', async () => {
  const { activityId } = await closed({ title: '一再收回' })
  expect(await takeBack(activityId)).toBe('wrong_state')
  await settleAll(activityId)
  for (let turn = 0; turn < 10; turn += 1) {
    expect(await confirm(activityId)).toEqual(ok)
    expect(await takeBack(activityId)).toEqual(ok)
  }
  expect(await confirm(activityId)).toEqual(ok)
  expect(await takeBack(activityId)).toBe('reopened_often')
})

test('whoever kept the minutes cannot open them again, and codes from before 成册 are worth nothing afterwards', async () => {
  const meeting = await openMeeting(world, secretary, { title: '旧码' })
  const { activityId } = meeting
  const code = meeting.code()
  await world.get(secretary, 'activity.setState', { activityId, to: 'closed' })
  await settleAll(activityId)
  await confirm(activityId)
  expect(await takeBack(activityId)).toEqual(ok)
  await world.get(secretary, 'activity.setState', { activityId, to: 'open' })
  expect(await world.reason(openIdOf('m5'), 'checkin.open', { code })).toBe('code_forged')
})

test('the end of a meeting that closed by itself may be set right without opening its doors again', async () => {
  const { activityId } = await openMeeting(world, secretary, { title: '自己结束' })
  const { endsAt } = aForm()
  world.emulator.clock.set(endsAt + 4 * 3_600_000)
  expect(await amend(activityId, { endsAt: endsAt + 3_600_000 * 2 })).toEqual(ok)
  expect((await record(activityId)).state).toBe('closed')
})
