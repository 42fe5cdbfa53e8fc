import { createHash } from 'node:crypto'
import type { Identity } from '@cloud/lib/identity/identity'
import { aMember } from '@domain/testing/builders'
import { MOMENT, openIdOf } from './people'
import { checkIn, newNonce, officer, openMeeting, secretary, World } from './world'

const county = 'openid-county'
const DAY = 86_400_000

let world: World
beforeAll(async () => {
  world = await World.start()
}, 60_000)
afterAll(() => world.stop())
afterEach(() => world.emulator.clock.set(MOMENT))

const insert = (name: string, row: object) =>
  world.emulator.database.insertMany(name, [row as Record<string, unknown>])
const stored = (openId: string) =>
  world.emulator.database.find('identities', { _id: openId })[0] as unknown as Identity | undefined

let people = 0
/** A member of the first branch whom nobody speaks for yet. */
function aNewcomer(overrides: object = {}): string {
  people += 1
  const _id = `new${people}`
  const phoneTail = String(5000 + people)
  insert(
    'members',
    aMember({
      _id,
      name: `新人${people}`,
      order: 300 + people,
      alias: `alias-${_id}`,
      phoneTail,
      ...overrides,
    }),
  )
  return _id
}
const invite = (memberId: string, by = secretary) =>
  world.get(by, 'binding.invite', { memberId, nonce: newNonce() })
const take = (openId: string, token: string) =>
  world.call(openId, 'binding.take', { token, nonce: newNonce() })

test('an invitation is looked at by its surname, taken once and good for whoever took it when the phone sends it again', async () => {
  const memberId = aNewcomer()
  const { token, until, name } = await invite(memberId)
  expect(name).toBe('新人1')
  expect(Math.floor((until - MOMENT) / 60_000)).toBe(7 * 24 * 60)
  expect(await world.get('phone-1', 'binding.look', { token })).toEqual({
    organisation: { id: 'branch1', name: '农业农村局党支部' },
    hint: '新**',
  })
  const taken = { ok: true, data: { name: '新人1', organisationName: '农业农村局党支部' } }
  expect(await take('phone-1', token)).toMatchObject(taken)
  expect(await take('phone-1', token)).toMatchObject(taken)
  expect(await world.get('phone-1', 'identity.me')).toMatchObject({ state: 'bound', memberId })
  expect(await take('phone-2', token)).toMatchObject({ reason: 'invitation_gone' })
  expect(world.emulator.database.find('audit', { what: 'bind', memberId })).toMatchObject([
    { by: 'm1', result: 'invitation' },
  ])
  expect(await world.reason(secretary, 'binding.invite', { memberId, nonce: newNonce() })).toBe(
    'member_already_bound',
  )
})

test('of the token nothing but a hash is kept, and of who took it no OPENID', async () => {
  const { token } = await invite(aNewcomer())
  await take('phone-hash', token)
  const rows = JSON.stringify(world.emulator.database.find('invitations'))
  expect(rows).not.toContain(token)
  expect(rows).not.toContain('phone-hash')
})

test('a newer invitation ends the one before; the same one sent again has one token that works', async () => {
  const memberId = aNewcomer()
  const first = await invite(memberId)
  const nonce = newNonce()
  const lost = await world.get(secretary, 'binding.invite', { memberId, nonce })
  const again = await world.get(secretary, 'binding.invite', { memberId, nonce })
  expect(again.invitationId).toBe(lost.invitationId)
  for (const { token } of [first, lost])
    expect(await take('phone-old', token)).toMatchObject({ reason: 'invitation_gone' })
  expect(await take('phone-old', again.token)).toMatchObject({ ok: true })
})

test('an invitation is good to the last instant of the seventh day, and is void when withdrawn', async () => {
  const late = await invite(aNewcomer())
  const intime = await invite(aNewcomer())
  world.emulator.clock.set(MOMENT + 7 * DAY - 5000)
  expect(await take('phone-intime', intime.token)).toMatchObject({ ok: true })
  world.emulator.clock.set(late.until)
  expect(await take('phone-late', late.token)).toMatchObject({ reason: 'invitation_gone' })
  world.emulator.clock.set(MOMENT)
  const { token, invitationId } = await invite(aNewcomer())
  expect(await world.reason(openIdOf('n1'), 'binding.withdraw', { invitationId })).toBe('forbidden')
  await world.get(officer, 'binding.withdraw', { invitationId })
  expect(await take('phone-late', token)).toMatchObject({ reason: 'invitation_gone' })
})

test('two phones that take one invitation at one instant: one is bound', async () => {
  const memberId = aNewcomer()
  const { token } = await invite(memberId)
  const answers = await Promise.all(['race-1', 'race-2', 'race-3'].map((phone) => take(phone, token)))
  expect(answers.filter(({ ok }) => ok)).toHaveLength(1)
  expect(world.emulator.database.count('identities', { memberId, state: 'bound' })).toBe(1)
})

