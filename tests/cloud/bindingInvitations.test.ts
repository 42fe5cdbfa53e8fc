import { Newcomers } from './Newcomers'
import { MOMENT, openIdOf } from './people'
import { newNonce, officer, secretary, World } from './world'

const county = 'openid-county'
const DAY = 86_400_000

let world: World
let people: Newcomers
beforeAll(async () => {
  world = await World.start()
  people = new Newcomers(world)
})
afterAll(() => world.stop())
afterEach(() => world.emulator.clock.set(MOMENT))

test('an invitation is looked at by its surname, taken once and good for whoever took it when the phone sends it again', async () => {
  const memberId = people.add()
  const { token, until, name } = await people.invite(memberId)
  expect(name).toBe('新人1')
  expect(Math.floor((until - MOMENT) / 60_000)).toBe(7 * 24 * 60)
  expect(await world.get('phone-1', 'binding.look', { token })).toEqual({
    organisation: { id: 'branch1', name: '农业农村局党支部' },
    hint: '新**',
  })
  const taken = { ok: true, data: { name: '新人1', organisationName: '农业农村局党支部' } }
  expect(await people.take('phone-1', token)).toMatchObject(taken)
  expect(await people.take('phone-1', token)).toMatchObject(taken)
  expect(await world.get('phone-1', 'identity.me')).toMatchObject({ state: 'bound', memberId })
  expect(await people.take('phone-2', token)).toMatchObject({ reason: 'invitation_gone' })
  expect(world.emulator.database.find('audit', { what: 'bind', memberId })).toMatchObject([
    { by: 'm1', result: 'invitation' },
  ])
  expect(await world.reason(secretary, 'binding.invite', { memberId, nonce: newNonce() })).toBe(
    'member_already_bound',
  )
})

test('of the token nothing but a hash is kept, and of who took it no OPENID', async () => {
  const { token } = await people.invite(people.add())
  await people.take('phone-hash', token)
  const rows = JSON.stringify(world.emulator.database.find('invitations'))
  expect(rows).not.toContain(token)
  expect(rows).not.toContain('phone-hash')
})

test('a newer invitation ends the one before; the same one sent again has one token that works', async () => {
  const memberId = people.add()
  const first = await people.invite(memberId)
  const nonce = newNonce()
  const lost = await world.get(secretary, 'binding.invite', { memberId, nonce })
  const again = await world.get(secretary, 'binding.invite', { memberId, nonce })
  expect(again.invitationId).toBe(lost.invitationId)
  for (const { token } of [first, lost])
    expect(await people.take('phone-old', token)).toMatchObject({ reason: 'invitation_gone' })
  expect(await people.take('phone-old', again.token)).toMatchObject({ ok: true })
})

test('an invitation is good to the last instant of the seventh day, and is void when withdrawn', async () => {
  const late = await people.invite(people.add())
  const intime = await people.invite(people.add())
  world.emulator.clock.set(MOMENT + 7 * DAY - 5000)
  expect(await people.take('phone-intime', intime.token)).toMatchObject({ ok: true })
  world.emulator.clock.set(late.until)
  expect(await people.take('phone-late', late.token)).toMatchObject({ reason: 'invitation_gone' })
  world.emulator.clock.set(MOMENT)
  const { token, invitationId } = await people.invite(people.add())
  expect(await world.reason(openIdOf('n1'), 'binding.withdraw', { invitationId })).toBe('forbidden')
  await world.get(officer, 'binding.withdraw', { invitationId })
  expect(await people.take('phone-late', token)).toMatchObject({ reason: 'invitation_gone' })
})

test('two phones that take one invitation at one instant: one is bound', async () => {
  const memberId = people.add()
  const { token } = await people.invite(memberId)
  const answers = await Promise.all(['race-1', 'race-2', 'race-3'].map((phone) => people.take(phone, token)))
  expect(answers.filter(({ ok }) => ok)).toHaveLength(1)
  expect(world.emulator.database.count('identities', { memberId, state: 'bound' })).toBe(1)
})

