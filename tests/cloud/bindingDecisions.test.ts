import { consentVersion } from '@domain/contract/consentVersion'
import { Newcomers } from './Newcomers'
import { openIdOf } from './people'
import { checkIn, newNonce, openMeeting, secretary, World } from './world'

const county = 'openid-county'

let world: World
let people: Newcomers
beforeAll(async () => {
  world = await World.start()
  people = new Newcomers(world)
})
afterAll(() => world.stop())

test('many requests are decided at once: those of others and those gone are told apart from what was decided', async () => {
  const request = async (openId: string, overrides: object = {}) => {
    const memberId = people.add(overrides)
    const [member] = world.emulator.database.find('members', { _id: memberId })
    const branchId = (member?.memberships as { branchId: string }[] | undefined)?.[0]?.branchId
    const { name, phoneTail } = member ?? {}
    await world.get(openId, 'identity.request', { branchId, name, phoneTail })
    return people.stored(openId)?.requestId ?? ''
  }
  const own = [await request('many-1'), await request('many-2')]
  const foreign = await request('many-3', { memberships: [{ branchId: 'branch2', from: '2020-01-01' }] })
  const gone = 'nobody-asked-this'
  const decide = (requestIds: string[], approve = true) =>
    world.call(secretary, 'binding.decideMany', { requestIds, approve })
  expect(await decide([...own, foreign, gone])).toMatchObject({
    data: { decided: own, gone: [foreign, gone] },
  })
  expect(['many-1', 'many-2', 'many-3'].map((phone) => people.stored(phone)?.state)).toEqual([
    'bound',
    'bound',
    'requested',
  ])
  // Said again, it is answered as the first time.
  expect(await decide(own)).toMatchObject({ data: { decided: own, gone: [] } })
  expect(await decide([foreign])).toMatchObject({ reason: 'forbidden' })
  expect(await decide([gone])).toMatchObject({ reason: 'request_gone' })
})

test('requests made at the door are approved together on the page of the running meeting', async () => {
  const { code } = await openMeeting(world, secretary, { chairId: 'm6', recorderId: 'm7' })
  const ids: string[] = []
  for (const phone of ['door-1', 'door-2']) {
    const memberId = people.add()
    const { name, phoneTail } = world.emulator.database.find('members', { _id: memberId })[0] ?? {}
    const { ticket } = await world.get(phone, 'checkin.open', { code: code() })
    await world.get(phone, 'identity.request', { branchId: 'branch1', name, phoneTail, ticket })
    ids.push(people.stored(phone)?.requestId ?? '')
  }
  expect(await world.get(openIdOf('m6'), 'binding.decideMany', { requestIds: ids, approve: true })).toEqual({
    decided: ids,
    gone: [],
  })
})

test('whoever runs a meeting binds nobody of another branch at its door, and is not even asked; the own branch is', async () => {
  const { activityId, code } = await openMeeting(world, secretary, { chairId: 'm6', recorderId: 'm7' })
  const memberId = people.add({ memberships: [{ branchId: 'branch2', from: '2020-01-01' }] })
  const { name, phoneTail } = world.emulator.database.find('members', { _id: memberId })[0] ?? {}
  const { ticket } = await world.get('door-foreign', 'checkin.open', { code: code() })
  await world.get('door-foreign', 'identity.request', { branchId: 'branch2', name, phoneTail, ticket })
  const requestId = people.stored('door-foreign')?.requestId ?? ''
  for (const by of [secretary, openIdOf('m6')]) {
    const { bindRequests } = await world.get(by, 'activity.board', { activityId })
    expect(bindRequests.map((one) => one.requestId)).not.toContain(requestId)
    expect(await world.reason(by, 'identity.decide', { requestId, approve: true })).toBe('forbidden')
    const many = { requestIds: [requestId], approve: true }
    expect(await world.reason(by, 'binding.decideMany', many)).toBe('forbidden')
  }
  await world.get(openIdOf('n1'), 'identity.decide', { requestId, approve: true })
  expect(people.stored('door-foreign')).toMatchObject({ state: 'bound', memberId, boundBy: 'n1' })
})

test('a request goes with its member: after a transfer the branch of today decides it, the one before no more', async () => {
  const memberId = people.add()
  const { name, phoneTail } = world.emulator.database.find('members', { _id: memberId })[0] ?? {}
  await world.get('moving', 'identity.request', { branchId: 'branch1', name, phoneTail })
  await world.get(secretary, 'roster.transfer', { memberId, toBranchId: 'branch2', nonce: newNonce() })
  await world.get(openIdOf('n1'), 'roster.accept', { memberId, branchId: 'branch2', accept: true })
  const requestId = people.stored('moving')?.requestId ?? ''
  const shown = await world.get(secretary, 'identity.work')
  expect(shown.bindRequests.map((one) => one.requestId)).not.toContain(requestId)
  expect(await world.reason(secretary, 'identity.decide', { requestId, approve: true })).toBe('forbidden')
  const { bindRequests } = await world.get(openIdOf('n1'), 'identity.work')
  expect(bindRequests.map((one) => one.requestId)).toContain(requestId)
  expect(await world.reason(openIdOf('n1'), 'identity.decide', { requestId, approve: true })).toMatch(/^ok/)
})