test('one identity one person: whoever is bound takes no second seat, and a member’s second phone gets none', async () => {
  const { token } = await invite(aNewcomer())
  expect(await take(openIdOf('m9'), token)).toMatchObject({ reason: 'already_bound' })
  const memberId = aNewcomer()
  const other = await invite(memberId)
  insert('identities', { ...stored(openIdOf('m9')), _id: 'phone-first', memberId })
  expect(await take('phone-second', other.token)).toMatchObject({ reason: 'member_already_bound' })
})

test('an invitation ends with the right of who gave it, and when the member has gone to another branch', async () => {
  const giver = aNewcomer({
    posts: [{ post: 'secretary', organisationId: 'branch1', from: '2020-01-01', to: '2026-09-22' }],
  })
  insert('identities', {
    ...stored(openIdOf('m9')),
    _id: 'phone-giver',
    requestId: 'request-giver',
    memberId: giver,
  })
  const { token } = await invite(aNewcomer(), 'phone-giver')
  world.emulator.clock.set(MOMENT + DAY)
  expect(await take('phone-of-before', token)).toMatchObject({ reason: 'invitation_gone' })
  world.emulator.clock.set(MOMENT)
  const moving = aNewcomer({
    memberships: [
      { branchId: 'branch1', from: '2020-01-01', to: '2026-09-22' },
      { branchId: 'branch2', from: '2026-09-23' },
    ],
  })
  const before = await invite(moving)
  world.emulator.clock.set(MOMENT + DAY)
  expect(await take('phone-moved', before.token)).toMatchObject({ reason: 'invitation_gone' })
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
  expect(await take('phone-staff', token)).toMatchObject({ ok: true })
  expect(await take('phone-staff', token)).toMatchObject({ ok: true })
  expect(stored('phone-staff')?.grants).toMatchObject([
    { role: 'community_staff', organisationId: 'community1', from: '2026-09-22', to: '2026-12-31' },
  ])
  const village = { organisationId: 'village1', role: 'village_contact', name: '方晓云', nonce: newNonce() }
  const second = await world.get(county, 'binding.inviteStaff', village)
  expect(await take('phone-staff', second.token)).toMatchObject({ ok: true })
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
  insert('identities', { ...stored(county), _id: 'phone-clerk', requestId: 'request-clerk' })
  const memberId = aNewcomer()
  const { token } = await invite(memberId)
  expect(await take('phone-clerk', token)).toMatchObject({ ok: true })
  expect(await world.get('phone-clerk', 'identity.me')).toMatchObject({
    memberId,
    roles: [{ role: 'committee' }],
  })
})

describe('by the number WeChat knows', () => {
  const phoneCode = async (openId: string) => {
    const response = await fetch(`${world.emulator.url}/client/getPhoneCode`, {
      method: 'POST',
      headers: { 'x-demo-openid': openId },
    })
    return ((await response.json()) as { code: string }).code
  }
  const tailOf = (openId: string) =>
    String(createHash('sha256').update(openId).digest().readUInt32BE(0) % 10_000).padStart(4, '0')
  const ask = (openId: string, name: string, code: string) =>
    world.call(openId, 'binding.byPhone', { branchId: 'branch1', name, code })

  test('name and last four digits bind at once, and the number is nowhere in the store or the log', async () => {
    const memberId = aNewcomer({ name: '来电者', phoneTail: tailOf('phone-caller') })
    const code = await phoneCode('phone-caller')
    expect(await ask('phone-caller', '来 电 者', code)).toMatchObject({ ok: true, data: { name: '来电者' } })
    expect(stored('phone-caller')).toMatchObject({ state: 'bound', memberId })
    expect(world.emulator.database.find('audit', { what: 'bind', memberId })).toMatchObject([
      { result: 'phone' },
    ])
    const number = `1380000${tailOf('phone-caller')}`
    for (const name of world.emulator.database.collections())
      expect(JSON.stringify(world.emulator.database.find(name))).not.toContain(number)
    expect(JSON.stringify(world.emulator.invocations())).not.toContain(number)
    expect(await ask('phone-caller', '来电者', code)).toMatchObject({ reason: 'already_bound' })
  })

  test('a spent code, somebody else’s name and an account that may not ask are told apart; five a day', async () => {
    const openId = 'phone-prober'
    aNewcomer({ name: '同尾号', phoneTail: tailOf(openId) })
    expect(await ask(openId, '同尾号', 'spent')).toMatchObject({ reason: 'phone_unavailable' })
    expect(await ask(openId, '郭同志', await phoneCode(openId))).toMatchObject({ reason: 'roster_mismatch' })
    world.emulator.failOpenApi({ api: 'phonenumber.getPhoneNumber', openid: openId }, 48001)
    expect(await ask(openId, '同尾号', await phoneCode(openId))).toMatchObject({
      reason: 'phone_unavailable',
    })
    world.emulator.failOpenApi({ api: 'phonenumber.getPhoneNumber', openid: openId }, null)
    for (let i = 0; i < 2; i += 1)
      await world.call(openId, 'identity.request', { branchId: 'branch1', name: '错', phoneTail: '0000' })
    expect(await ask(openId, '同尾号', await phoneCode(openId))).toMatchObject({
      reason: 'too_many_attempts',
    })
  })
})

