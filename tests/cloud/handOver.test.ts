import { at } from '@domain/testing/at'
import { membershipOn } from '@domain/org/membershipOn'
import { openIdOf } from './people'
import { contact, doors, worldWithPlaces } from './places'
import { auditsOf, storedMember } from './registers'
import { newNonce, secretary, type World } from './world'

let world: World
beforeEach(async () => {
  world = await worldWithPlaces()
})
afterEach(() => world.stop())

const [own, fresh] = [openIdOf('v1'), openIdOf('m5')]
const county = 'openid-county'
const ON = '2026-09-22'

const handing = (over: object = {}) => ({
  memberId: 'v1',
  householdId: 'h1',
  toMemberId: 'm5',
  nonce: newNonce(),
  ...over,
})
const handOver = (who: string, over: object = {}) => world.reason(who, 'roster.handOver', handing(over))
const visit = (who: string, when: string, code = doors.h1) =>
  world.reason(who, 'household.visit', {
    code,
    purposes: ['heart'],
    occurredAt: at(when),
    nonce: newNonce(),
  })
const linksOf = (memberId: string) => storedMember(world, memberId).households
const lineOf = async (who: string) => {
  const { month } = await world.get(who, 'progress.home')
  return month.duties.find(({ dutyId }) => dutyId === 'household_visit')
}
const notices = async (who: string) => {
  const { items } = await world.get(who, 'reminder.inbox')
  return items.flatMap((item) => (item.type === 'notice' ? [item.title] : []))
}

test('from today on it is another’s; the visits stay, and who takes it reads only that there was one', async () => {
  await visit(own, '2026-09-22 10:00')
  expect(await world.get(fresh, 'household.mine')).toEqual({ households: [], earlier: [] })
  expect(await handOver(secretary)).toMatch(/^ok/)
  expect(linksOf('v1')).toEqual([
    { householdId: 'h1', from: '2026-01-01', to: ON },
    { householdId: 'h2', from: '2026-01-01' },
  ])
  expect(linksOf('m5')).toEqual([{ householdId: 'h1', from: ON }])
  expect(world.emulator.database.find('households', { _id: 'h1' })).toMatchObject([{ memberIds: ['m5'] }])
  expect(world.emulator.database.find('facts', { kind: 'visit' })).toMatchObject([{ memberId: 'v1' }])
  expect(await world.get(fresh, 'household.mine')).toEqual({
    households: [{ id: 'h1', number: '07 号', village: '青山村', visited: true }],
    earlier: [],
  })
  expect(await world.get(fresh, 'household.open', { code: doors.h1 })).toEqual({
    state: 'own',
    household: { id: 'h1', number: '07 号', village: '青山村' },
    visited: true,
    done: 0,
    needed: 2,
  })
  expect(await lineOf(own)).toMatchObject({ done: 1, needed: 2 })
  // Handed over with more than half of the month gone: nothing is asked of this month.
  expect(await lineOf(fresh)).toMatchObject({ state: 'not_owed', notOwed: 'linked_late' })
  expect(auditsOf(world, 'v1')).toEqual(['hand_over  m1'])
  expect(await notices(fresh)).toContain('1 户帮扶户交给您联系')
  expect(await notices(own)).toContain('1 户帮扶户不再由您联系')
})

test('both may go on the day; from the next one on the door says nothing to who had it', async () => {
  await handOver(secretary)
  expect(await visit(own, '2026-09-22 14:00')).toMatch(/^ok/)
  expect(await visit(fresh, '2026-09-22 14:00')).toMatch(/^ok/)
  world.emulator.clock.set(at('2026-09-23 09:00'))
  expect(await world.get(own, 'household.open', { code: doors.h1 })).toEqual({ state: 'neutral' })
  expect(await visit(own, '2026-09-23 09:00')).toBe('not_own_household')
  // Made in the mountains before the hand-over, uploaded after it.
  expect(await visit(own, '2026-09-21 17:00')).toMatch(/^ok/)
  expect((await lineOf(own))?.done).toBe(1)
})

test('a visit that waits for the village is no visit yet, and one’s own is no news', async () => {
  const remembered = { householdId: 'h1', occurredOn: '2026-09-21', purposes: ['help'], nonce: newNonce() }
  await world.get(own, 'household.backfill', remembered)
  await visit(own, '2026-09-22 10:00', doors.h2)
  await handOver(secretary)
  expect((await world.get(fresh, 'household.mine')).households).toMatchObject([{ visited: false }])
  expect((await world.get(own, 'household.mine')).households).toMatchObject([
    { id: 'h1', visited: false },
    { id: 'h2', visited: false },
  ])
})

test('with the last household visits go from one’s home, unless there were some this month', async () => {
  await visit(own, '2026-09-22 10:00', doors.h2)
  await handOver(secretary)
  await handOver(secretary, { householdId: 'h2' })
  world.emulator.clock.set(at('2026-09-23 09:00'))
  expect(await lineOf(own)).toMatchObject({ state: 'not_owed', notOwed: 'no_household', done: 1 })
  world.emulator.clock.set(at('2026-10-05 09:00'))
  expect(await lineOf(own)).toBeUndefined()
  expect(await lineOf(fresh)).toMatchObject({ state: 'missing', done: 0, needed: 2 })
})

