import { MOMENT, openIdOf } from './people'
import { aForm, checkIn, newNonce, openMeeting, secretary, World } from './world'

let world: World
beforeAll(async () => {
  world = await World.start()
})
afterAll(() => world.stop())

describe('states that nobody has to press', () => {
  test('an open meeting is closed three hours after its end and cannot be opened again', async () => {
    const { activityId, code } = await openMeeting(world, secretary, { title: '忘了结束' })
    const end = aForm().endsAt + 3 * 3_600_000
    world.emulator.clock.set(end - 5_000)
    expect((await world.get(secretary, 'activity.board', { activityId })).state).toBe('open')
    world.emulator.clock.set(end)
    expect(await world.get(secretary, 'activity.board', { activityId })).toMatchObject({ state: 'closed' })
    expect(await world.reason(openIdOf('m4'), 'checkin.open', { code: code() })).toBe('ended')
    expect(await world.reason(secretary, 'activity.setState', { activityId, to: 'open' })).toBe('wrong_state')
    world.emulator.clock.set(MOMENT)
  })

  test('a meeting opens an hour before its start and not a moment earlier', async () => {
    const form = aForm({ title: '明天的会', startsAt: MOMENT + 86_400_000, endsAt: MOMENT + 90_000_000 })
    const { activityId } = await world.get(secretary, 'activity.save', {
      nonce: newNonce(),
      form,
      publish: true,
    })
    const opens = form.startsAt - 3_600_000
    world.emulator.clock.set(opens - 2_000)
    expect(await world.call(secretary, 'activity.setState', { activityId, to: 'open' })).toMatchObject({
      reason: 'too_early',
      detail: { at: opens },
    })
    world.emulator.clock.set(opens)
    await world.get(secretary, 'activity.setState', { activityId, to: 'open' })
    world.emulator.clock.set(MOMENT)
  })

  test('a cancelled meeting refuses everyone and counts for nobody', async () => {
    const { activityId, code } = await openMeeting(world, secretary, { title: '取消的会' })
    await checkIn(world, 'm8', code())
    await world.get(secretary, 'activity.setState', { activityId, to: 'cancelled' })
    expect(await world.reason(openIdOf('m9'), 'checkin.open', { code: code() })).toBe('activity_cancelled')
    const { records } = await world.get(openIdOf('m8'), 'progress.records', { year: 2026 })
    expect(records.find(({ title }) => title === '取消的会')).toMatchObject({
      state: 'cancelled',
      countsTowards: [],
    })
  })
})

test('a paper list is entered until the next workday’s end, then only with a second person', async () => {
  const { activityId } = await openMeeting(world, secretary, { title: '纸质名单' })
  await world.get(secretary, 'activity.setState', { activityId, to: 'closed' })
  const paper = (memberId: string) => ({
    activityId,
    memberId,
    way: 'paper',
    occurredAt: aForm().startsAt,
    nonce: newNonce(),
  })
  const end = Date.parse('2026-09-24T00:00:00+08:00')
  world.emulator.clock.set(end - 5_000)
  expect(await world.reason(secretary, 'checkin.tick', paper('m4'))).toMatch(/^ok/)
  world.emulator.clock.set(end)
  expect(await world.reason(secretary, 'checkin.tick', paper('m5'))).toBe('backfill_needs_witness')
  world.emulator.clock.set(MOMENT)
})
