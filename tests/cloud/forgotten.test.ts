import { at } from '@domain/testing/at'
import { MOMENT, openIdOf } from './people'
import { aForm, newNonce, openMeeting, secretary, World } from './world'

/** A meeting that nobody closed: closed by rule at once, written down by the night, opened again by whoever runs it. */
let world: World
beforeAll(async () => {
  world = await World.start()
})
afterAll(() => world.stop())

const HOUR = 3_600_000
const { endsAt } = aForm()
const closesAt = endsAt + 3 * HOUR
const nightAfter = at('2026-09-23 02:30')

async function forgotten(title: string) {
  world.emulator.clock.set(MOMENT)
  return openMeeting(world, secretary, { title })
}
async function night(when = nightAfter): Promise<void> {
  world.emulator.clock.set(when)
  await world.emulator.runTimer('nightly')
}
const rowOf = (activityId: string) => world.emulator.database.find('activities', { _id: activityId })[0]
const boardOf = (activityId: string) => world.get(secretary, 'activity.board', { activityId })
const todoOf = async (activityId: string) =>
  (await world.get(secretary, 'identity.work')).meetings.find(({ id }) => id === activityId)?.todo
const told = (activityId: string) =>
  world.emulator.database.find('audit', { activityId, what: 'close' }).map(({ by, state }) => ({ by, state }))

test('the night writes down the close of a meeting that nobody closed, as of its instant and by nobody; pages say the same before and after', async () => {
  const { activityId } = await forgotten('忘了结束')
  world.emulator.clock.set(closesAt)
  const before = await boardOf(activityId)
  const record = await world.get(secretary, 'activity.record', { activityId })
  expect(before).toMatchObject({ state: 'closed', closedItselfAt: closesAt })
  expect(record).toMatchObject({ state: 'closed', closedItselfAt: closesAt })
  expect(await todoOf(activityId)).toBe('unrecorded')
  expect(rowOf(activityId)).toMatchObject({ state: 'open' })

  await night()
  expect(rowOf(activityId)).toMatchObject({ state: 'closed', closedAt: closesAt, closedItself: true })
  expect(told(activityId)).toEqual([{ by: 'nightly' }])
  expect(await boardOf(activityId)).toEqual(before)
  expect(await world.get(secretary, 'activity.record', { activityId })).toEqual(record)
  expect(await todoOf(activityId)).toBe('unrecorded')
  // A second night finds nothing to do.
  await night(at('2026-09-24 02:30'))
  expect(told(activityId)).toHaveLength(1)
})

test('one that somebody closed, or that was never opened, is left as it is', async () => {
  const { activityId } = await forgotten('有人结束')
  world.emulator.clock.set(endsAt)
  await world.get(secretary, 'activity.setState', { activityId, to: 'closed' })
  world.emulator.clock.set(MOMENT)
  const form = aForm({ title: '没有开始' })
  const { activityId: unopened } = await world.get(secretary, 'activity.save', {
    ...{ nonce: newNonce(), form, publish: true },
  })
  await night()
  expect(rowOf(activityId)).not.toHaveProperty('closedItself')
  expect(await boardOf(activityId)).not.toHaveProperty('closedItselfAt')
  expect(rowOf(unopened)).toMatchObject({ state: 'published' })
  expect(told(unopened)).toEqual([])
})

test('one that runs still when the night comes is not closed', async () => {
  world.emulator.clock.set(MOMENT)
  const { activityId } = await openMeeting(world, secretary, {
    ...{ title: '开到很晚', endsAt: at('2026-09-22 23:50') },
  })
  await night(at('2026-09-23 02:30'))
  expect(rowOf(activityId)).toMatchObject({ state: 'open' })
  await night(at('2026-09-23 02:50'))
  expect(rowOf(activityId)).toMatchObject({ state: 'closed', closedAt: at('2026-09-23 02:50') })
})

test.each([
  ['before the night', false],
  ['after the night has written it down', true],
])(
  '%s it may be opened again until the record stands, and closes by itself once more',
  async (_, written) => {
    const { activityId, code } = await forgotten('还没开完')
    if (written) await night()
    const again = written ? nightAfter + 8 * HOUR : closesAt + HOUR
    world.emulator.clock.set(again)
    await world.get(secretary, 'activity.setState', { activityId, to: 'open' })
    const board = await boardOf(activityId)
    expect(board).toMatchObject({ state: 'open' })
    expect(board).not.toHaveProperty('closedItselfAt')
    // The same evening people still come; on another day nobody does.
    expect(await world.reason(openIdOf('m4'), 'checkin.open', { code: code() })).toMatch(
      written ? /^ended/ : /^ok/,
    )
    const closes = Number(rowOf(activityId)?.reopenedAt) + 3 * HOUR
    world.emulator.clock.set(closes)
    expect(await boardOf(activityId)).toMatchObject({ state: 'closed', closedItselfAt: closes })
    await night(at('2026-09-24 02:30'))
    expect(rowOf(activityId)).toMatchObject({ state: 'closed', closedAt: closes })
  },
)

test('once the record stands it is not opened again', async () => {
  const { activityId } = await forgotten('成册')
  world.emulator.clock.set(closesAt)
  const memberIds = (await boardOf(activityId)).expected.map(({ memberId }) => memberId)
  await world.get(secretary, 'activity.settleMany', { activityId, memberIds, reason: 'unstated' })
  await world.get(secretary, 'activity.confirmRecord', { activityId })
  expect(await world.reason(secretary, 'activity.setState', { activityId, to: 'open' })).toBe('wrong_state')
  expect(rowOf(activityId)).toMatchObject({ state: 'recorded', closedAt: closesAt, closedItself: true })
  await night()
  expect(rowOf(activityId)).toMatchObject({ state: 'recorded' })
})
