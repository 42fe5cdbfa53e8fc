import { consentVersion } from '@domain/contract/consentVersion'
import { openIdOf } from './people'
import { newNonce, openMeeting, secretary, World } from './world'

let world: World
beforeAll(async () => {
  world = await World.start()
})
afterAll(() => world.stop())

const newcomer = { branchId: 'branch1', name: '郭同志', phoneTail: '1011' }
const idOf = async (openId: string) =>
  String(world.emulator.database.find('identities', { _id: openId })[0]?.requestId)

test('a stranger at the door is led to binding, bound there by the chair, and registers with the same ticket', async () => {
  // m6 leads a group and chairs this meeting: not the secretary, but its organiser.
  const { activityId, code } = await openMeeting(world, secretary, { chairId: 'm6', recorderId: 'm7' })
  const stranger = 'stranger-door'
  const { ticket, you } = await world.get(stranger, 'checkin.open', { code: code() })
  expect(you).toBe('stranger')
  expect(await world.get(stranger, 'identity.request', { ...newcomer, ticket })).toEqual({
    state: 'requested',
    branchName: '农业农村局党支部',
  })
  expect(await world.get(stranger, 'identity.me')).toMatchObject({
    state: 'requested',
    name: '郭同志',
    branchName: '农业农村局党支部',
  })
  expect((await world.get(stranger, 'checkin.open', { code: code() })).you).toBe('requested')

  const chair = openIdOf('m6')
  const { bindRequests } = await world.get(chair, 'activity.board', { activityId })
  expect(bindRequests).toMatchObject([{ memberId: 'm11', name: '郭同志', atDoor: true }])
  const requestId = bindRequests[0]?.requestId
  expect(await world.reason(openIdOf('m8'), 'identity.decide', { requestId, approve: true })).toBe(
    'forbidden',
  )
  await world.get(chair, 'identity.decide', { requestId, approve: true })
  expect(await world.reason(secretary, 'identity.decide', { requestId, approve: true })).toBe('request_gone')

  expect(await world.get(stranger, 'checkin.register', { ticket, nonce: newNonce() })).toMatchObject({
    name: '郭同志',
    guest: false,
  })
  const me = await world.get(stranger, 'identity.me')
  expect(me).toMatchObject({ state: 'bound', memberId: 'm11', member: { alias: 'alias-m11' } })
  expect(world.emulator.database.find('audit', { what: 'decide' })).toMatchObject([
    { by: 'm6', memberId: 'm11', result: 'yes' },
  ])
  expect((await world.get(chair, 'activity.board', { activityId })).bindRequests).toEqual([])
})

test('a request without a ticket waits for the secretary; declined, one may ask again', async () => {
  const stranger = 'stranger-home'
  // m11 may be bound by now: another branch's member for this one.
  world.emulator.database.insertMany('members', [
    {
      ...world.emulator.database.find('members', { _id: 'm12' })[0],
      _id: 'm13',
      name: '新同志',
      phoneTail: '1313',
      alias: 'alias-m13',
    },
  ])
  const asks = { branchId: 'branch1', name: '新同志', phoneTail: '1313' }
  await world.get(stranger, 'identity.request', { ...asks, name: '新 同志' })
  const first = await idOf(stranger)
  const { items } = await world.get(secretary, 'reminder.inbox')
  expect(items).toContainEqual({
    type: 'bind',
    asks: true,
    requestId: first,
    name: '新同志',
    at: expect.any(Number) as number,
  })
  await world.get(secretary, 'identity.decide', { requestId: first, approve: false })
  expect(await world.get(stranger, 'identity.me')).toEqual({ state: 'stranger', consent: consentVersion })
  await world.get(stranger, 'identity.request', asks)
  const second = await idOf(stranger)
  expect(second).not.toBe(first)
  expect(await world.reason(secretary, 'identity.decide', { requestId: first, approve: true })).toBe(
    'request_gone',
  )
  await world.get(secretary, 'identity.decide', { requestId: second, approve: true })
  expect(await world.reason(stranger, 'identity.request', asks)).toBe('already_bound')
  expect(await world.reason('stranger-late', 'identity.request', asks)).toBe('roster_mismatch')
})

test('five requests a day that match nobody are the last; name and digits wrong are one answer, and the next day is a new one', async () => {
  const ask = (overrides: object) =>
    world.call('stranger-guess', 'identity.request', { ...newcomer, ...overrides })
  const wrong = [
    { name: '没有的人' },
    { phoneTail: '0000' },
    { branchId: 'branch2' },
    { branchId: 'nowhere' },
    { name: '郭同' },
  ]
  for (const overrides of wrong) expect(await ask(overrides)).toMatchObject({ reason: 'roster_mismatch' })
  expect(world.emulator.database.count('attempts', { openId: 'stranger-guess', kind: 'bind' })).toBe(5)
  const midnight = Date.parse('2026-09-23T00:00:00+08:00')
  expect(await ask({})).toMatchObject({ reason: 'too_many_attempts', detail: { retryAt: midnight } })
  world.emulator.clock.set(midnight)
  expect(await ask({ name: '没有的人' })).toMatchObject({ reason: 'roster_mismatch' })
})

test('branches to choose from are told to anyone, by name, in the register’s order', async () => {
  const { branches } = await world.get('stranger-new', 'identity.branches')
  expect(branches.map(({ id }) => id)).toEqual(['branch1', 'branch3', 'branch2'])
  expect(await world.get('stranger-new', 'identity.me')).toEqual({
    state: 'stranger',
    consent: consentVersion,
  })
})
