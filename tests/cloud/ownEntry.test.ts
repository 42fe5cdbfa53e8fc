import type { MemberForm } from '@domain/contract/roster'
import type { Member } from '@domain/org/member'
import { applyAll, readFile, rowsOf } from './importing'
import { openIdOf } from './people'
import { storedMember, worldWithHousehold } from './registers'
import { newNonce, officer, secretary, type World } from './world'

/** Oneself never, in the register: m1 is the secretary, m2 the organisation officer; n1 alone runs the second branch. */
const county = 'openid-county'
const alone = openIdOf('n1')

let world: World
beforeAll(async () => {
  world = await worldWithHousehold()
})
afterAll(() => world.stop())

const change = async (by: string, memberId: string, over: Partial<MemberForm>, branchId = 'branch1') => {
  const { form, version } = await world.get(by, 'roster.member', { memberId })
  return world.reason(by, 'roster.save', {
    branchId,
    memberId,
    form: { ...form, ...over },
    version,
    nonce: newNonce(),
  })
}

/** Every field of the form: whether one may change it of oneself. A new field does not compile until it is decided here. */
const fields: Record<keyof MemberForm, [Partial<MemberForm>, 'free' | 'second']> = {
  name: [{ name: '李同志' }, 'free'],
  phoneTail: [{ phoneTail: '4321' }, 'free'],
  phone: [{ phoneTail: '4322', phone: '13800004322' }, 'free'],
  communityId: [{ communityId: 'community1' }, 'free'],
  cadre: [{ cadre: 'section' }, 'free'],
  standing: [{ standing: 'probationary' }, 'second'],
  groupId: [{ groupId: 'group2' }, 'second'],
  householdIds: [{ householdIds: ['h1'] }, 'second'],
  contactBranchIds: [{ cadre: 'county', contactBranchIds: ['branch2'] }, 'second'],
}

test.each(Object.entries(fields))('oneself: the own %s in the register', async (_, [over, rule]) => {
  const refusedOrDone = rule === 'free' ? /^ok/ : /^needs_second_person$/
  expect(await change(secretary, 'm1', over)).toMatch(refusedOrDone)
  // Somebody else of the branch may, and of somebody else one may oneself.
  expect(await change(officer, 'm1', over)).toMatch(/^ok/)
  const { name: _name, phoneTail: _tail, phone: _phone, ...rest } = over
  expect(await change(secretary, 'm4', rest)).toMatch(/^ok/)
})

test('oneself: what somebody else has linked is not taken away by oneself either', async () => {
  expect(await change(officer, 'm1', { householdIds: ['h1'], cadre: 'section' })).toMatch(/^ok/)
  const { cadre: _, ...form } = (await world.get(secretary, 'roster.member', { memberId: 'm1' })).form
  const request = { branchId: 'branch1', memberId: 'm1', nonce: newNonce() }
  for (const less of [form, { ...form, cadre: 'section' as const, householdIds: [] }])
    expect(await world.reason(secretary, 'roster.save', { ...request, form: less })).toBe(
      'needs_second_person',
    )
  expect(storedMember(world, 'm1')).toMatchObject({ cadre: 'section', households: [{ householdId: 'h1' }] })
})

test('oneself: nobody leaves the register, or comes back to it, by the own word', async () => {
  const leave = (by: string, on: string | null) =>
    world.reason(by, 'roster.leave', { memberId: 'm1', on, why: 'moved_away' })
  expect(await leave(secretary, '2026-09-22')).toBe('needs_second_person')
  expect(await leave(officer, '2026-09-22')).toMatch(/^ok/)
  expect(await leave(secretary, null)).toBe('needs_second_person')
  expect(await leave(officer, null)).toMatch(/^ok/)
})

