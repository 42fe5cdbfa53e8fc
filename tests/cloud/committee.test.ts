import { at } from '@domain/testing/at'
import { aFact, anActivity } from '@domain/testing/builders'
import { members, openIdOf } from './people'
import { World } from './world'

let world: World
beforeAll(async () => {
  world = await World.start()
  const meeting = {
    state: 'closed',
    startsAt: at('2026-08-18 15:00'),
    endsAt: at('2026-08-18 17:00'),
  } as const
  const held = [
    anActivity({ ...meeting, _id: 'a1', carries: ['study'], nonce: 'n1' }),
    anActivity({
      ...meeting,
      _id: 'a2',
      kind: 'group_meeting',
      hostId: 'group1',
      hostType: 'group',
      nonce: 'n2',
    }),
  ]
  const facts = ['m1', 'm2', 'm3'].map((memberId) => ({
    ...aFact({ activityId: 'a1', memberId, occurredAt: meeting.startsAt }),
  }))
  world.emulator.database.insertMany('activities', held as unknown as Record<string, unknown>[])
  world.emulator.database.insertMany('facts', facts)
})
afterAll(() => world.stop())

const county = 'openid-county'
const ask = (periodKey?: string) =>
  world.get(county, 'committee.overview', periodKey === undefined ? {} : { periodKey })
const tallyOf = async (periodKey: string, dutyId: string) =>
  (await ask(periodKey)).county.find((one) => one.dutyId === dutyId)

test('before the first roll-up there are no numbers, and the page says so by rolledUpAt 0', async () => {
  expect(await ask()).toMatchObject({ branchCount: 3, county: [], rolledUpAt: 0 })
})

test('the timer fills it; the county is summed by members, branches, groups and committees', async () => {
  await expect(world.emulator.runTimer('rollup')).resolves.toMatchObject({
    result: { state: 'done', isFull: true, branches: 3 },
  })
  expect(await tallyOf('2026-08', 'member_study')).toEqual({
    dutyId: 'member_study',
    label: '参加集中学习',
    of: 'members',
    done: 3,
    // Of the one branch that held a study: what a branch has not held is no gap of its members.
    owed: 12,
  })
  expect(await tallyOf('2026-08', 'theme_party_day')).toMatchObject({ of: 'branches', done: 1, owed: 3 })
  expect(await tallyOf('2026-08', 'group_meeting')).toMatchObject({ of: 'groups', done: 1, owed: 3 })
  expect(await tallyOf('2026-08', 'committee_meeting')).toMatchObject({ of: 'committees', done: 0, owed: 1 })
})

test('branches stand in 组织序列 with their numbers; where a committee is not set up it owes 0', async () => {
  const { branches = [], branchCount, memberCount } = await ask('2026-08')
  expect([branchCount, memberCount]).toEqual([3, members.length])
  expect(branches.map(({ number, name }) => `${number} ${name}`)).toEqual([
    '1 农业农村局党支部',
    '2 县教育局党支部',
    '3 县财政局第一党支部',
  ])
  const cell = (i: number, dutyId: string) => branches[i]?.cells.find((one) => one.dutyId === dutyId)
  expect(cell(0, 'group_meeting')).toEqual({ dutyId: 'group_meeting', done: 1, owed: 3 })
  expect(cell(0, 'committee_meeting')).toMatchObject({ done: 0, owed: 1 })
  expect(cell(1, 'committee_meeting')).toMatchObject({ done: 0, owed: 0 })
})

test('no branch is shown while something may still be entered: until the end of the fifth workday', async () => {
  const shows = async (periodKey: string) => (await ask(periodKey)).branches !== undefined
  expect(await shows('2026-09')).toBe(false)
  // Workdays after September 2026: 8, 9, 10 (made up for the holiday), 12 and 13 October.
  world.emulator.clock.set(at('2026-10-13 23:59:50'))
  expect(await shows('2026-09')).toBe(false)
  world.emulator.clock.set(at('2026-10-14 00:00:00'))
  expect(await shows('2026-09')).toBe(true)
  expect(await shows('2026-Q4')).toBe(false)
})

test('the numbers cost one read, and one more what was passed over; a period nobody computed has none', async () => {
  await ask()
  const { calls } = world.lastInvocation()
  expect(calls.map(({ collection }) => collection).sort()).toEqual(['faults', 'identities', 'rollups'])
  expect(await ask('2031-01')).toMatchObject({ branchCount: 3, rolledUpAt: 0 })
})

test('the periods offered begin with the running month', async () => {
  expect((await ask()).periods.slice(0, 2)).toEqual(['2026-10', '2026-09'])
})

test('nobody but the work committee sees it, and no phone starts the roll-up', async () => {
  for (const who of [openIdOf('m1'), openIdOf('n1')])
    expect(await world.reason(who, 'committee.overview')).toBe('forbidden')
  expect(await world.reason('openid-stranger', 'committee.overview')).not.toContain('ok')
  await expect(world.emulator.invoke('rollup', {}, { openid: openIdOf('m1') })).resolves.toEqual({
    result: { refused: 'not_a_timer' },
  })
})

test('an answer names no person', async () => {
  const { text } = await world.post(county, {
    action: 'committee.overview',
    contractVersion: 1,
    data: { periodKey: '2026-08' },
  })
  for (const { name, _id } of members) {
    expect(text).not.toContain(name)
    expect(text).not.toContain(`"${_id}"`)
  }
})
