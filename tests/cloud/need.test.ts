import { at } from '@domain/testing/at'
import { MOMENT, openIdOf } from './people'
import { contact, otherContact, otherStaff, staff, worldWithPlaces } from './places'
import { newNonce, type World } from './world'

let world: World
beforeEach(async () => {
  world = await worldWithPlaces()
})
afterEach(() => world.stop())

const m4 = openIdOf('m4')
const m5 = openIdOf('m5')
const linked = openIdOf('v1')

const form = (overrides: object = {}) => ({
  placeId: 'community1',
  title: '教几位老人用手机挂号',
  contact: '方晓云',
  until: '2026-10-15',
  wanted: 1,
  nonce: newNonce(),
  ...overrides,
})
const write = async (overrides: object = {}, who = staff) =>
  (await world.get(who, 'need.write', form(overrides))).needId
const take = (who: string, needId: string, nonce = newNonce()) =>
  world.reason(who, 'need.take', { needId, nonce })
const taken = async (who: string, needId: string) =>
  (await world.get(who, 'need.take', { needId, nonce: newNonce() })).deed
const offered = async (who: string) => (await world.get(who, 'need.offered')).needs
const move = (who: string, deedId: string, to: string) => world.get(who, 'deed.move', { deedId, to })
const ofPlace = async (who = staff, placeId = 'community1') =>
  (await world.get(who, 'need.page', { placeId })).needs

test('written by the community, taken by a resident, finished, confirmed by the community: then it counts, and is asked for no more', async () => {
  const needId = await write()
  const need = {
    id: needId,
    title: '教几位老人用手机挂号',
    contact: '方晓云',
    until: '2026-10-15',
    wanted: 1,
    taken: 0,
    place: { id: 'community1', name: '凤凰社区党委' },
  }
  expect(await offered(m4)).toEqual([need])

  const deed = await taken(m4, needId)
  expect(deed).toMatchObject({
    title: '教几位老人用手机挂号',
    state: 'claimed',
    beneficiary: 'community',
    where: '凤凰社区党委',
  })
  expect(await offered(m4)).toEqual([{ ...need, taken: 1, mine: true }])
  expect(await offered(m5)).toEqual([{ ...need, taken: 1 }])
  expect(await take(m5, needId)).toBe('need_taken')
  expect(await ofPlace()).toMatchObject([
    { offered: true, takers: [{ branchName: '农业农村局党支部', state: 'claimed' }] },
  ])

  await move(m4, deed.id, 'finished')
  expect(await ofPlace()).toMatchObject([{ takers: [{ state: 'finished' }] }])
  const { pending } = await world.get(staff, 'deed.pending', { placeId: 'community1' })
  expect(pending.map(({ deedId }) => deedId)).toEqual([deed.id])
  await world.get(staff, 'deed.confirm', { placeId: 'community1', deedIds: [deed.id] })
  expect(await world.get(m4, 'deed.list')).toMatchObject({ done: 1, deeds: [{ state: 'confirmed' }] })
  expect(await offered(m5)).toEqual([])
  expect(await ofPlace()).toMatchObject([{ takers: [{ state: 'confirmed' }] }])
})

test('a village’s needs are taken by whoever is linked with a household there, and confirmed by its contact', async () => {
  const needId = await write({ placeId: 'village1', contact: '村里出料' }, contact)
  expect(await offered(m4)).toEqual([])
  // The link of v2 ended with August.
  expect(await offered(openIdOf('v2'))).toEqual([])
  for (const who of [m4, openIdOf('v2')]) expect(await take(who, needId)).toBe('forbidden')
  expect(await offered(linked)).toMatchObject([{ place: { name: '青山村' }, contact: '村里出料' }])
  const deed = await taken(linked, needId)
  expect(deed).toMatchObject({ beneficiary: 'household', where: '青山村' })
  await move(linked, deed.id, 'finished')
  const confirm = { placeId: 'village1', deedIds: [deed.id] }
  expect(await world.get(contact, 'deed.confirm', confirm)).toEqual({ confirmed: 1 })
})

test('let go of, it is on offer again; whoever let go may take it anew, and the earlier deed stays let go', async () => {
  const needId = await write()
  const first = await taken(m4, needId)
  await move(m4, first.id, 'dropped')
  expect(await offered(m5)).toMatchObject([{ taken: 0 }])
  const second = await taken(m4, needId)
  expect(second.id).not.toBe(first.id)
  const { deeds } = await world.get(m4, 'deed.list')
  expect(deeds.map(({ state }) => state).sort()).toEqual(['claimed', 'dropped'])
  await move(m4, second.id, 'dropped')
  await taken(m5, needId)
  expect(await take(m4, needId)).toBe('need_taken')
})

test('of many who take at one instant as many have it as are wanted; two taps and a resend of one person are one deed', async () => {
  const needId = await write({ wanted: 2 })
  const nonce = newNonce()
  const people = ['m4', 'm5', 'm6', 'm7'].map(openIdOf)
  const answers = await Promise.all([
    ...people.map((who) => take(who, needId, nonce)),
    ...people.map((who) => take(who, needId)),
  ])
  expect(new Set(answers.filter((answer) => !answer.startsWith('ok')))).toEqual(new Set(['need_taken']))
  const deeds = world.emulator.database.find('facts', { needId })
  expect(new Set(deeds.map(({ memberId }) => memberId)).size).toBe(2)
  expect(deeds).toHaveLength(2)
})

