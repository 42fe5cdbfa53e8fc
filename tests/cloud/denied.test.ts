import { openIdOf } from './people'
import { contact, otherContact, otherStaff, staff, worldWithPlaces } from './places'
import { auditsOf } from './registers'
import { newNonce, type World } from './world'

let world: World
beforeEach(async () => {
  world = await worldWithPlaces()
})
afterEach(() => world.stop())

const own = openIdOf('v1')
const villageId = 'village1'
const factId = 'h1_v1_2026-09-10'
const remember = (householdId: string, occurredOn: string) =>
  world.get(own, 'household.backfill', { householdId, occurredOn, purposes: ['heart'], nonce: newNonce() })
const deny = (denied: boolean, who = contact, village = villageId) =>
  world.reason(who, 'household.deny', { villageId: village, factId, denied })
const list = async () => {
  const { pending, denied } = await world.get(contact, 'household.pending', { villageId })
  return { pending: pending.map(({ on }) => on), denied: denied.map(({ on }) => on) }
}
const lineOf = async () => {
  const { month } = await world.get(own, 'progress.home')
  return month.duties.find(({ dutyId }) => dutyId === 'household_visit')
}
const noticesOf = async (who: string) => {
  const { items } = await world.get(who, 'reminder.inbox')
  return items.flatMap((item) => (item.type === 'notice' ? [`${item.title}：${item.text}`] : []))
}

describe('没来过', () => {
  beforeEach(async () => {
    await remember('h1', '2026-09-19')
    await remember('h1', '2026-09-10')
    await remember('h2', '2026-09-15')
  })

  test('what waits longest is first; a no settles it, and the member is told', async () => {
    expect(await list()).toEqual({ pending: ['2026-09-10', '2026-09-15', '2026-09-19'], denied: [] })
    expect(await deny(true)).toMatch(/^ok/)
    expect(await list()).toEqual({ pending: ['2026-09-15', '2026-09-19'], denied: ['2026-09-10'] })
    expect(await lineOf()).toMatchObject({ done: 0, waiting: 2 })
    const { villages } = await world.get(contact, 'identity.work')
    expect(villages).toMatchObject([{ pendingVisits: 2 }])
    expect(await noticesOf(own)).toContain('入户走访 没有计入：村里说没来过，有疑问请问村里或党支部')
    const { records } = await world.get(own, 'progress.records', { year: 2026 })
    expect(records.filter(({ state }) => state === 'struck')).toHaveLength(1)
    expect(auditsOf(world, 'v1')).toEqual([expect.stringMatching(/^strike {2}outside/)])
  })

  test('said by mistake it waits again and can be confirmed; asked twice it is done once', async () => {
    await deny(true)
    expect(await deny(true)).toMatch(/^ok/)
    expect(await deny(false)).toMatch(/^ok/)
    expect(await deny(false)).toMatch(/^ok/)
    expect(await list()).toMatchObject({ denied: [] })
    expect(auditsOf(world, 'v1')).toHaveLength(2)
    const confirm = () => world.reason(contact, 'household.confirm', { villageId, factIds: [factId] })
    expect(await confirm()).toBe('ok: {"confirmed":1}')
    expect(await deny(true)).toBe('request_gone')
    expect(await lineOf()).toMatchObject({ done: 1, waiting: 2 })
  })

  test('what was said no to is confirmed by nobody, and after a week it is no more on the page', async () => {
    await deny(true)
    const confirmed = await world.get(contact, 'household.confirm', { villageId, factIds: [factId] })
    expect(confirmed).toEqual({ confirmed: 0 })
    world.emulator.clock.set(world.now() + 8 * 86_400_000)
    expect((await list()).denied).toEqual([])
  })

  test('another village, a community, what is no visit, and one’s own: nothing is written', async () => {
    const { database } = world.emulator
    const [identity] = database.find('identities', { _id: contact })
    const asBoth = { ...identity, _id: 'openid-own', memberId: 'v1', requestId: 'request-own' }
    database.insertMany('identities', [asBoth])
    await world.get('openid-own', 'identity.me')
    const before = world.documents()
    expect(await deny(true, otherContact)).toBe('forbidden')
    expect(await deny(true, otherContact, 'village2')).toBe('request_gone')
    expect(await deny(true, staff)).toBe('forbidden')
    expect(await deny(true, openIdOf('v1'))).toBe('forbidden')
    const none = { villageId, factId: 'none', denied: true }
    expect(await world.reason(contact, 'household.deny', none)).toBe('request_gone')
    expect(await deny(true, 'openid-own')).toBe('request_gone')
    expect(world.documents()).toBe(before)
    expect(await list()).toMatchObject({ denied: [] })
  })
})

describe('没办好', () => {
  let deedId = ''
  const move = (to: string) => world.reason(own, 'deed.move', { deedId, to })
  const giveBack = (who = staff, placeId = 'community1') =>
    world.reason(who, 'deed.giveBack', { placeId, deedId })
  const pending = async () => (await world.get(staff, 'deed.pending', { placeId: 'community1' })).pending
  const deed = async () => (await world.get(own, 'deed.list')).deeds[0]
  beforeEach(async () => {
    const claim = { title: '修好楼道灯', beneficiary: 'community', nonce: newNonce() }
    deedId = (await world.get(own, 'deed.claim', claim)).deed.id
    await move('finished')
  })

  test('goes back to who claimed it, who reads so and says 办结了 anew', async () => {
    expect(await giveBack()).toMatch(/^ok/)
    expect(await giveBack()).toMatch(/^ok/)
    expect(await pending()).toEqual([])
    expect(await deed()).toMatchObject({ state: 'claimed', returned: true })
    expect(await deed()).not.toHaveProperty('finishedAt')
    expect(await noticesOf(own)).toContain('修好楼道灯 还没办好：办好以后，在“我办的实事”里再点“办结了”')
    expect(auditsOf(world, 'v1')).toEqual([expect.stringMatching(/^give_back {2}outside/)])
    expect(await move('finished')).toMatch(/^ok/)
    expect(await deed()).not.toHaveProperty('returned')
    expect((await noticesOf(own)).join()).not.toMatch(/还没办好/)
    expect(await pending()).toHaveLength(1)
    expect(await giveBack()).toMatch(/^ok/)
    expect(await deed()).toMatchObject({ state: 'claimed', returned: true })
  })

  test('of others, and of what is confirmed or only claimed, it is refused', async () => {
    expect(await giveBack(otherStaff)).toBe('forbidden')
    expect(await giveBack(otherStaff, 'community2')).toBe('request_gone')
    await move('claimed')
    expect(await giveBack()).toBe('request_gone')
    await move('finished')
    await world.get(staff, 'deed.confirm', { placeId: 'community1', deedIds: [deedId] })
    expect(await giveBack()).toBe('request_gone')
  })
})
