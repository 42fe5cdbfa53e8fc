import { at } from '@domain/testing/at'
import { MOMENT, openIdOf } from './people'
import { aForm, newNonce, officer, secretary, World } from './world'

let world: World
beforeAll(async () => {
  world = await World.start()
})
afterAll(() => world.stop())

const everyone = Array.from({ length: 12 }, (_, index) => `m${index + 1}`)
/** The committee's word where nobody else runs the branch. */
const county = 'openid-county'

/** A study of that afternoon. */
const studyOn = (day: string, overrides: object = {}) => ({
  ...aForm({ kind: 'study', title: `${day} 学习`, carries: [] }),
  startsAt: at(`${day} 15:00`),
  endsAt: at(`${day} 17:00`),
  ...overrides,
})
const publish = async (form: object, by = secretary) =>
  (await world.get(by, 'activity.save', { nonce: newNonce(), form, publish: true })).activityId
const open = (activityId: string, by = secretary) =>
  world.get(by, 'activity.setState', { activityId, to: 'open' })
const tick = (activityId: string, memberId: string, occurredAt: number, by = secretary) =>
  world.reason(by, 'checkin.tick', { activityId, memberId, way: 'roll_call', occurredAt, nonce: newNonce() })
const held = async (periodKey: string) =>
  (await world.get(secretary, 'progress.why', { subjectId: 'branch1', dutyId: 'branch_study', periodKey }))
    .line
const attended = async (memberId: string, periodKey: string) =>
  (
    await world.get(openIdOf(memberId), 'progress.why', {
      subjectId: memberId,
      dutyId: 'member_study',
      periodKey,
    })
  ).line
const stored = (activityId: string) => world.emulator.database.find('activities', { _id: activityId })[0]
const seenOf = async (activityId: string, by: string) =>
  (await world.get(by, 'activity.lateEntry', { activityId })).seen
const say = async (activityId: string, by: string, agree = true) => {
  const seen = await seenOf(activityId, by)
  return world.reason(by, 'activity.confirmLate', { activityId, agree, seen })
}
/** Published, opened and ticked after its day, as one person alone can do it. */
const enterAlone = async (day: string, people = everyone.slice(1)) => {
  const activityId = await publish(studyOn(day))
  await open(activityId)
  for (const memberId of people) expect(await tick(activityId, memberId, at(`${day} 15:05`))).toMatch(/^ok/)
  return activityId
}

