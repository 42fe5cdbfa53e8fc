import { checkIn, newNonce, openMeeting, secretary, World } from './world'
import { openIdOf, unboundId } from './people'

// Meeting and own record are read in one call with who asks: what that call finds is what is judged, at the scan and again at the registration.

let world: World
beforeAll(async () => {
  world = await World.start()
})
afterAll(() => world.stop())

const scan = async (memberId: string, code: string) => {
  const { ticket } = await world.get(openIdOf(memberId), 'checkin.open', { code })
  return { ticket, nonce: newNonce() }
}

test('whose identity was let go of between scan and registration is refused, and nothing is entered', async () => {
  const { code, activityId } = await openMeeting(world)
  const scanned = await scan('m4', code())
  await world.get(openIdOf('m4'), 'binding.unbind', { nonce: newNonce() })
  expect(await world.reason(openIdOf('m4'), 'checkin.register', scanned)).toBe('unbound')
  expect(world.emulator.database.count('facts', { activityId })).toBe(0)
})

test('a meeting that was called off, or ended, between scan and registration takes nobody any more', async () => {
  const off = await openMeeting(world)
  const ended = await openMeeting(world)
  const atOff = await scan('m5', off.code())
  const atEnded = await scan('m5', ended.code())
  const { activityId } = off
  await world.get(secretary, 'activity.setState', { activityId, to: 'cancelled' })
  await world.get(secretary, 'activity.setState', { activityId: ended.activityId, to: 'closed' })
  expect(await world.reason(openIdOf('m5'), 'checkin.register', atOff)).toBe('activity_cancelled')
  expect(await world.reason(openIdOf('m5'), 'checkin.register', atEnded)).toBe('ended')
  expect(world.emulator.database.count('facts', { memberId: 'm5' })).toBe(0)
})

test('who has come is told so; who only asks to be somebody is told nothing of whether that one has come', async () => {
  const { code, activityId } = await openMeeting(world)
  await checkIn(world, 'm7', code())
  expect(await world.reason(openIdOf('m7'), 'checkin.open', { code: code() })).toBe('already_registered')
  const [{ name = '', phoneTail = '' } = {}] = world.emulator.database.find('members', { _id: unboundId })
  await world.get('asking', 'identity.request', { branchId: 'branch1', name, phoneTail })
  const entry = { memberId: unboundId, occurredAt: world.now(), nonce: newNonce(), way: 'roll_call' }
  await world.get(secretary, 'checkin.tick', { activityId, ...entry })
  expect(await world.get('asking', 'checkin.open', { code: code() })).toMatchObject({ you: 'requested' })
})
