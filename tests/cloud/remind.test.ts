import { at } from '@domain/testing/at'
import { aMember, anActivity } from '@domain/testing/builders'
import { openIdOf } from './people'
import { didInSeptember, insert, reached, remindAt, reminderOf, templates, toldOf } from './reminders'
import { leader, secretary, World } from './world'

let world: World

const servedAt = anActivity({
  _id: 'service9',
  kind: 'community_service',
  hostType: 'community',
  hostId: 'community1',
  branchId: 'community1',
  startsAt: at('2026-09-12 09:00'),
  expected: [],
})

const studyHeld = anActivity({
  _id: 'study9',
  kind: 'study',
  nonce: 'study9',
  startsAt: at('2026-09-12 10:00'),
})

/** Linked to a household; everything else of September is done. */
const linked = aMember({
  _id: 'v1',
  name: '走访者',
  order: 150,
  alias: 'alias-v1',
  memberships: [{ branchId: 'branch2', from: '2020-01-01' }],
  households: [{ householdId: 'h1', from: '2026-01-01' }],
})

beforeAll(async () => {
  world = await World.start({ env: templates })
  insert(world, 'activities', servedAt, studyHeld)
  insert(world, 'members', linked)
  insert(world, 'identities', {
    _id: 'openid-v1',
    state: 'bound',
    memberId: 'v1',
    requestId: 'request-v1',
    requestedAt: 1,
    grants: [],
  })
  insert(
    world,
    'facts',
    ...didInSeptember('m5', 'study', 'dues'),
    ...didInSeptember('m9', 'study', 'dues', 'service'),
    ...didInSeptember('v1', 'study', 'dues', 'service').map((fact) => ({ ...fact, branchId: 'branch2' })),
  )
  insert(
    world,
    'credits',
    { _id: 'm4', month_gap: 3, moves: [] },
    // As seeded or imported, without movements.
    { _id: 'm5', month_gap: 1 },
    { _id: 'm7', month_gap: 3, byLeader: true, moves: [] },
    { _id: 'm9', month_gap: 1, moves: [] },
    { _id: 'v1', month_gap: 3, moves: [] },
  )
})
afterAll(() => world.stop())

