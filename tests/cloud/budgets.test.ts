import type { Invocation } from '../../emulator/types'
import { at } from '@domain/testing/at'
import { aFact, anActivity } from '@domain/testing/builders'
import { openIdOf } from './people'
import { newNonce, openMeeting, secretary, World } from './world'

let world: World
let meeting: Awaited<ReturnType<typeof openMeeting>>
beforeAll(async () => {
  world = await World.start()
  meeting = await openMeeting(world)
  // Warm: duties and tree have been read once.
  await world.get(openIdOf('m9'), 'progress.home')
  // The first look of the day is noted, the next ones are not.
  await world.get(secretary, 'progress.branch', { branchId: 'branch1' })
})
afterAll(() => world.stop())

const writes = ({ calls }: Invocation) =>
  calls.filter(({ action }) => /insert|modify|remove/.test(action)).length

const spent = async (work: () => Promise<unknown>) => {
  await work()
  const invocation = world.lastInvocation()
  return { calls: invocation.calls.length, writes: writes(invocation) }
}

test('a registration takes three database calls, one of them a write', async () => {
  const opened = await world.get(openIdOf('m4'), 'checkin.open', { code: meeting.code() })
  expect(
    await spent(() =>
      world.get(openIdOf('m4'), 'checkin.register', { ticket: opened.ticket, nonce: newNonce() }),
    ),
  ).toEqual({ calls: 3, writes: 1 })
})

test('looking at a code takes one call and writes nothing', async () => {
  expect(await spent(() => world.get(openIdOf('m5'), 'checkin.open', { code: meeting.code() }))).toEqual({
    calls: 1,
    writes: 0,
  })
})

test.each([
  ['progress.home', openIdOf('m4'), {}, 5],
  ['activity.list', openIdOf('m4'), {}, 5],
  ['progress.branch', secretary, { branchId: 'branch1' }, 6],
  ['identity.me', openIdOf('m4'), {}, 2],
  // Two of them ask for answers to 申请更正 and 投诉建议, one for what is the member's to do in kept lists, one for 需求 in hand.
  ['reminder.inbox', openIdOf('m4'), {}, 9],
  ['reminder.toTell', secretary, { branchId: 'branch1' }, 2],
] as const)('%s stays within its budget and writes nothing', async (action, who, data, budget) => {
  const { calls, writes: written } = await spent(() => world.get(who, action, data))
  expect(calls).toBeLessThanOrEqual(budget)
  expect(written).toBe(0)
})

test('progress.branch keeps to six calls for a branch with a year of records and meetings', async () => {
  const { database } = world.emulator
  const times = Array.from({ length: 1400 }, (_, i) => at('2026-09-20 10:00') - (i % 200) * 86_400_000)
  const meetings = times.slice(0, 250).map((startsAt, i) => ({
    ...anActivity({ _id: `held${i}`, startsAt, endsAt: startsAt + 3_600_000, state: 'recorded' }),
  }))
  const facts = times.map((occurredAt, i) =>
    aFact({ _id: `fact${i}`, memberId: `m${(i % 12) + 1}`, activityId: `held${i % 250}`, occurredAt }),
  )
  database.insertMany('activities', meetings)
  database.insertMany('facts', facts as unknown as Record<string, unknown>[])
  const { calls } = await spent(() => world.get(secretary, 'progress.branch', { branchId: 'branch1' }))
  expect(calls).toBeLessThanOrEqual(6)
})

test('the board, polled while it is open, takes five calls', async () => {
  expect(
    await spent(() => world.get(secretary, 'activity.board', { activityId: meeting.activityId })),
  ).toEqual({ calls: 5, writes: 0 })
})

test('rules and tree are read again after a minute, not before', async () => {
  const reads = () => world.lastInvocation().calls.map(({ collection }) => collection)
  await world.get(openIdOf('m4'), 'progress.home')
  expect(reads()).not.toContain('duties')
  const cold = world.emulator.clock.now()
  world.emulator.clock.set(cold + 61_000)
  await world.get(openIdOf('m4'), 'progress.home')
  expect(reads()).toEqual(expect.arrayContaining(['duties', 'organisations']))
})

test('the county’s page of a month reads its numbers once, and takes three calls', async () => {
  const county = 'openid-county'
  await world.emulator.runTimer('rollup')
  await world.get(county, 'committee.overview')
  const { calls } = await spent(() => world.get(county, 'committee.overview', { periodKey: '2026-08' }))
  const numbers = world.lastInvocation().calls.filter(({ collection }) => collection === 'rollups')
  expect([calls, numbers.length]).toEqual([3, 1])
})
