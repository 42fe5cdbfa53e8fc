import { at } from '@domain/testing/at'
import { aFact, anActivity } from '@domain/testing/builders'
import { members, openIdOf } from './people'
import { unitOfficer, worldWithUnits } from './units'
import type { World } from './world'

const county = 'openid-county'

let world: World
beforeAll(async () => {
  world = await worldWithUnits()
  const meeting = {
    state: 'closed',
    startsAt: at('2026-08-18 15:00'),
    endsAt: at('2026-08-18 17:00'),
  } as const
  const ofUnit = { hostId: 'unit1', hostType: 'unit', branchId: 'unit1' } as const
  const held = [
    anActivity({ ...meeting, _id: 'a1', kind: 'study', nonce: 'n1' }),
    anActivity({ ...meeting, ...ofUnit, _id: 'a2', kind: 'unit_theory_study', nonce: 'n2' }),
  ]
  const facts = ['m1', 'm2', 'm3'].map((memberId) => ({
    ...aFact({ activityId: 'a1', activityKind: 'study', memberId, occurredAt: meeting.startsAt }),
  }))
  world.emulator.database.insertMany('activities', held as unknown as Record<string, unknown>[])
  world.emulator.database.insertMany('facts', facts)
  await world.emulator.runTimer('rollup')
})
afterAll(() => world.stop())

const overview = (periodKey: string) => world.get(county, 'committee.overview', { periodKey })
const why = (dutyId: string, periodKey = '2026-08') =>
  world.get(county, 'committee.why', { dutyId, periodKey })

test('units are counted by themselves and are no branches', async () => {
  const found = await overview('2026-08')
  expect([found.branchCount, found.branches?.length]).toEqual([3, 3])
  const tally = found.county.find(({ dutyId }) => dutyId === 'unit_theory_study')
  // unit2 has no 中心组 and owes nothing.
  const study = { dutyId: 'unit_theory_study', kind: 'unit_theory_study', label: '中心组学习' }
  expect(tally).toEqual({ ...study, of: 'units', done: 1, owed: 1 })
  expect(found.units?.map(({ name }) => name)).toEqual(['县农业农村局党组'])
  expect(found.units?.[0]?.cells.find(({ dutyId }) => dutyId === 'unit_theory_study')).toMatchObject({
    done: 1,
    owed: 1,
  })
  const ofBranches = found.branches?.flatMap(({ cells }) => cells.map(({ dutyId }) => dutyId))
  expect(ofBranches).not.toContain('unit_theory_study')
})

test('a month in which the unit did not meet is a gap of the unit', async () => {
  const { county: tallies, units } = await overview('2026-07')
  expect(tallies.find(({ dutyId }) => dutyId === 'unit_theory_study')).toMatchObject({ done: 0, owed: 1 })
  expect(units).toHaveLength(1)
})

test('while the period runs no unit is shown by name', async () => {
  expect(await overview('2026-09')).not.toHaveProperty('units')
})

test.each(['unit_theory_study', 'branch_study', 'group_meeting', 'committee_meeting'])(
  'why %s: the parts in 组织序列 add up to the number of the page',
  async (dutyId) => {
    const { county: tallies } = await overview('2026-08')
    const { tally, rule, parts = [] } = await why(dutyId)
    expect(tally).toEqual(tallies.find((one) => one.dutyId === dutyId))
    const sum = (field: 'done' | 'owed') => parts.reduce((total, part) => total + part[field], 0)
    expect([sum('done'), sum('owed')]).toEqual([tally.done, tally.owed])
    expect(parts.every(({ owed }) => owed > 0)).toBe(true)
    expect(rule).toMatchObject({ dutyId, version: 1, validFrom: '2026-01-01' })
  },
)

test('a duty of members has the branches as its parts, with heads in them', async () => {
  const { tally, parts } = await why('member_study')
  // Only the branch that held a study owes: what a branch has not held is no gap of its members.
  expect(parts?.map(({ id, done, owed }) => [id, done, owed])).toEqual([['branch1', 3, tally.owed]])
  expect(tally.of).toBe('members')
  expect(tally.owed).toBeLessThan(members.length)
})

test('while the period runs the sum has no parts', async () => {
  const answer = await why('branch_study', '2026-09')
  expect(answer.tally).toMatchObject({ done: 0, owed: 3 })
  expect(answer).not.toHaveProperty('parts')
})

test('a period nobody computed has nothing, an unknown duty is refused', async () => {
  expect((await why('branch_study', '2031-01')).tally).toMatchObject({ done: 0, owed: 0 })
  const ask = { periodKey: '2026-08', dutyId: 'no_such_duty' }
  expect(await world.reason(county, 'committee.why', ask)).toBe('invalid_request')
})

test('nobody but the work committee asks why', async () => {
  for (const who of [openIdOf('m1'), openIdOf('u1'), unitOfficer])
    expect(await world.reason(who, 'committee.why', { periodKey: '2026-08', dutyId: 'dues' })).toBe(
      'forbidden',
    )
})