test('unbinding at any time ends the rights, takes the key from the phone and leaves the records', async () => {
  const memberId = people.add()
  const { token } = await people.invite(memberId)
  await people.take('phone-leaves', token)
  const { code } = await openMeeting(world)
  await world.get('phone-leaves', 'identity.me')
  const { ticket } = await world.get('phone-leaves', 'checkin.open', { code: code() })
  await world.get('phone-leaves', 'checkin.register', { ticket, nonce: newNonce() })
  const before = await world.get('phone-leaves', 'identity.me')
  await world.get('phone-leaves', 'binding.unbind', { nonce: newNonce() })
  await world.get('phone-leaves', 'binding.unbind', { nonce: newNonce() })
  expect(await world.get('phone-leaves', 'identity.me')).toEqual({
    state: 'stranger',
    consent: consentVersion,
  })
  expect(world.emulator.database.count('facts', { memberId })).toBe(1)
  const key = world.emulator.database.find('members', { _id: memberId })[0]?.codeKey
  expect(key).toMatch(/^[0-9a-f]{64}$/)
  expect(before).not.toMatchObject({ member: { codeKey: key } })
  expect(world.emulator.database.count('audit', { what: 'unbind', memberId })).toBe(1)
})

test('another phone is bound once the first is released, by whoever gave its rights; what the first was granted does not travel', async () => {
  const memberId = people.add()
  await people.take('phone-lost', (await people.invite(memberId)).token)
  const right = {
    organisationId: 'unit1',
    role: 'unit_officer',
    memberId,
    from: '2026-09-22',
    nonce: newNonce(),
  }
  await world.get(county, 'grants.give', right)
  expect(await world.reason(openIdOf('n1'), 'binding.release', { memberId })).toBe('forbidden')
  expect(await world.reason(secretary, 'binding.release', { memberId })).toBe('rights_from_above')
  await world.get(county, 'binding.release', { memberId })
  expect(await world.reason(secretary, 'binding.release', { memberId })).toBe('not_bound')
  await people.take('phone-found', (await people.invite(memberId)).token)
  expect(await world.get('phone-found', 'identity.me')).toMatchObject({ memberId, roles: [] })
  expect(await world.get('phone-lost', 'identity.me')).toEqual({ state: 'stranger', consent: consentVersion })
})

test('who has left the register is released by the branch that held the person last', async () => {
  const memberships = [{ branchId: 'branch1', from: '2020-01-01', to: '2026-08-31' }]
  const memberId = people.add({ memberships })
  people.insert('identities', {
    ...people.stored(openIdOf('m9')),
    _id: 'phone-left',
    requestId: 'left',
    memberId,
  })
  expect(await world.reason(openIdOf('n1'), 'binding.release', { memberId })).toBe('forbidden')
  expect(await world.reason(secretary, 'binding.invite', { memberId, nonce: newNonce() })).toBe('forbidden')
  expect(await world.reason(secretary, 'binding.release', { memberId })).toMatch(/^ok/)
})

test('messages agreed to end with the binding and with the consent', async () => {
  const memberId = people.add()
  const phone = openIdOf(memberId)
  const accept = async () => {
    await world.get(phone, 'reminder.accept', { accepted: ['meeting'], nonce: newNonce() })
    return world.emulator.database.find('credits', { _id: memberId })[0]?.meeting
  }
  const left = () => world.emulator.database.find('credits', { _id: memberId })[0]?.meeting
  await people.take(phone, (await people.invite(memberId)).token)
  expect(await accept()).toBe(1)
  await world.get(phone, 'privacy.consent', { version: consentVersion, agree: false })
  expect(left()).toBeUndefined()
  await world.get(phone, 'privacy.consent', { version: consentVersion, agree: true })
  expect(await accept()).toBe(1)
  await world.get(secretary, 'binding.release', { memberId })
  expect(left()).toBeUndefined()
})

test('a registration made between two bindings stays one', async () => {
  const { code, activityId } = await openMeeting(world)
  const memberId = people.add()
  await people.take(openIdOf(memberId), (await people.invite(memberId)).token)
  expect(await checkIn(world, memberId, code())).toMatchObject({ ok: true })
  await world.get(secretary, 'binding.release', { memberId })
  await people.take('phone-next', (await people.invite(memberId)).token)
  expect(await world.reason('phone-next', 'checkin.open', { code: code() })).toBe('already_registered')
  expect(world.emulator.database.count('facts', { activityId, memberId })).toBe(1)
})
