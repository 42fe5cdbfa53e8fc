import { at } from '@domain/testing/at'
import { openIdOf } from './people'
import { aRunningService, doors, staff, worldWithPlaces } from './places'
import { checkIn, newNonce, secretary, type World } from './world'

let world: World
beforeEach(async () => {
  world = await worldWithPlaces()
})
afterEach(() => world.stop())

const ask = () => world.get(secretary, 'service.sevenOnes', { branchId: 'branch1' })
const ticked = async () =>
  (await ask()).tiles.flatMap(({ one, last }) => (last ? [[one, last.on, last.title]] : []))
const claim = async (sevenOne?: string) => {
  const request = {
    title: '陪老人聊聊',
    beneficiary: 'community',
    ...(sevenOne && { sevenOne }),
    nonce: newNonce(),
  }
  return (await world.get(openIdOf('v1'), 'deed.claim', request)).deed
}

test('all seven stand in the source’s order from the first day, and none is owed', async () => {
  const { branch, tiles } = await ask()
  expect(branch.id).toBe('branch1')
  expect(tiles).toEqual(
    ['visit', 'counsel', 'difficulty', 'theme', 'plan', 'policy', 'mechanism'].map((one) => ({ one })),
  )
})

test('a service ticks what it carries once somebody of the branch is registered, and no more when it is called off', async () => {
  const { activityId, code, posterCode } = await aRunningService(world, { sevenOnes: ['policy', 'theme'] })
  await checkIn(world, 'm4', posterCode)
  // Who came by the poster waits for the staff.
  expect(await ticked()).toEqual([])
  await checkIn(world, 'm5', code())
  expect(await ticked()).toEqual([
    ['theme', '2026-09-22', '清洁家园'],
    ['policy', '2026-09-22', '清洁家园'],
  ])
  await world.get(staff, 'activity.setState', { activityId, to: 'closed' })
  await world.get(staff, 'activity.setState', { activityId, to: 'cancelled' })
  expect(await ticked()).toEqual([])
})

test('a visit is 走访慰问 and says its day alone; a deed is what its member said, once its side has confirmed it', async () => {
  const visit = { code: doors.h1, purposes: ['heart'], occurredAt: world.now(), nonce: newNonce() }
  await world.get(openIdOf('v1'), 'household.visit', visit)
  const [counsel, plain] = [await claim('counsel'), await claim()]
  expect([counsel.sevenOne, plain.sevenOne]).toEqual(['counsel', undefined])
  for (const { id } of [counsel, plain])
    await world.get(openIdOf('v1'), 'deed.move', { deedId: id, to: 'finished' })
  expect(await ticked()).toEqual([['visit', '2026-09-22', undefined]])
  const deedIds = [counsel.id, plain.id]
  await world.get(staff, 'deed.confirm', { placeId: 'community1', deedIds })
  expect(await ticked()).toEqual([
    ['visit', '2026-09-22', undefined],
    ['counsel', '2026-09-22', '陪老人聊聊'],
  ])
  // A year later it is history.
  world.emulator.clock.set(at('2027-09-23 09:00'))
  expect(await ticked()).toEqual([])
})

test('for whoever runs the branch, and nobody else', async () => {
  for (const who of [openIdOf('m4'), staff, openIdOf('n1'), 'stranger'])
    expect(await world.reason(who, 'service.sevenOnes', { branchId: 'branch1' })).toMatch(
      /^(forbidden|unbound)$/,
    )
})