test('oneself: who is asked to take oneself does not say the yes, and who asked may still take it back', async () => {
  const both = openIdOf('m3')
  const right = { organisationId: 'county', role: 'committee', memberId: 'm3', from: '2026-09-22' }
  await world.get(county, 'grants.give', { ...right, nonce: newNonce() })
  const asking = () => ({ memberId: 'm3', toBranchId: 'branch3', nonce: newNonce() })
  await world.get(both, 'roster.transfer', asking())
  const yes = { memberId: 'm3', branchId: 'branch3', accept: true }
  expect(await world.reason(both, 'roster.accept', yes)).toBe('needs_second_person')
  await world.get(both, 'roster.transfer', { ...asking(), toBranchId: null })
  await world.get(both, 'roster.transfer', asking())
  expect(await world.reason(county, 'roster.accept', yes)).toMatch(/^ok/)
})

test('oneself: the own row of a register that one imports oneself is left, and says whose it is', async () => {
  const file = (name: string, tail: string, group: string) =>
    `姓名,联系电话（后四位）,所在党支部,所在党小组\n${name},${tail},农业农村局党支部,${group}`
  const { phoneTail } = storedMember(world, 'm2')
  const own = await readFile(world, officer, file('陈同志', phoneTail, '第三党小组'))
  const row = async (importId: string) =>
    (await rowsOf(world, officer, importId)).find(({ name }) => name === '陈同志')
  expect(await row(own)).toMatchObject({ verdict: 'refuse', reasons: ['own_entry'] })
  await applyAll(world, officer, own)
  const groupOf = () => storedMember(world, 'm2').memberships.slice(-1)[0]?.groupId
  expect(groupOf()).toBe('group1')
  // As it stands already it is the same as everybody's.
  const same = await readFile(world, officer, file('陈同志', phoneTail, '第一党小组'))
  expect(await row(same)).toMatchObject({ verdict: 'same' })
  const other = await readFile(world, secretary, file('陈同志', phoneTail, '第三党小组'))
  await applyAll(world, secretary, other)
  expect(groupOf()).toBe('group3')
})

test('oneself: nobody is split off, nor merged alone, by the own word; what moves others too is free', async () => {
  const on = '2026-09-22'
  const ask = (by: string, asked: object) =>
    world.reason(by, 'organisation.change', { on, nonce: newNonce(), change: asked })
  const found = { what: 'found', type: 'group', parentId: 'branch1', name: '第四党小组' }
  const { organisationId } = await world.get(secretary, 'organisation.change', {
    on,
    nonce: newNonce(),
    change: found,
  })
  expect(await change(secretary, 'm2', { groupId: organisationId })).toMatch(/^ok/)
  const merge = { what: 'merge', organisationId: 'group3', fromIds: [organisationId] }
  expect(await ask(officer, merge)).toBe('needs_second_person')
  expect(await world.reason(officer, 'organisation.previewChange', { on, change: merge })).toBe(
    'needs_second_person',
  )
  expect(await change(secretary, 'm5', { groupId: organisationId })).toMatch(/^ok/)
  expect(await ask(officer, merge)).toMatch(/^ok/)
  const split = { what: 'split', organisationId: 'branch3', name: '新支部', memberIds: ['p1', 'p2'] }
  await world.get(county, 'grants.give', {
    organisationId: 'county',
    role: 'committee',
    memberId: 'p1',
    from: on,
    nonce: newNonce(),
  })
  expect(await ask(openIdOf('p1'), split)).toBe('needs_second_person')
  expect(await ask(county, split)).toMatch(/^ok/)
})

test('oneself: an election of oneself is the meeting’s word and eases nothing; who runs a branch alone is changed from above', async () => {
  expect(await change(alone, 'n1', { standing: 'probationary' }, 'branch2')).toMatch(/waitsFor/)
  expect(storedMember(world, 'n1')).toMatchObject({ standing: 'full' })
  expect(await change(county, 'n1', { cadre: 'section' }, 'branch2')).toMatch(/^ok/)
  const before = storedMember(world, 'n1')
  await world.get(alone, 'organisation.elect', {
    branchId: 'branch2',
    kind: 'election',
    on: '2026-09-22',
    posts: [{ memberId: 'n1', post: 'secretary' }],
    nonce: newNonce(),
  })
  const { memberships, households, exemptions }: Member = storedMember(world, 'n1')
  expect({ memberships, households, exemptions }).toEqual({
    memberships: before.memberships,
    households: before.households,
    exemptions: before.exemptions,
  })
})