describe('a member’s gaps, in the order of a month', () => {
  test('nothing is sent before T−7, nor at night', async () => {
    for (const when of ['2026-09-23 20:05', '2026-09-24 07:59', '2026-09-24 21:05']) {
      expect(await remindAt(world, when)).toEqual({
        sent: 0,
        leader: 0,
        failed: 0,
        passedOver: 0,
        isFinished: true,
      })
    }
    expect(world.emulator.outbox()).toEqual([])
    expect(world.emulator.database.count('reminders')).toBe(0)
  })

  test('who misses something and asked for it gets one merged message, with the page where it is done', async () => {
    const report = await remindAt(world, '2026-09-24 08:05')
    expect(report).toMatchObject({ sent: 3, failed: 0, passedOver: 0, isFinished: true })
    expect(reached(world)).toEqual([openIdOf('m4'), openIdOf('m5'), 'openid-v1'])
    const messages = new Map(world.emulator.outbox().map((message) => [message.openid, message]))
    expect(messages.get(openIdOf('m4'))).toMatchObject({
      templateId: 'T-gap',
      page: 'pages/home/index',
      data: {
        thing1: { value: '本月还差 3 项' },
        thing2: { value: '集中学习 1 次、社区服务 1 次等' },
        thing3: { value: '方便时安排' },
        date4: { value: '2026年9月30日' },
      },
    })
    expect(messages.get(openIdOf('m5'))).toMatchObject({
      page: 'pages/activities/index?tab=services',
      data: { thing1: { value: '本月还差 1 项' }, thing2: { value: '社区服务 1 次' } },
    })
    expect(messages.get('openid-v1')).toMatchObject({
      page: 'member/visit/index',
      data: { thing2: { value: '帮扶走访 2 次' } },
    })
  })

  test('each message spent one credit; without credit, without WeChat or by choice the leader tells', async () => {
    const credits = world.emulator.database.find('credits') as { _id: string; month_gap: number }[]
    expect(Object.fromEntries(credits.map(({ _id, month_gap: left }) => [_id, left]))).toEqual({
      m4: 2,
      m5: 0,
      m7: 3,
      m9: 1,
      v1: 2,
    })
    const states = ['m4', 'm5', 'm7', 'm8', 'm9', 'm11'].map((id) => reminderOf(world, id)?.state)
    // m9 has done everything, m11 is bound to nobody.
    expect(states).toEqual(['sent', 'sent', 'leader', 'leader', undefined, 'leader'])
  })

  test('run again, the same hour, on a holiday or another day before T−2, it tells nobody more', async () => {
    const before = world.emulator.database.count('reminders')
    for (const when of ['2026-09-24 08:06', '2026-09-24 09:05', '2026-09-25 10:05', '2026-09-28 20:05']) {
      expect(await remindAt(world, when)).toEqual({
        sent: 0,
        leader: 0,
        failed: 0,
        passedOver: 0,
        isFinished: true,
      })
    }
    expect(world.emulator.outbox()).toHaveLength(3)
    expect(world.emulator.database.count('reminders')).toBe(before)
  })

  test('at T−2 who still misses something and can be reached is told once more; the leader’s list stays as it is', async () => {
    const before = world.emulator.database.count('reminders')
    expect(await remindAt(world, '2026-09-29 20:05')).toMatchObject({ sent: 2, leader: 0, failed: 0 })
    expect(reached(world)).toEqual([openIdOf('m4'), openIdOf('m4'), openIdOf('m5'), 'openid-v1', 'openid-v1'])
    expect(await remindAt(world, '2026-09-30 10:05')).toMatchObject({ sent: 0, leader: 0 })
    expect(world.emulator.database.count('reminders')).toBe(before + 2)
    world.emulator.clock.set(at('2026-09-29 20:05'))
    expect((await world.get(openIdOf('m4'), 'reminder.inbox')).items.map(({ type }) => type)).toEqual([
      'gaps',
    ])
  })

  test('the inbox says it as it stands now, and is empty of what was done', async () => {
    const inbox = await world.get(openIdOf('m5'), 'reminder.inbox')
    expect(inbox.unread).toBe(1)
    expect(inbox.items).toEqual([
      {
        type: 'gaps',
        asks: true,
        id: 'gap_m5_2026-09_1',
        at: expect.any(Number) as number,
        overdue: false,
        periodKey: '2026-09',
        daysLeft: 2,
        title: '本月还差 1 项',
        hint: '方便时安排',
        items: [
          {
            dutyId: 'community_service',
            doneBy: 'service',
            label: '社区服务',
            missing: 1,
            measure: '次',
            periodKey: '2026-09',
            mayExcuse: true,
            excused: false,
          },
        ],
      },
    ])
    insert(world, 'facts', ...didInSeptember('m5', 'service'))
    const after = await world.get(openIdOf('m5'), 'reminder.inbox')
    expect(after.items.filter(({ type }) => type === 'gaps')).toEqual([])
    // Without a message the reminder still stands in the mini-program.
    expect((await world.get(openIdOf('m8'), 'reminder.inbox')).unread).toBe(1)
  })

  test('once after the month, while it can be entered, with the page where a visit is entered', async () => {
    expect(await remindAt(world, '2026-10-01 07:05')).toMatchObject({ sent: 0, leader: 0 })
    expect(await remindAt(world, '2026-10-09 08:05')).toMatchObject({ sent: 2, failed: 0 })
    const overdue = world.emulator.outbox().slice(5)
    expect(overdue.find(({ openid }) => openid === 'openid-v1')).toMatchObject({
      page: 'member/visit/index',
      data: { thing1: { value: '9月还差 2 次走访' }, thing3: { value: '如已走访请补登记' } },
    })
    expect(await remindAt(world, '2026-10-09 09:05')).toEqual({
      sent: 0,
      leader: 0,
      failed: 0,
      passedOver: 0,
      isFinished: true,
    })
    expect(await remindAt(world, '2026-10-20 09:05')).toMatchObject({ sent: 0, leader: 0 })
    expect(world.emulator.outbox()).toHaveLength(7)
  })
})

