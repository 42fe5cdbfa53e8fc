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
      longTerm: [],
      off: [],
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

  test('who is outside the register is asked for what waits alone, strangers for nothing; what is no template is refused', async () => {
    expect((await world.get('openid-county', 'reminder.settings')).templateIds).toEqual({
      waiting: 'T-waiting',
    })
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
    page: expect.stringMatching(/^member\/activity\/index\?id=/) as unknown,
    data: {
      thing2: { value: '9月主题党日' },
      date3: { value: '2026年9月16日 15:00' },
      thing5: { value: '三楼会议室' },
      phrase7: { value: '请准时' },
    },
  })
})

test('told of the 24th and then moved to the 29th, a meeting says so at once and is told again the day before; every move is said once', async () => {
  world.emulator.clock.set(at('2026-09-20 10:00'))
  const planned = (startsAt: number) => ({
    form: aForm({ startsAt, endsAt: startsAt + 3_600_000, expectedIds: ['m7'] }),
    publish: true,
    nonce: newNonce(),
  })
  const { activityId } = await world.get(secretary, 'activity.save', planned(at('2026-09-24 15:00')))
  const move = (startsAt: number) =>
    world.get(secretary, 'activity.save', { ...planned(startsAt), activityId })
  for (let credit = 0; credit < 6; credit += 1)
    await world.get(openIdOf('m7'), 'reminder.accept', { accepted: ['meeting'], nonce: newNonce() })
  const sentOf = () => reached(world, 'T-meeting').length
  const before = sentOf()
  await remindAt(world, '2026-09-23 08:05')
  await remindAt(world, '2026-09-23 09:05')
  expect(sentOf()).toBe(before + 1)
  await move(at('2026-09-29 15:00'))
  await remindAt(world, '2026-09-23 10:05')
  await remindAt(world, '2026-09-23 11:05')
  expect(sentOf()).toBe(before + 2)
  expect(world.emulator.outbox().at(-1)).toMatchObject({
    data: {
      thing2: { value: expect.stringMatching(/^时间改了：/) as string },
      date3: { value: '2026年9月29日 15:00' },
    },
  })
  await remindAt(world, '2026-09-28 08:05')
  await remindAt(world, '2026-09-28 09:05')
  expect(sentOf()).toBe(before + 3)
  // Told today that it was moved to tomorrow, nobody is told of tomorrow once more.
  await move(at('2026-09-29 09:00'))
  await remindAt(world, '2026-09-28 10:05')
  await remindAt(world, '2026-09-28 11:05')
  expect(sentOf()).toBe(before + 4)
  await move(at('2026-09-29 15:00'))
  await remindAt(world, '2026-09-28 12:05')
  expect(sentOf()).toBe(before + 5)
})

describe('a meeting that was announced for 26 September, a Saturday', () => {
  const startsAt = at('2026-09-26 15:00')
  const planned = (over: Parameters<typeof aForm>[0] = {}) => ({
    form: aForm({ startsAt, endsAt: startsAt + 3_600_000, expectedIds: ['m7', 'm9'], ...over }),
    publish: true,
    nonce: newNonce(),
  })
  let fresh: World
  let activityId: string
  const titles = () =>
    fresh.emulator
      .outbox()
      .filter(({ templateId }) => templateId === 'T-meeting')
      .map(({ openid, data }) => [openid, (data as Record<string, { value: string }>).thing2?.value])
  const noticesOf = async (openId: string) =>
    (await fresh.get(openId, 'reminder.inbox')).items.flatMap((item) =>
      item.type === 'notice' && item.id.startsWith('changed_') ? [`${item.title}：${item.text}`] : [],
    )

  beforeEach(async () => {
    fresh = await World.start({ env: templates })
    insert(fresh, 'credits', { _id: 'm7', meeting: 9, moves: [] })
    fresh.emulator.clock.set(at('2026-09-22 10:00'))
    activityId = (await fresh.get(secretary, 'activity.save', planned())).activityId
  })
  afterEach(() => fresh.stop())

  test('is told a day and an hour ahead, each once, also on a day without work', async () => {
    for (const when of ['2026-09-25 08:05', '2026-09-25 09:05', '2026-09-26 13:05'])
      await remindAt(fresh, when)
    expect(titles()).toHaveLength(1)
    for (const when of ['2026-09-26 14:05', '2026-09-26 14:20', '2026-09-26 15:05'])
      await remindAt(fresh, when)
    expect(titles()).toHaveLength(2)
  })

  test('and is put in another place at night tells those expected in the morning, and in the inbox at once', async () => {
    fresh.emulator.clock.set(at('2026-09-22 22:00'))
    await fresh.get(secretary, 'activity.save', { ...planned({ place: '一楼大厅' }), activityId })
    expect(await noticesOf(openIdOf('m9'))).toEqual([
      expect.stringMatching(/^活动地点改了：.*（9月26日 15:00）改在一楼大厅$/),
    ])
    expect(await noticesOf(openIdOf('m10'))).toEqual([])
    await remindAt(fresh, '2026-09-22 22:05')
    expect(titles()).toEqual([])
    await remindAt(fresh, '2026-09-23 08:05')
    await remindAt(fresh, '2026-09-23 09:05')
    expect(titles()).toEqual([[openIdOf('m7'), expect.stringMatching(/^地点改了：/)]])
  })

  test('and is cancelled tells those expected once, and nobody of it any more', async () => {
    const { form } = planned()
    await fresh.get(secretary, 'activity.save', { form, publish: true, nonce: newNonce(), activityId })
    await fresh.get(secretary, 'activity.setState', { activityId, to: 'cancelled', reason: 'postponed' })
    for (const when of ['2026-09-22 11:05', '2026-09-22 12:05', '2026-09-25 08:05', '2026-09-26 14:05'])
      await remindAt(fresh, when)
    expect(titles()).toEqual([[openIdOf('m7'), expect.stringMatching(/^已取消：/)]])
    expect(await noticesOf(openIdOf('m9'))).toEqual([expect.stringMatching(/^活动已取消：.*不举行了$/)])
  })

  test('and is saved again as it stands tells nobody', async () => {
    await fresh.get(secretary, 'activity.save', { ...planned(), activityId })
    await remindAt(fresh, '2026-09-22 11:05')
    expect(titles()).toEqual([])
    expect(await noticesOf(openIdOf('m7'))).toEqual([])
  })
})

