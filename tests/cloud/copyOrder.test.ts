import { copyFields } from '@domain/papers/copyFields'
import { orderOf } from '@domain/papers/copyOrder'
import { moved } from '@domain/papers/order'
import { newNonce, openMeeting, secretary, World } from './world'

/** The order in which 逐栏复制 gives the texts of a record is a setting of the county. */
const county = 'openid-county'
let world: World
let activityId: string
beforeAll(async () => {
  world = await World.start()
  ;({ activityId } = await openMeeting(world, secretary))
  await world.get(secretary, 'activity.setState', { activityId, to: 'closed' })
})
afterAll(() => world.stop())

const placeFirst = moved(moved(orderOf(), 'place', -1), 'place', -1)
const save = (order: readonly string[], who = county, nonce = newNonce()) =>
  world.reason(who, 'copyOrder.save', { order, nonce })
const read = () => world.get(county, 'copyOrder.read')
const record = () => world.get(secretary, 'activity.record', { activityId })
const labels = async () => copyFields(await record()).map(({ label }) => label)
const told = () => world.emulator.database.count('audit', { what: 'copy_order' })

test('until the work committee says otherwise it is the province’s, and a record says nothing of it', async () => {
  expect(await read()).toEqual({ order: orderOf(), isOwn: false, mayEdit: true })
  expect(await record()).not.toHaveProperty('copyOrder')
})

test('saved, every branch copies in that order; a resend is saved and told once; the province’s order again is 恢复默认', async () => {
  const nonce = newNonce()
  expect(await save(placeFirst, county, nonce)).toMatch(/^ok/)
  expect(await save(placeFirst, county, nonce)).toMatch(/^ok/)
  expect(told()).toBe(1)
  expect(await read()).toMatchObject({ order: placeFirst, isOwn: true })
  expect((await labels()).slice(0, 3)).toEqual(['地点', '会议名称', '时间'])
  expect(await save(orderOf())).toMatch(/^ok/)
  expect(told()).toBe(2)
  expect(await read()).toMatchObject({ isOwn: false })
  expect((await labels()).slice(0, 3)).toEqual(['会议名称', '时间', '地点'])
})

test.each([
  ['left out', orderOf().slice(1)],
  ['named twice', [...orderOf().slice(1), 'when']],
  ['not known', [...orderOf().slice(1), 'weather']],
])('an order in which a column is %s is refused', async (_, order) => {
  expect(await save(order)).toBe('invalid_request')
})

test('nobody but the work committee changes it', async () => {
  expect(await save(placeFirst, secretary)).toBe('forbidden')
})
