import { at } from '@domain/testing/at'
import { anActivity } from '@domain/testing/builders'
import { openIdOf } from './people'
import { didInSeptember, insert, reached, remindAt, templates } from './reminders'
import { leader, newNonce, officer, secretary, World } from './world'

let world: World
beforeEach(async () => {
  world = await World.start({ env: templates })
  insert(world, 'credits', ...['m4', 'm5', 'm6', 'm7'].map((_id) => ({ _id, month_gap: 3, moves: [] })), {
    _id: 'm8',
    month_gap: 3,
    byLeader: true,
    moves: [],
  })
  world.emulator.clock.set(at('2026-09-28 10:20'))
})
afterEach(() => world.stop())

const branchId = 'branch1'
const look = (openId = secretary) => world.get(openId, 'reminder.word', { branchId })
const request = (memberIds: string[], nonce = newNonce()) => ({ branchId, memberIds, nonce })
const say = (openId: string, memberIds: string[], nonce?: string) =>
  world.reason(openId, 'reminder.say', request(memberIds, nonce))
const own = (memberId: string) =>
  world.emulator.database.find('reminders', { _id: `gap_${memberId}_2026-09-28` })[0]
/** To whom, with what there is to do. */
const messages = () =>
  world.emulator
    .outbox()
    .map(({ openid, data }) => [openid, (data as Record<string, { value: string }>).thing3?.value])

test('before it is said the secretary sees each with the sentence, how they get to know and when it goes out', async () => {
  insert(world, 'activities', anActivity({ _id: 'study9', kind: 'study', startsAt: at('2026-09-12 10:00') }))
  insert(world, 'facts', ...didInSeptember('m5', 'study'))
  const { people, goesAt, tellers, head, opensAt, saidAt } = await look()
  expect(Object.fromEntries(people.map(({ id, because }) => [id, because]))).toMatchObject({
    ...{ m4: undefined, m5: undefined, m8: 'by_leader', m9: 'no_credit', m11: 'unbound' },
  })
  expect(people.find(({ id }) => id === 'm5')?.text).toBe(
    '本月还差 2 项：社区服务 1 次、党费 1 次。方便时安排',
  )
  expect(goesAt).toBe(at('2026-09-28 11:05'))
  expect([tellers.map(({ group }) => group), head, opensAt, saidAt]).toEqual([
    ['第二党小组'],
    '李同志',
    undefined,
    undefined,
  ])
  // Nothing of the branch's own stands in what a member is told.
  expect(people.map(({ text }) => text).join()).not.toMatch(/支部党员大会|支委会/)
})

test('said it waits for the next run, in the name of the branch, and says who said it', async () => {
  await world.get(secretary, 'reminder.say', request(['m4', 'm8', 'm9', 'n1']))
  expect(world.emulator.outbox()).toEqual([])
  expect(world.emulator.database.find('reminders')).toMatchObject([
    {
      ...{ _id: 'word_branch1_2026-09-28', state: 'due', kind: 'word', branchId },
      ...{ word: { to: ['m4', 'm8', 'm9'] }, told: { by: 'm1' } },
    },
  ])
  expect((await look()).saidAt).toBeGreaterThanOrEqual(at('2026-09-28 10:20'))
})

test('once a day a branch, whoever says it; sent again it is the same; the day after it may be said again', async () => {
  const nonce = newNonce()
  expect(await say(secretary, ['m4'], nonce)).toMatch(/^ok/)
  expect(await say(secretary, ['m4'], nonce)).toMatch(/^ok/)
  expect(await say(secretary, ['m4'])).toBe('word_said')
  expect(await say(officer, ['m5'])).toBe('word_said')
  world.emulator.clock.set(at('2026-09-29 10:20'))
  expect(await say(officer, ['m5'])).toMatch(/^ok/)
  expect(world.emulator.database.count('reminders', { kind: 'word' })).toBe(2)
})

test('not before gaps are told at all, not to who misses nothing, and of others’ members nobody is told', async () => {
  world.emulator.clock.set(at('2026-09-22 10:00'))
  const early = await look()
  expect([early.people, early.opensAt]).toEqual([[], at('2026-09-24 00:00')])
  expect(await say(secretary, ['m4'])).toBe('word_not_yet')
  world.emulator.clock.set(at('2026-09-28 10:20'))
  expect(await say(secretary, ['n2', 'p1', 'nobody'])).toBe('word_for_nobody')
  expect(world.emulator.database.count('reminders')).toBe(0)
})

test('a group leader, a member, another branch and the committee neither look nor speak for the branch', async () => {
  for (const openId of [leader, openIdOf('m4'), openIdOf('n1'), 'openid-county']) {
    expect(await world.reason(openId, 'reminder.word', { branchId })).toBe('forbidden')
    expect(await say(openId, ['m4'])).toBe('forbidden')
  }
})