test('a resend after it was let go of finds the deed as it stands, and takes nothing again', async () => {
  const needId = await write()
  const nonce = newNonce()
  const { deed } = await world.get(m4, 'need.take', { needId, nonce })
  await move(m4, deed.id, 'dropped')
  const again = await world.get(m4, 'need.take', { needId, nonce })
  expect(again.deed).toMatchObject({ id: deed.id, state: 'dropped' })
  expect(await offered(m5)).toMatchObject([{ taken: 0 }])
})

test('withdrawn it is offered to nobody; who has it in hand reads so, and what is done is confirmed all the same', async () => {
  const needId = await write({ wanted: 3 })
  const deed = await taken(m4, needId)
  const other = await taken(m5, needId)
  await move(m5, other.id, 'finished')
  world.emulator.clock.set(at('2026-11-20 10:00'))
  const withdraw = { placeId: 'community1', needId }
  for (let sent = 0; sent < 2; sent += 1)
    expect(await world.get(staff, 'need.withdraw', withdraw)).toEqual({ needId })
  expect(world.emulator.database.count('audit', { what: 'need' })).toBe(1)
  for (const who of [m4, m5, openIdOf('m6')]) expect(await offered(who)).toEqual([])
  expect(await take(openIdOf('m6'), needId)).toBe('need_gone')

  const told = async (who: string) =>
    (await world.get(who, 'reminder.inbox')).items.flatMap((item) =>
      item.type === 'notice' && item.id.startsWith('withdrawn_') ? [`${item.target} ${item.text}`] : [],
    )
  expect(await told(m4)).toEqual([expect.stringMatching(/^deeds 凤凰社区党委撤回了这条需求/)])
  expect(await told(m5)).toEqual([])
  const ownOf = async (who: string) => (await world.get(who, 'deed.list')).deeds
  expect(await ownOf(m4)).toMatchObject([{ id: deed.id, state: 'claimed', withdrawn: true }])
  expect((await ownOf(m5))[0]).not.toHaveProperty('withdrawn')

  await move(m4, deed.id, 'dropped')
  expect(await told(m4)).toEqual([])
  const confirm = { placeId: 'community1', deedIds: [other.id] }
  expect(await world.get(staff, 'deed.confirm', confirm)).toEqual({ confirmed: 1 })
  world.emulator.clock.set(MOMENT)
})

test('its last day is a day of offer, the next one none; the place sees it for a month more', async () => {
  const needId = await write({ until: '2026-12-31' })
  world.emulator.clock.set(at('2026-12-31 23:59'))
  expect(await offered(m4)).toHaveLength(1)
  world.emulator.clock.set(at('2027-01-01 00:00'))
  expect(await offered(m4)).toEqual([])
  expect(await take(m4, needId)).toBe('need_gone')
  expect(await ofPlace()).toMatchObject([{ id: needId, offered: false }])
  world.emulator.clock.set(at('2027-01-30 10:00'))
  expect(await ofPlace()).toHaveLength(1)
  world.emulator.clock.set(at('2027-01-31 10:00'))
  expect(await ofPlace()).toEqual([])
  world.emulator.clock.set(MOMENT)
})

test('a day that is over or lies too far ahead, nobody wanted and nothing written are refused; a resend makes no second one', async () => {
  const reason = (overrides: object, who = staff) => world.reason(who, 'need.write', form(overrides))
  for (const until of ['2026-09-21', '2027-09-24']) expect(await reason({ until })).toBe('need_times')
  for (const wrong of [{ wanted: 0 }, { wanted: 21 }, { title: ' ' }, { until: '2026-02-30' }])
    expect(await reason(wrong)).toBe('invalid_request')
  expect(world.emulator.database.count('needs', {})).toBe(0)
  const nonce = newNonce()
  const needId = await write({ until: '2026-09-22', nonce })
  world.emulator.clock.set(at('2026-09-23 08:00'))
  expect(await write({ until: '2026-09-22', nonce })).toBe(needId)
  expect(world.emulator.database.count('needs', {})).toBe(1)
  world.emulator.clock.set(MOMENT)
})

test('another place’s staff neither writes, reads nor withdraws; once one has left the community nothing more is taken there', async () => {
  const needId = await write()
  for (const who of [otherStaff, contact, otherContact, m4]) {
    expect(await world.reason(who, 'need.write', form())).toBe('forbidden')
    expect(await world.reason(who, 'need.page', { placeId: 'community1' })).toBe('forbidden')
    expect(await world.reason(who, 'need.withdraw', { placeId: 'community1', needId })).toBe('forbidden')
  }
  const foreign = { placeId: 'community2', needId }
  expect(await world.reason(otherStaff, 'need.withdraw', foreign)).toBe('request_gone')
  const deed = await taken(m4, needId)
  await world.get(m4, 'community.leave', { kind: 'unit' })
  expect(await offered(m4)).toEqual([])
  // What one has taken one may finish.
  expect((await move(m4, deed.id, 'finished')).deed.state).toBe('finished')
  await move(m4, deed.id, 'claimed')
  await move(m4, deed.id, 'dropped')
  expect(await take(m4, needId)).toBe('forbidden')
})

test('needs and their takings have a day’s worth, of a place’s person and of a member', async () => {
  const written = await Promise.all(
    Array.from({ length: 45 }, () => world.reason(staff, 'need.write', form({ wanted: 1 }))),
  )
  expect(written.filter((answer) => answer === 'too_many_today')).toHaveLength(5)
  const ids = (await offered(m4)).map(({ id }) => id)
  const answers: string[] = []
  for (const id of ids.slice(0, 21)) answers.push((await take(m4, id)).slice(0, 14))
  expect(answers.filter((answer) => answer === 'too_many_today')).toHaveLength(1)
})