describe('a study of March that is entered in September', () => {
  let activityId = ''
  test('counts neither as held nor as attended, and says that it waits', async () => {
    activityId = await enterAlone('2026-03-05')
    expect(stored(activityId)?.late).toMatchObject({ by: 'm1', confirmed: null })
    expect(await held('2026-03')).toMatchObject({ state: 'waiting', done: 0 })
    expect(await attended('m4', '2026-03')).toMatchObject({ state: 'waiting', done: 0 })
    const { meetings } = await world.get(secretary, 'identity.work')
    expect(meetings.find(({ id }) => id === activityId)).toMatchObject({ todo: 'awaits', registered: 11 })
    expect((await world.get(secretary, 'activity.board', { activityId })).late).toMatchObject({
      by: '李同志',
      state: 'waiting',
    })
  })

  test('its minutes wait too, and own records say so', async () => {
    expect(await world.reason(secretary, 'activity.confirmRecord', { activityId })).toBe('awaits_second')
    const { records } = await world.get(openIdOf('m4'), 'progress.records', { year: 2026 })
    expect(records.find(({ title }) => title === '2026-03-05 学习')).toMatchObject({
      state: 'waiting',
      late: true,
    })
  })

  test('who entered it, whoever does not run the branch and the work committee that is not asked cannot say the second word', async () => {
    for (const who of [secretary, openIdOf('m3'), openIdOf('m4'), openIdOf('n1'), county]) {
      expect(await world.reason(who, 'activity.lateEntry', { activityId })).toBe('forbidden')
      const word = { activityId, agree: true, seen: 'x' }
      expect(await world.reason(who, 'activity.confirmLate', word)).toBe('forbidden')
    }
    expect((await world.get(secretary, 'identity.work')).late).toEqual([])
    expect(await held('2026-03')).toMatchObject({ done: 0 })
  })

  test('is asked of who else runs the branch, on 工作 and in the messages, with every name', async () => {
    const { late } = await world.get(officer, 'identity.work')
    expect(late).toMatchObject([{ activityId, title: '2026-03-05 学习', by: '李同志' }])
    const { items, unread } = await world.get(officer, 'reminder.inbox')
    expect(items).toContainEqual(
      expect.objectContaining({ type: 'notice', id: `late_${activityId}`, activityId }),
    )
    expect(unread).toBeGreaterThan(0)
    const shown = await world.get(officer, 'activity.lateEntry', { activityId })
    expect(shown.present).toBe(11)
    expect(shown.groups.flatMap(({ people }) => people)).toHaveLength(11)
  })

  test('a name that is added after it was read is not confirmed unseen', async () => {
    const seen = await seenOf(activityId, officer)
    await world.get(secretary, 'checkin.strike', { activityId, memberId: 'm12', reason: '认错人' })
    expect(await world.reason(officer, 'activity.confirmLate', { activityId, agree: true, seen })).toBe(
      'roll_changed',
    )
  })

  test('marks are of names on the roll and never go with a yes; they are shown to who entered it, and nothing counts', async () => {
    const seen = await seenOf(activityId, officer)
    const word = { activityId, agree: false, seen }
    for (const wrong of [
      { memberIds: ['m4', 'n1'] },
      { memberIds: ['m12'] },
      { agree: true, memberIds: ['m4'] },
    ])
      expect(await world.reason(officer, 'activity.confirmLate', { ...word, ...wrong })).toBe(
        'invalid_request',
      )
    const marks = { ...word, memberIds: ['m4', 'm5'] }
    expect(await world.reason(officer, 'activity.confirmLate', marks)).toMatch(/^ok/)
    const { late } = await world.get(secretary, 'activity.board', { activityId })
    expect(late).toMatchObject({ state: 'doubted', marked: [{ id: 'm4' }, { id: 'm5' }] })
    expect(await held('2026-03')).toMatchObject({ done: 0 })
  })

  test('有出入 sends it back; 属实 makes all of it count, marked, once, and in the audit', async () => {
    expect(await say(activityId, officer, false)).toMatch(/^ok/)
    const { meetings } = await world.get(secretary, 'identity.work')
    expect(meetings.find(({ id }) => id === activityId)).toMatchObject({ todo: 'doubted' })
    const seen = await seenOf(activityId, officer)
    const word = { activityId, agree: true, seen }
    expect(await world.reason(officer, 'activity.confirmLate', word)).toMatch(/^ok/)
    expect(await world.reason(officer, 'activity.confirmLate', word)).toMatch(/^ok/)
    expect(await world.reason(officer, 'activity.confirmLate', { ...word, agree: false })).toBe(
      'request_gone',
    )
    expect(await held('2026-03')).toMatchObject({ state: 'done', done: 1 })
    expect(await attended('m4', '2026-03')).toMatchObject({ done: 1 })
    const why = { subjectId: 'branch1', dutyId: 'branch_study', periodKey: '2026-03' }
    const { counted } = await world.get(secretary, 'progress.why', why)
    expect(counted).toMatchObject([{ id: activityId, backfilled: true }])
    expect((await world.get(officer, 'activity.lateEntry', { activityId })).late).not.toHaveProperty('marked')
    const rows = world.emulator.database.find('audit', { activityId, what: 'late' })
    expect(rows[0]?.to).toEqual({ doubted: ['m4', 'm5'] })
    expect(rows.map(({ by, result }) => `${String(by)} ${String(result)}`)).toEqual([
      'm2 no',
      'm2 no',
      'm2 yes',
    ])
  })

  test('after the yes nobody is ticked any more; 补登 with a witness is the way', async () => {
    expect(await tick(activityId, 'm1', at('2026-03-05 15:05'), officer)).toBe('backfill_needs_witness')
  })
})

test('whoever has ticked names there does not confirm them; then the work committee is asked', async () => {
  const activityId = await enterAlone('2026-04-09', ['m4'])
  expect(await tick(activityId, 'm5', at('2026-04-09 15:05'), officer)).toMatch(/^ok/)
  expect((await world.get(county, 'identity.work')).late).toEqual([])
  expect(await say(activityId, officer)).toBe('witness_is_self')
  expect((await world.get(county, 'identity.work')).late).toMatchObject([{ activityId }])
  expect(await say(activityId, county)).toMatch(/^ok/)
  expect(await held('2026-04')).toMatchObject({ done: 1 })
})

test('where one person alone runs the branch the work committee is asked at once', async () => {
  const solo = openIdOf('n1')
  const form = studyOn('2026-05-08', {
    hostId: 'branch2',
    chairId: 'n1',
    recorderId: 'n1',
    expectedIds: ['n1', 'n2'],
  })
  const activityId = await publish(form, solo)
  await open(activityId, solo)
  expect(await tick(activityId, 'n2', at('2026-05-08 15:05'), solo)).toMatch(/^ok/)
  const { items } = await world.get(county, 'reminder.inbox')
  expect(items).toContainEqual(expect.objectContaining({ id: `late_${activityId}` }))
  expect(await world.reason(openIdOf('n2'), 'activity.lateEntry', { activityId })).toBe('forbidden')
  expect(await say(activityId, county)).toMatch(/^ok/)
  expect(stored(activityId)).toMatchObject({
    late: { confirmed: { by: expect.stringMatching(/^outside/) as string } },
  })
})