describe('with the timer', () => {
  test('who was told today or twice this month is not told again, nor asked of the leader twice; cut or run again nobody gets two', async () => {
    await remindAt(world, '2026-09-24 08:05')
    const before = world.emulator.outbox().length
    world.emulator.clock.set(at('2026-09-24 09:00'))
    const { people } = await look()
    expect(people.find(({ id }) => id === 'm4')?.enough).toBe('today')
    expect(people.find(({ id }) => id === 'm8')?.enough).toBe('listed')
    expect(await say(secretary, ['m4', 'm8'])).toBe('word_for_nobody')

    world.emulator.clock.set(at('2026-09-28 20:30'))
    // Ready for the next morning, a workday.
    expect((await look()).goesAt).toBe(at('2026-09-29 08:05'))
    expect(await say(secretary, ['m4', 'm5', 'm8'])).toMatch(/^ok/)
    await remindAt(world, '2026-09-28 21:05')
    expect(world.emulator.outbox()).toHaveLength(before)
    await remindAt(world, '2026-09-29 08:05')
    await remindAt(world, '2026-09-29 09:05')
    // T−2 came first and told them: once, and nobody a second time that day.
    expect(
      messages()
        .slice(before)
        .map(([openId]) => openId)
        .sort(),
    ).toEqual(['m4', 'm5', 'm6', 'm7'].map(openIdOf))
    expect(world.emulator.database.find('reminders', { kind: 'word' })).toMatchObject([
      { state: 'noted', word: { to: [] } },
    ])
    world.emulator.clock.set(at('2026-09-30 10:00'))
    expect((await look()).people.find(({ id }) => id === 'm4')?.enough).toBe('twice')
  })

  test('between T−7 and T−2 it is the message of those ticked, as the branch’s, and T−2 is silent to them; it stands in 消息 with its sender', async () => {
    await remindAt(world, '2026-09-24 08:05')
    const before = world.emulator.outbox().length
    world.emulator.clock.set(at('2026-09-28 10:20'))
    await world.get(secretary, 'reminder.say', request(['m4', 'm5', 'm9']))
    insert(world, 'facts', ...didInSeptember('m5', 'study', 'service', 'dues'))
    insert(
      world,
      'activities',
      anActivity({ _id: 'study9', kind: 'study', startsAt: at('2026-09-12 10:00') }),
      anActivity({
        ...{ _id: 'service9', nonce: 's', kind: 'community_service', hostType: 'community' },
        ...{ hostId: 'community1', branchId: 'community1', startsAt: at('2026-09-12 09:00') },
      }),
    )
    await remindAt(world, '2026-09-28 11:05')
    await remindAt(world, '2026-09-28 12:05')
    expect(messages().slice(before)).toEqual([[openIdOf('m4'), '党支部提醒，方便时安排']])
    expect(own('m4')).toMatchObject({ state: 'sent', fromBranch: true })
    // Done meanwhile, or on the leader's list already.
    expect([own('m5'), own('m9')]).toEqual([undefined, undefined])
    const inbox = await world.get(openIdOf('m4'), 'reminder.inbox')
    expect(inbox.items.find(({ type }) => type === 'gaps')).toMatchObject({ fromBranch: true })
    await remindAt(world, '2026-09-29 08:05')
    expect(reached(world).filter((openId) => openId === openIdOf('m4'))).toHaveLength(2)
  })

  test('said on the evening before holidays it goes out on the workday after them; who chose a person or turned it off in between is sent nothing', async () => {
    await remindAt(world, '2026-09-24 08:05')
    const before = world.emulator.outbox().length
    world.emulator.clock.set(at('2026-09-24 20:30'))
    // 中秋 is a Friday.
    expect((await look()).goesAt).toBe(at('2026-09-28 08:05'))
    expect(await say(secretary, ['m4', 'm5', 'm6'])).toMatch(/^ok/)
    await world.get(openIdOf('m5'), 'reminder.set', { byLeader: true })
    await world.get(openIdOf('m6'), 'reminder.reconcile', { off: ['month_gap'] })
    for (const hour of ['2026-09-25 11:05', '2026-09-27 10:05', '2026-09-28 08:05', '2026-09-28 09:05'])
      await remindAt(world, hour)
    expect(messages().slice(before)).toEqual([[openIdOf('m4'), '党支部提醒，方便时安排']])
  })

  test('said on 31 December after the last run of the year it goes out on the first workday, with what is told of December: one message each', async () => {
    world.emulator.clock.set(at('2026-12-31 20:30'))
    expect((await look()).goesAt).toBe(at('2027-01-04 08:05'))
    expect(await say(secretary, ['m4', 'm5'])).toMatch(/^ok/)
    for (const hour of ['2026-12-31 21:05', '2027-01-01 09:05', '2027-01-04 08:05', '2027-01-05 08:05'])
      await remindAt(world, hour)
    const titles = world.emulator
      .outbox()
      .map(({ openid, data }) => [openid, (data as Record<string, { value: string }>).thing1?.value])
    expect(
      titles.filter(([openId]) => openId === openIdOf('m4') || openId === openIdOf('m5')).sort(),
    ).toEqual(['m4', 'm5'].map((id) => [openIdOf(id), '截至12月底还差 3 项']))
  })
})