test('one identity one person: whoever is bound takes no second seat, and a member’s second phone gets none', async () => {
  const { token } = await people.invite(people.add())
  expect(await people.take(openIdOf('m9'), token)).toMatchObject({ reason: 'already_bound' })
  const memberId = people.add()
  const other = await people.invite(memberId)
  people.insert('identities', { ...people.stored(openIdOf('m9')), _id: 'phone-first', memberId })
  expect(await people.take('phone-second', other.token)).toMatchObject({ reason: 'member_already_bound' })
})

test('an invitation ends with the right of who gave it, and when the member has gone to another branch', async () => {
  const giver = people.add({
    posts: [{ post: 'secretary', organisationId: 'branch1', from: '2020-01-01', to: '2026-09-22' }],
  })
  people.insert('identities', {
    ...people.stored(openIdOf('m9')),
    _id: 'phone-giver',
    requestId: 'request-giver',
    memberId: giver,
  })
  const { token } = await people.invite(people.add(), 'phone-giver')
  world.emulator.clock.set(MOMENT + DAY)
  expect(await people.take('phone-of-before', token)).toMatchObject({ reason: 'invitation_gone' })
  world.emulator.clock.set(MOMENT)
  const moving = people.add({
    memberships: [
      { branchId: 'branch1', from: '2020-01-01', to: '2026-09-22' },
      { branchId: 'branch2', from: '2026-09-23' },
    ],
  })
  const before = await people.invite(moving)
  world.emulator.clock.set(MOMENT + DAY)
  expect(await people.take('phone-moved', before.token)).toMatchObject({ reason: 'invitation_gone' })
})

test('staff are invited to a right at one place and need not be members; a second place is added', async () => {
  const ask = { organisationId: 'community1', role: 'community_staff', name: '方晓云', to: '2026-12-31' }
  const { token, name } = await world.get(county, 'binding.inviteStaff', { ...ask, nonce: newNonce() })
  expect(name).toBe('方晓云')
  expect(await world.get('phone-staff', 'binding.look', { token })).toMatchObject({
    organisation: { id: 'community1' },
    hint: '方**',
    role: 'community_staff',
  })
  expect(await people.take('phone-staff', token)).toMatchObject({ ok: true })
  expect(await people.take('phone-staff', token)).toMatchObject({ ok: true })
  expect(people.stored('phone-staff')?.grants).toMatchObject([
    { role: 'community_staff', organisationId: 'community1', from: '2026-09-22', to: '2026-12-31' },
  ])
  const village = { organisationId: 'village1', role: 'village_contact', name: '方晓云', nonce: newNonce() }
  const second = await world.get(county, 'binding.inviteStaff', village)
  expect(await people.take('phone-staff', second.token)).toMatchObject({ ok: true })
  expect(await world.get('phone-staff', 'identity.me')).toMatchObject({
    state: 'bound',
    name: '方晓云',
    roles: [{ role: 'community_staff' }, { role: 'village_contact' }],
  })
})

test('only who may give a right may invite to it, where it can be held, and not into the past', async () => {
  const ask = (overrides: object) => ({
    organisationId: 'community1',
    role: 'community_staff',
    name: '某人',
    nonce: newNonce(),
    ...overrides,
  })
  const reason = (who: string, overrides: object = {}) =>
    world.reason(who, 'binding.inviteStaff', ask(overrides))
  expect(await reason(secretary)).toBe('forbidden')
  expect(await reason(county, { role: 'village_contact' })).toBe('forbidden')
  expect(await reason(county, { organisationId: 'nowhere' })).toBe('forbidden')
  expect(await reason(county, { to: '2026-09-21' })).toBe('wrong_times')
  expect(await reason(county, { to: '2026-09-22' })).toMatch(/^ok/)
})

test('an outside person who is on the register keeps the rights when taking the member’s seat', async () => {
  people.insert('identities', { ...people.stored(county), _id: 'phone-clerk', requestId: 'request-clerk' })
  const memberId = people.add()
  const { token } = await people.invite(memberId)
  expect(await people.take('phone-clerk', token)).toMatchObject({ ok: true })
  expect(await world.get('phone-clerk', 'identity.me')).toMatchObject({
    memberId,
    roles: [{ role: 'committee' }],
  })
})