test('who has handed over the last one enters a forgotten visit of before while that month can be entered, and none of after', async () => {
  await handOver(secretary)
  await handOver(secretary, { householdId: 'h2' })
  expect((await world.get(own, 'household.mine')).earlier).toEqual([])
  world.emulator.clock.set(at('2026-10-08 09:00'))
  const { households, earlier } = await world.get(own, 'household.mine')
  expect(households).toEqual([])
  expect(earlier.map(({ id, until }) => [id, until])).toEqual([
    ['h1', ON],
    ['h2', ON],
  ])
  const enter = (occurredOn: string) =>
    world.reason(own, 'household.backfill', {
      ...{ householdId: 'h1', occurredOn, purposes: ['help'], nonce: newNonce() },
    })
  expect(await enter(ON)).toMatch(/^ok/)
  expect(await enter('2026-09-23')).toBe('not_own_household')
  world.emulator.clock.set(at('2026-10-20 09:00'))
  expect((await world.get(own, 'household.mine')).earlier).toEqual([])
  expect(await enter('2026-09-21')).toBe('entry_closed')
})

test('the register shows what can be handed over; of who has left, what nobody has since', async () => {
  const sheet = async (memberId: string) =>
    (await world.get(secretary, 'roster.member', { memberId })).households.map(({ id, to }) => [id, to])
  expect(await sheet('v1')).toEqual([
    ['h1', undefined],
    ['h2', undefined],
  ])
  // Somebody else has had it since.
  expect(await sheet('v2')).toEqual([])
  await world.get(secretary, 'roster.leave', { memberId: 'v1', on: '2026-09-20', why: 'moved_away' })
  expect(await sheet('v1')).toEqual([
    ['h1', '2026-09-20'],
    ['h2', '2026-09-20'],
  ])
  expect(await handOver(secretary)).toMatch(/^ok/)
  expect(await sheet('v1')).toEqual([['h2', '2026-09-20']])
  expect(linksOf('v1')[0]).toEqual({ householdId: 'h1', from: '2026-01-01', to: '2026-09-20' })
  expect(await handOver(secretary, { toMemberId: 'm7' })).toBe('household_gone')
})

test('sent again it is done once; two who give it to two find one of them refused or one after the other', async () => {
  const request = handing()
  const send = () => world.reason(secretary, 'roster.handOver', request)
  expect(await Promise.all([send(), send()])).toEqual([
    expect.stringMatching(/^ok/),
    expect.stringMatching(/^ok/),
  ])
  expect(await send()).toMatch(/^ok/)
  expect(auditsOf(world, 'v1')).toHaveLength(1)
  expect(linksOf('m5')).toHaveLength(1)
  world.emulator.clock.set(at('2026-09-24 09:00'))
  expect(await send()).toMatch(/^ok/)
  expect(linksOf('v1')[0]).toMatchObject({ to: ON })
  expect(await handOver(secretary, { toMemberId: 'm7' })).toBe('household_gone')
})

test('within the branch by its own; to another branch by the work committee alone', async () => {
  expect(await handOver(secretary, { toMemberId: 'n2' })).toBe('not_in_branch')
  expect(await handOver(openIdOf('n1'))).toBe('forbidden')
  for (const who of [own, openIdOf('m5'), contact, 'stranger'])
    expect(await handOver(who)).toMatch(/^(forbidden|unbound)$/)
  expect(await handOver(county, { toMemberId: 'n2' })).toMatch(/^ok/)
  expect(membershipOn(storedMember(world, 'n2'), ON)?.branchId).toBe('branch2')
  expect(linksOf('n2')).toEqual([{ householdId: 'h1', from: ON }])
})

test('nobody for oneself: neither away nor to oneself', async () => {
  await handOver(county, { toMemberId: 'm1' })
  expect(await handOver(secretary, { memberId: 'm1', toMemberId: 'm5' })).toBe('needs_second_person')
  expect(await handOver(secretary, { householdId: 'h2', toMemberId: 'm1' })).toBe('needs_second_person')
  expect(await handOver(openIdOf('m2'), { memberId: 'm1', toMemberId: 'm5' })).toMatch(/^ok/)
})

test('nobody, oneself, a household of others, somebody who has left and one with ten: refused, nothing written', async () => {
  await world.get(secretary, 'roster.leave', { memberId: 'm10', on: '2026-09-21', why: 'moved_away' })
  const households = Array.from({ length: 10 }, (_, i) => ({ householdId: `x${i}`, from: '2026-01-01' }))
  const busy = { ...storedMember(world, 'm9'), _id: 'busy', alias: 'alias-busy', households }
  world.emulator.database.insertMany('members', [busy])
  const before = world.documents()
  const refused: [object, string][] = [
    [{ toMemberId: 'nobody' }, 'not_in_branch'],
    [{ toMemberId: 'v1' }, 'not_in_branch'],
    [{ toMemberId: 'm10' }, 'not_in_branch'],
    [{ toMemberId: 'busy' }, 'households_full'],
    [{ householdId: 'nowhere' }, 'household_gone'],
    [{ memberId: 'm4' }, 'household_gone'],
    [{ memberId: 'nobody' }, 'forbidden'],
  ]
  for (const [over, reason] of refused)
    expect([over, await handOver(secretary, over)]).toEqual([over, reason])
  expect(world.documents()).toBe(before)
})