describe('a long-term template', () => {
  let fresh: World
  beforeEach(async () => {
    const { TEMPLATES } = templates
    const set = JSON.parse(TEMPLATES) as { meeting: object }
    const longTerm = { ...set, meeting: { ...set.meeting, longTerm: true } }
    fresh = await World.start({ env: { TEMPLATES: JSON.stringify(longTerm) } })
    fresh.emulator.clock.set(at('2026-09-14 10:00'))
    const day = (date: string) =>
      anActivity({
        _id: `day${date}`,
        nonce: date,
        state: 'published',
        startsAt: at(`2026-09-${date} 15:00`),
        expected: [{ memberId: 'm7', standing: 'full' }],
      })
    insert(fresh, 'activities', day('16'), day('17'), day('18'))
  })
  afterEach(() => fresh.stop())
  const settings = () => fresh.get(openIdOf('m7'), 'reminder.settings')

  test('is allowed once, however often it is asked for, and is never used up', async () => {
    for (let yes = 0; yes < 2; yes += 1)
      await fresh.get(openIdOf('m7'), 'reminder.accept', {
        accepted: ['meeting', 'month_gap'],
        nonce: newNonce(),
      })
    for (const day of ['15', '16', '17']) await remindAt(fresh, `2026-09-${day} 08:05`)
    expect(reached(fresh, 'T-meeting')).toHaveLength(3)
    const { credits, longTerm } = await settings()
    expect(longTerm).toEqual(['meeting'])
    expect(credits).toEqual([
      { template: 'meeting', left: 1 },
      { template: 'month_gap', left: 2 },
    ])
  })

  test('that WeChat refuses has been taken back there: it is asked for anew', async () => {
    await fresh.get(openIdOf('m7'), 'reminder.accept', { accepted: ['meeting'], nonce: newNonce() })
    fresh.emulator.failMessages({ openid: openIdOf('m7'), templateId: 'T-meeting' }, 43101)
    await remindAt(fresh, '2026-09-15 08:05')
    expect((await settings()).credits[0]).toEqual({ template: 'meeting', left: 0 })
    fresh.emulator.failMessages({ openid: openIdOf('m7'), templateId: 'T-meeting' }, null)
    await remindAt(fresh, '2026-09-16 08:05')
    expect(reached(fresh, 'T-meeting')).toEqual([])
  })
})

describe('what is turned off in WeChat', () => {
  let fresh: World
  beforeEach(async () => {
    fresh = await World.start({ env: templates })
  })
  afterEach(() => fresh.stop())

  test('is tried no more and spends nothing: a person tells; turned on again the next one comes', async () => {
    insert(fresh, 'credits', { _id: 'm7', month_gap: 2, moves: [] })
    await fresh.get(openIdOf('m7'), 'reminder.reconcile', { off: ['month_gap', 'meeting'] })
    expect((await fresh.get(openIdOf('m7'), 'reminder.settings')).off).toEqual(['meeting', 'month_gap'])
    await remindAt(fresh, '2026-09-24 08:05')
    expect(reached(fresh)).toEqual([])
    expect(fresh.emulator.database.find('credits', { _id: 'm7' })).toMatchObject([{ month_gap: 2 }])
    await fresh.get(openIdOf('m7'), 'reminder.reconcile', { off: [] })
    await remindAt(fresh, '2026-09-29 08:05')
    expect(reached(fresh)).toEqual([openIdOf('m7')])
  })
})
