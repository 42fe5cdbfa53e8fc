import { at } from '@domain/testing/at'
import { aFact } from '@domain/testing/builders'
import { openIdOf } from './people'
import { insert, reached, remindAt, templates } from './reminders'
import { aForm, leader, newNonce, officer, secretary, World } from './world'

/** A Saturday, one week after it was planned. */
const startsAt = at('2026-09-26 15:00')
const planned = (over: Parameters<typeof aForm>[0] = {}) => ({
  form: aForm({ startsAt, endsAt: startsAt + 3_600_000, ...over }),
  publish: true,
  nonce: newNonce(),
})
const keyOf = (memberId: string) => `meeting_${activityId}_${memberId}_${startsAt}`
const said = (reminderId: string, told = true) => ({ branchId: 'branch1', reminderId, told })

let world: World
let activityId: string
beforeEach(async () => {
  world = await World.start({ env: templates })
  insert(
    world,
    'credits',
    ...['m4', 'm5', 'm6'].map((_id) => ({ _id, meeting: 2, moves: [] })),
    { _id: 'm7', meeting: 2, byLeader: true, moves: [] },
    { _id: 'm8', meeting: 2, off: ['meeting'], moves: [] },
  )
  world.emulator.clock.set(at('2026-09-22 10:00'))
  activityId = (await world.get(secretary, 'activity.save', planned())).activityId
})
afterEach(() => world.stop())

const listOf = async (openId: string) =>
  (await world.get(openId, 'reminder.toTell', { branchId: 'branch1' })).people.filter(
    ({ meeting }) => meeting,
  )
const idsOf = async (openId: string) =>
  (await listOf(openId)).map(({ reminderId }) => reminderId.split('_').at(-2))

test('before it is published the secretary sees of each why a person tells, and who leads the groups; a leader the own group', async () => {
  const { unreached, tellers, head } = await world.get(secretary, 'reminder.whoGets', { branchId: 'branch1' })
  expect(Object.fromEntries(unreached.map(({ id, because }) => [id, because]))).toEqual({
    ...Object.fromEntries(['m1', 'm2', 'm3', 'm9', 'm10', 'm12'].map((id) => [id, 'no_credit'])),
    m7: 'by_leader',
    m8: 'off',
    m11: 'unbound',
  })
  expect(tellers).toEqual([{ groupId: 'group2', group: '第二党小组', name: '何同志' }])
  expect(head).toBe('李同志')
  const own = await world.get(leader, 'reminder.whoGets', { branchId: 'branch1' })
  expect(own.unreached.map(({ id }) => id)).toEqual(['m7', 'm8'])
  for (const openId of [openIdOf('m4'), openIdOf('n1'), 'openid-county'])
    expect(await world.reason(openId, 'reminder.whoGets', { branchId: 'branch1' })).toBe('forbidden')
})

test('a fresh meeting is on the leader’s list at once, those without WeChat among them, with the sentence to read out', async () => {
  expect(await idsOf(leader)).toEqual(['m7', 'm8'])
  expect(await idsOf(secretary)).toEqual(['m1', 'm2', 'm3', 'm7', 'm8', 'm9', 'm10', 'm11', 'm12'])
  const [first] = await listOf(leader)
  expect(first).toMatchObject({
    reminderId: keyOf('m7'),
    because: 'by_leader',
    text: '9月26日（周六）下午3点在局三楼会议室开9月主题党日，到会后扫码，或请组织者点名都行。',
    meeting: { activityId, title: '9月主题党日', startsAt },
  })
  expect(world.emulator.database.count('reminders')).toBe(0)
})