describe('what makes a meeting a 补录', () => {
  test('announced on its own day, even after its hour, it is none', async () => {
    const activityId = await publish(
      studyOn('2026-09-22', { startsAt: at('2026-09-22 08:00'), endsAt: at('2026-09-22 09:00') }),
    )
    expect(stored(activityId)).not.toHaveProperty('late')
  })

  test('a published plan moved to a day that is past is one, and none again when it is moved to come', async () => {
    const form = studyOn('2026-09-28')
    const activityId = await publish(form)
    const save = (over: object) =>
      world.get(secretary, 'activity.save', {
        activityId,
        nonce: newNonce(),
        form: { ...form, ...over },
        publish: true,
      })
    await save({ startsAt: at('2026-08-27 15:00'), endsAt: at('2026-08-27 17:00') })
    expect(stored(activityId)?.late).toMatchObject({ by: 'm1', confirmed: null })
    await save({})
    expect(stored(activityId)).not.toHaveProperty('late')
  })

  test('a draft of the past is nothing yet; published it is one', async () => {
    const form = studyOn('2026-06-11')
    const { activityId } = await world.get(secretary, 'activity.save', {
      nonce: newNonce(),
      form,
      publish: false,
    })
    expect(stored(activityId)).not.toHaveProperty('late')
    await world.get(secretary, 'activity.save', { activityId, nonce: newNonce(), form, publish: true })
    expect(stored(activityId)?.late).toBeDefined()
  })

  test('announced beforehand, it is opened until the end of the next workday, and is one from then on', async () => {
    const first = await publish(studyOn('2026-09-23'))
    const second = await publish(studyOn('2026-09-23', { title: '另一场' }))
    world.emulator.clock.set(at('2026-09-24 23:59'))
    await open(first)
    expect(stored(first)).not.toHaveProperty('late')
    world.emulator.clock.set(at('2026-09-25 00:00'))
    await open(second)
    expect(stored(second)?.late).toMatchObject({ by: 'm1', confirmed: null })
    world.emulator.clock.set(MOMENT)
  })
})

describe('what nobody settled', () => {
  const todo = async () =>
    (await world.get(secretary, 'identity.work')).meetings.map(
      ({ title, todo: what }) => [title, what] as const,
    )

  test('stays under 待办 over month and year ends: never opened, and minutes not confirmed', async () => {
    world.emulator.clock.set(at('2026-09-29 09:00'))
    const never = await publish(studyOn('2026-09-29', { title: '没有登记的会' }))
    const minutes = await publish(studyOn('2026-09-29', { title: '没有成册的会' }))
    world.emulator.clock.set(at('2026-09-29 15:00'))
    await open(minutes)
    for (const day of ['2026-10-02', '2026-12-31', '2027-01-05']) {
      world.emulator.clock.set(at(`${day} 00:01`))
      expect(await todo()).toContainEqual(['没有登记的会', 'unopened'])
      expect(await todo()).toContainEqual(['没有成册的会', 'unrecorded'])
    }
    await world.get(secretary, 'activity.setState', { activityId: never, to: 'cancelled', reason: 'too_few' })
    expect(stored(never)).toMatchObject({ state: 'cancelled', cancelReason: 'too_few' })
    expect((await todo()).map(([title]) => title)).not.toContain('没有登记的会')
    for (const memberId of everyone)
      await world.get(secretary, 'activity.settle', { activityId: minutes, memberId, reason: 'other' })
    await world.get(secretary, 'activity.confirmRecord', { activityId: minutes })
    expect((await todo()).map(([title]) => title)).not.toContain('没有成册的会')
    world.emulator.clock.set(MOMENT)
  })

  test('held after all, it is opened, entered and confirmed by a second person, and counts in its own month', async () => {
    const activityId = await publish(studyOn('2026-09-28', { title: '忘了登记的会' }))
    world.emulator.clock.set(at('2026-10-20 09:00'))
    expect(await todo()).toContainEqual(['忘了登记的会', 'unopened'])
    await open(activityId)
    expect(await todo()).toContainEqual(['忘了登记的会', 'awaits'])
    expect(await tick(activityId, 'm4', at('2026-09-28 15:00'))).toMatch(/^ok/)
    expect(await say(activityId, officer)).toMatch(/^ok/)
    expect(await todo()).toContainEqual(['忘了登记的会', 'unrecorded'])
    expect(await held('2026-09')).toMatchObject({ state: 'done' })
    world.emulator.clock.set(MOMENT)
  })

  test('a draft flood of somebody does not push it out', async () => {
    const activityId = await publish(studyOn('2026-09-23', { title: '埋不掉的会' }))
    world.emulator.clock.set(at('2026-10-01 09:00'))
    const rows = Array.from({ length: 2000 }, (_, index) => ({
      ...stored(activityId),
      _id: `draft-${index}`,
      title: '草稿',
      state: 'draft',
      startsAt: at('2026-11-01 09:00') + index,
      nonce: `draft-${index}`,
    }))
    world.emulator.database.insertMany('activities', rows)
    expect(await todo()).toContainEqual(['埋不掉的会', 'unopened'])
    world.emulator.clock.set(MOMENT)
  })
})
