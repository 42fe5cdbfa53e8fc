import { at } from '@domain/testing/at'
import { anActivity, aFact } from '@domain/testing/builders'
import { openIdOf } from './people'
import { insert, reached, remindAt, templates } from './reminders'
import { aForm, newNonce, secretary, World } from './world'

let world: World
beforeAll(async () => {
  world = await World.start({ env: templates })
})
afterAll(() => world.stop())

const left = async (memberId: string) =>
  Object.fromEntries(
    (await world.get(openIdOf(memberId), 'reminder.settings')).credits.map((one) => [one.template, one.left]),
  )

describe('what a member agreed to', () => {
  test('nothing at first; the templates the owner has are told', async () => {
    expect(await world.get(openIdOf('m4'), 'reminder.settings')).toEqual({
      credits: ['meeting', 'month_gap'].map((template) => ({ template, left: 0 })),
      templateIds: { meeting: 'T-meeting', month_gap: 'T-gap' },
      byLeader: false,
    })
  })

  test('one accept is one credit each, however often it is sent, at the same instant too', async () => {
    const request = { accepted: ['month_gap', 'meeting', 'meeting'], nonce: newNonce() }
    await Promise.all([1, 2, 3].map(() => world.get(openIdOf('m4'), 'reminder.accept', request)))
    await world.get(openIdOf('m4'), 'reminder.accept', request)
    expect(await left('m4')).toEqual({ month_gap: 1, meeting: 1 })
  })

  test('different accepts at the same instant are added up', async () => {
    const accept = () => ({ accepted: ['month_gap'], nonce: newNonce() })
    await Promise.all([1, 2, 3].map(() => world.get(openIdOf('m5'), 'reminder.accept', accept())))
    expect(await left('m5')).toMatchObject({ month_gap: 3 })
  })

  test('我不用微信提醒 is kept beside the credits and taken back', async () => {
    await world.get(openIdOf('m5'), 'reminder.set', { byLeader: true })
    await world.get(openIdOf('m6'), 'reminder.set', { byLeader: true })
    expect(await world.get(openIdOf('m5'), 'reminder.settings')).toMatchObject({ byLeader: true })
    expect(await world.get(openIdOf('m6'), 'reminder.settings')).toMatchObject({ byLeader: true })
    expect(await left('m5')).toMatchObject({ month_gap: 3 })
    await world.get(openIdOf('m5'), 'reminder.set', { byLeader: false })
    expect(await world.get(openIdOf('m5'), 'reminder.settings')).toMatchObject({ byLeader: false })
  })

  test('only a member has credits; what is no template is refused', async () => {
    expect(await world.reason('openid-county', 'reminder.settings')).toBe('forbidden')
    expect(
      await world.reason('openid-nobody', 'reminder.accept', { accepted: ['meeting'], nonce: newNonce() }),
    ).toBe('unbound')
    // `change` and `confirmed` were asked for once; nothing sends them.
    for (const accepted of ['news', 'change', 'confirmed'])
      expect(
        await world.reason(openIdOf('m4'), 'reminder.accept', { accepted: [accepted], nonce: newNonce() }),
      ).toBe('invalid_request')
  })
})

test('the day before a meeting those expected who asked for it are told, once; who is on leave is not', async () => {
  const tomorrow = anActivity({
    _id: 'meeting1',
    title: '9月主题党日',
    state: 'published',
    startsAt: at('2026-09-16 15:00'),
    expected: ['m7', 'm8', 'm9'].map((memberId) => ({ memberId, standing: 'full' as const })),
  })
  insert(world, 'activities', tomorrow, { ...tomorrow, _id: 'later', startsAt: at('2026-09-17 00:00') })
  insert(world, 'credits', ...['m7', 'm8', 'm10'].map((_id) => ({ _id, meeting: 2, moves: [] })))
  insert(
    world,
    'facts',
    aFact({ _id: 'meeting1_m8_leave', kind: 'leave', memberId: 'm8', activityId: 'meeting1' }),
  )
  expect(await remindAt(world, '2026-09-14 20:05')).toMatchObject({ sent: 0 })
  expect(await remindAt(world, '2026-09-15 08:05')).toMatchObject({ sent: 1, leader: 0 })
  expect(await remindAt(world, '2026-09-15 09:05')).toMatchObject({ sent: 0, leader: 0 })
  expect(reached(world, 'T-meeting')).toEqual([openIdOf('m7')])
  expect(world.emulator.outbox()[0]).toMatchObject({
    page: 'pages/activities/index',
    data: {
      thing2: { value: '9月主题党日' },
      date3: { value: '2026年9月16日 15:00' },
      thing5: { value: '三楼会议室' },
      phrase7: { value: '请准时' },
    },
  })
})

test('told of the 24th and then moved to the 29th, a meeting is told again the day before, and once; moved back, no more', async () => {
  world.emulator.clock.set(at('2026-09-20 10:00'))
  const planned = (startsAt: number) => ({
    form: aForm({ startsAt, endsAt: startsAt + 3_600_000, expectedIds: ['m7'] }),
    publish: true,
    nonce: newNonce(),
  })
  const { activityId } = await world.get(secretary, 'activity.save', planned(at('2026-09-24 15:00')))
  const move = (startsAt: number) =>
    world.get(secretary, 'activity.save', { ...planned(startsAt), activityId })
  for (let credit = 0; credit < 4; credit += 1)
    await world.get(openIdOf('m7'), 'reminder.accept', { accepted: ['meeting'], nonce: newNonce() })
  const sentOf = () => reached(world, 'T-meeting').length
  const before = sentOf()
  await remindAt(world, '2026-09-23 08:05')
  await remindAt(world, '2026-09-23 09:05')
  expect(sentOf()).toBe(before + 1)
  await move(at('2026-09-29 15:00'))
  await remindAt(world, '2026-09-23 10:05')
  await remindAt(world, '2026-09-28 08:05')
  await remindAt(world, '2026-09-28 09:05')
  expect(sentOf()).toBe(before + 2)
  await move(at('2026-09-29 09:00'))
  await remindAt(world, '2026-09-28 10:05')
  expect(sentOf()).toBe(before + 3)
  await move(at('2026-09-29 15:00'))
  await remindAt(world, '2026-09-28 11:05')
  expect(sentOf()).toBe(before + 3)
})