test('ticked it is told once, whichever of two officers says it first; taken back it is open again; WeChat does not say it too', async () => {
  await Promise.all([secretary, officer].map((by) => world.get(by, 'reminder.told', said(keyOf('m9')))))
  expect(world.emulator.database.find('reminders')).toMatchObject([
    { _id: keyOf('m9'), memberId: 'm9', state: 'leader', kind: 'meeting', activityId },
  ])
  expect((await listOf(secretary)).at(-1)).toMatchObject({
    reminderId: keyOf('m9'),
    told: true,
    toldAt: expect.any(Number) as number,
  })
  await world.get(openIdOf('m9'), 'reminder.accept', { accepted: ['meeting'], nonce: newNonce() })
  await remindAt(world, '2026-09-25 08:05')
  expect(reached(world, 'T-meeting')).toEqual(['m4', 'm5', 'm6'].map(openIdOf))
  await world.get(secretary, 'reminder.told', said(keyOf('m9'), false))
  const again = (await listOf(secretary)).find(({ reminderId }) => reminderId === keyOf('m9'))
  expect([again?.told, again?.because]).toEqual([undefined, undefined])
})

test('carried over until told or done: on leave, registered or begun, nobody is to be told any more', async () => {
  world.emulator.clock.set(at('2026-09-25 10:00'))
  insert(
    world,
    'facts',
    aFact({
      _id: `${activityId}_m7_leave`,
      kind: 'leave',
      memberId: 'm7',
      activityId,
      activityKind: 'theme_party_day',
    }),
  )
  expect(await idsOf(leader)).toEqual(['m8'])
  world.emulator.clock.set(startsAt)
  expect(await idsOf(leader)).toEqual([])
})

test('told and then moved or cancelled it is to be told anew, as what it has become', async () => {
  await world.get(leader, 'reminder.told', said(keyOf('m7')))
  world.emulator.clock.set(at('2026-09-23 10:00'))
  await world.get(secretary, 'activity.save', { ...planned({ place: '一楼大厅' }), activityId })
  expect((await listOf(leader)).map(({ text, told }) => [text, told])).toEqual([
    ['9月主题党日（9月26日 15:00）改在一楼大厅。', undefined],
    ['9月主题党日（9月26日 15:00）改在一楼大厅。', undefined],
  ])
  world.emulator.clock.set(at('2026-09-23 11:00'))
  await world.get(secretary, 'activity.setState', { activityId, to: 'cancelled', reason: 'postponed' })
  expect((await listOf(leader)).map(({ text }) => text)).toEqual(
    Array(2).fill('9月主题党日（9月26日 15:00）不举行了。'),
  )
})

test('what WeChat did not take comes on the list; what it took does not', async () => {
  world.emulator.failMessages({ openid: openIdOf('m5'), templateId: 'T-meeting' }, 47003)
  await remindAt(world, '2026-09-25 08:05')
  expect((await listOf(leader)).map(({ reminderId, because }) => [reminderId, because])).toEqual([
    [keyOf('m5'), 'failed'],
    [keyOf('m7'), 'by_leader'],
    [keyOf('m8'), 'off'],
  ])
})

test('a leader ticks nobody of another group, nobody what is not there, no member anything', async () => {
  expect(await world.reason(leader, 'reminder.told', said(keyOf('m9')))).toBe('forbidden')
  expect(await world.reason(secretary, 'reminder.told', said(keyOf('m4')))).toBe('forbidden')
  expect(await world.reason(secretary, 'reminder.told', said(`meeting_none_m7_${startsAt}`))).toBe(
    'forbidden',
  )
  expect(await world.reason(openIdOf('m4'), 'reminder.told', said(keyOf('m7')))).toBe('forbidden')
  expect(world.emulator.database.count('reminders')).toBe(0)
})

test('a quarter planned in one go is not told in one go: each comes on the list a week before its day', async () => {
  const later = at('2026-10-30 15:00')
  await world.get(secretary, 'activity.save', planned({ startsAt: later, endsAt: later + 3_600_000 }))
  expect(new Set((await listOf(secretary)).map(({ meeting }) => meeting?.activityId))).toEqual(
    new Set([activityId]),
  )
  world.emulator.clock.set(at('2026-10-23 00:00'))
  expect(await idsOf(leader)).toEqual(['m7', 'm8'])
})