test('many requests are decided at once: those of others and those gone are told apart from what was decided', async () => {
  const request = async (openId: string, overrides: object = {}) => {
    const memberId = aNewcomer(overrides)
    const [member] = world.emulator.database.find('members', { _id: memberId })
    const branchId = (member?.memberships as { branchId: string }[])[0]?.branchId
    const { name, phoneTail } = member ?? {}
    await world.get(openId, 'identity.request', { branchId, name, phoneTail })
    return stored(openId)?.requestId ?? ''
  }
  const own = [await request('many-1'), await request('many-2')]
  const foreign = await request('many-3', { memberships: [{ branchId: 'branch2', from: '2020-01-01' }] })
  const gone = 'nobody-asked-this'
  const decide = (requestIds: string[], approve = true) =>
    world.call(secretary, 'binding.decideMany', { requestIds, approve })
  expect(await decide([...own, foreign, gone])).toMatchObject({
    data: { decided: own, gone: [foreign, gone] },
  })
  expect(['many-1', 'many-2', 'many-3'].map((phone) => stored(phone)?.state)).toEqual([
    'bound',
    'bound',
    'requested',
  ])
  expect(await decide(own)).toMatchObject({ data: { decided: [], gone: own } })
  expect(await decide([foreign])).toMatchObject({ reason: 'forbidden' })
  expect(await decide([gone])).toMatchObject({ reason: 'request_gone' })
})

test('requests made at the door are approved together on the page of the running meeting', async () => {
  const { code } = await openMeeting(world, secretary, { chairId: 'm6', recorderId: 'm7' })
  const ids: string[] = []
  for (const phone of ['door-1', 'door-2']) {
    const memberId = aNewcomer()
    const { name, phoneTail } = world.emulator.database.find('members', { _id: memberId })[0] ?? {}
    const { ticket } = await world.get(phone, 'checkin.open', { code: code() })
    await world.get(phone, 'identity.request', { branchId: 'branch1', name, phoneTail, ticket })
    ids.push(stored(phone)?.requestId ?? '')
  }
  expect(await world.get(openIdOf('m6'), 'binding.decideMany', { requestIds: ids, approve: true })).toEqual({
    decided: ids,
    gone: [],
  })
})

test('unbinding at any time ends the rights, takes the key from the phone and leaves the records', async () => {
  const memberId = aNewcomer()
  const { token } = await invite(memberId)
  await take('phone-leaves', token)
  const { code } = await openMeeting(world)
  await world.get('phone-leaves', 'identity.me')
  const { ticket } = await world.get('phone-leaves', 'checkin.open', { code: code() })
  await world.get('phone-leaves', 'checkin.register', { ticket, nonce: newNonce() })
  const before = await world.get('phone-leaves', 'identity.me')
  await world.get('phone-leaves', 'binding.unbind', { nonce: newNonce() })
  await world.get('phone-leaves', 'binding.unbind', { nonce: newNonce() })
  expect(await world.get('phone-leaves', 'identity.me')).toEqual({ state: 'stranger', consent: 1 })
  expect(world.emulator.database.count('facts', { memberId })).toBe(1)
  const key = world.emulator.database.find('members', { _id: memberId })[0]?.codeKey
  expect(key).toMatch(/^[0-9a-f]{64}$/)
  expect(before).not.toMatchObject({ member: { codeKey: key } })
  expect(world.emulator.database.count('audit', { what: 'unbind', memberId })).toBe(1)
})

test('another phone is bound once the secretary has released the first; what the first was granted does not travel', async () => {
  const memberId = aNewcomer()
  await take('phone-lost', (await invite(memberId)).token)
  const right = {
    organisationId: 'unit1',
    role: 'unit_officer',
    memberId,
    from: '2026-09-22',
    nonce: newNonce(),
  }
  await world.get(county, 'grants.give', right)
  expect(await world.reason(openIdOf('n1'), 'binding.release', { memberId })).toBe('forbidden')
  await world.get(secretary, 'binding.release', { memberId })
  expect(await world.reason(secretary, 'binding.release', { memberId })).toBe('not_bound')
  await take('phone-found', (await invite(memberId)).token)
  expect(await world.get('phone-found', 'identity.me')).toMatchObject({ memberId, roles: [] })
  expect(await world.get('phone-lost', 'identity.me')).toEqual({ state: 'stranger', consent: 1 })
})

test('a registration made between two bindings stays one', async () => {
  const { code, activityId } = await openMeeting(world)
  const memberId = aNewcomer()
  await take(openIdOf(memberId), (await invite(memberId)).token)
  expect(await checkIn(world, memberId, code())).toMatchObject({ ok: true })
  await world.get(secretary, 'binding.release', { memberId })
  await take('phone-next', (await invite(memberId)).token)
  expect(await world.reason('phone-next', 'checkin.open', { code: code() })).toBe('already_registered')
  expect(world.emulator.database.count('facts', { activityId, memberId })).toBe(1)
})