describe('the list of those whom a person tells', () => {
  beforeAll(() => world.emulator.clock.set(at('2026-09-29 20:06')))

  test('a group leader sees the own group, with the sentence to say, and nobody else', async () => {
    const { people } = await world.get(leader, 'reminder.toTell', { branchId: 'branch1' })
    expect(people.map(toldOf(world))).toEqual(['m6', 'm7', 'm8'])
    // Whoever is on it can read who looked; m6 is the leader.
    expect(world.emulator.database.find('views', { _id: 'm6_branch1_2026-09-29' })).toMatchObject([
      { role: 'group_leader', some: ['to_tell m7', 'to_tell m8'] },
    ])
    expect(people[1]).toEqual({
      reminderId: 'gap_m7_2026-09_1',
      name: expect.any(String) as string,
      text: '本月还差 3 项：集中学习 1 次、社区服务 1 次、党费 1 次。方便时安排',
      at: expect.any(Number) as number,
    })
  })

  test('the secretary sees the branch; members, strangers and other branches nothing', async () => {
    const { people } = await world.get(secretary, 'reminder.toTell', { branchId: 'branch1' })
    expect(people.map(toldOf(world))).toEqual([...['m1', 'm2', 'm3', 'm6', 'm7', 'm8', 'm10', 'm11', 'm12']])
    for (const openId of [openIdOf('m4'), openIdOf('n1'), 'openid-nobody', 'openid-county']) {
      expect(await world.reason(openId, 'reminder.toTell', { branchId: 'branch1' })).toMatch(
        /^(forbidden|unbound)$/,
      )
    }
  })

  test('已告诉 is kept and taken back; a group leader says it of the own group only', async () => {
    const of = async (reminderId: string) => {
      const { people } = await world.get(secretary, 'reminder.toTell', { branchId: 'branch1' })
      const person = people.find((one) => one.reminderId === reminderId)
      return person ? person.told === true : undefined
    }
    const told = (reminderId: string, yes: boolean) => ({ branchId: 'branch1', reminderId, told: yes })
    await world.get(leader, 'reminder.told', told('gap_m7_2026-09_1', true))
    expect(await of('gap_m7_2026-09_1')).toBe(true)
    await world.get(leader, 'reminder.told', told('gap_m7_2026-09_1', false))
    expect(await of('gap_m7_2026-09_1')).toBe(false)
    expect(await world.reason(leader, 'reminder.told', told('gap_m2_2026-09_1', true))).toBe('forbidden')
    expect(await world.reason(leader, 'reminder.told', told('gap_p1_2026-09_1', true))).toBe('forbidden')
    expect(await of('gap_m2_2026-09_1')).toBe(false)
  })

  test('whoever has done it meanwhile need not be told', async () => {
    insert(world, 'facts', ...didInSeptember('m8', 'study', 'dues', 'service'))
    const { people } = await world.get(leader, 'reminder.toTell', { branchId: 'branch1' })
    expect(people.map(toldOf(world))).toEqual(['m6', 'm7'])
  })

  test('no answer names a WeChat identity or a phone, and the inbox names nobody else', async () => {
    const answers = await Promise.all([
      world.call(secretary, 'reminder.toTell', { branchId: 'branch1' }),
      world.call(leader, 'reminder.toTell', { branchId: 'branch1' }),
      world.call(openIdOf('m8'), 'reminder.inbox'),
      world.call(openIdOf('m7'), 'reminder.settings'),
    ])
    for (const answer of answers) expect(JSON.stringify(answer)).not.toMatch(/openid|\b10\d\d\b|phone/i)
    expect(JSON.stringify(answers[2])).not.toMatch(/同志/)
    const stored = JSON.stringify(world.emulator.database.find('reminders'))
    expect(stored).not.toMatch(/openid|同志|走访者/)
  })
})

test('a phone that calls the function gets nothing and sends nothing', async () => {
  const before = world.emulator.outbox().length
  world.emulator.clock.set(at('2026-09-25 10:05'))
  const { result } = await world.emulator.invoke('remind', {}, { openid: secretary })
  expect(result).toEqual({ refused: 'not_a_timer' })
  expect(world.emulator.outbox()).toHaveLength(before)
})
