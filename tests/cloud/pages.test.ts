import type { Member } from '@domain/org/member'
import { aFact, anActivity } from '@domain/testing/builders'
import { openIdOf } from './people'
import { aForm, checkIn, newNonce, openMeeting, secretary, World } from './world'

let world: World
const day = (text: string) => Date.parse(`${text}T15:00:00+08:00`)

const insert = (name: string, ...rows: object[]) =>
  world.emulator.database.insertMany(name, rows as Record<string, unknown>[])

/** A member of branch1 with overrides, bound. */
function join(overrides: Partial<Member> & { _id: string }) {
  const model = world.emulator.database.find('members', { _id: 'm12' })[0]
  insert('members', { ...model, alias: `alias-${overrides._id}`, order: 50, ...overrides })
  insert('identities', {
    _id: openIdOf(overrides._id),
    state: 'bound',
    memberId: overrides._id,
    requestId: overrides._id,
    grants: [],
  })
}

const held = (kind: Parameters<typeof anActivity>[0]) => ({
  expected: [{ memberId: 'm4', standing: 'full' as const }],
  ...kind,
})

beforeAll(async () => {
  world = await World.start()
  insert('households', { _id: 'house1', number: '07 号', villageId: 'village1', memberIds: ['v1'] })
  join({ _id: 'v1', name: '走访人', households: [{ householdId: 'house1', from: '2026-01-01' }] })
  join({ _id: 'x1', name: '病休人', exemptions: [{ category: 'health', from: '2026-08-01' }] })
  join({
    _id: 't1',
    name: '转入人',
    memberships: [
      { branchId: 'branch2', from: '2020-01-01', to: '2026-09-10' },
      { branchId: 'branch1', groupId: 'group1', from: '2026-09-11' },
    ],
  })
  insert(
    'activities',
    anActivity(
      held({
        _id: 'study9',
        kind: 'study',
        title: '9月集中学习',
        startsAt: day('2026-09-10'),
        state: 'recorded',
      }),
    ),
    anActivity(
      held({
        _id: 'study8',
        kind: 'study',
        title: '8月集中学习',
        startsAt: day('2026-08-10'),
        state: 'recorded',
      }),
    ),
    anActivity(
      held({
        _id: 'elsewhere',
        kind: 'study',
        title: '财政局集中学习',
        hostId: 'branch2',
        branchId: 'branch2',
        startsAt: day('2026-09-08'),
      }),
    ),
    anActivity(
      held({ _id: 'lecture3', kind: 'lecture', title: '没有题目的党课', startsAt: day('2026-08-05') }),
    ),
    anActivity(
      held({
        _id: 'service',
        kind: 'community_service',
        title: '清洁家园',
        hostId: 'community1',
        hostType: 'community',
        branchId: 'community1',
        startsAt: day('2026-09-26'),
        state: 'published',
        expected: [],
      }),
    ),
  )
  const visit = (on: string, overrides: object) =>
    aFact({
      _id: `house1_v1_${on}`,
      kind: 'visit',
      memberId: 'v1',
      householdId: 'house1',
      hostId: 'village1',
      occurredAt: day(on),
      ...overrides,
    })
  const withoutActivity = ({ activityId: _a, activityKind: _k, ...fact }: ReturnType<typeof aFact>) => fact
  insert(
    'facts',
    aFact({ memberId: 'm4', activityId: 'study9', activityKind: 'study', occurredAt: day('2026-09-10') }),
    aFact({ memberId: 'm4', activityId: 'study8', activityKind: 'study', occurredAt: day('2026-08-10') }),
    aFact({
      memberId: 't1',
      activityId: 'elsewhere',
      activityKind: 'study',
      branchId: 'branch2',
      occurredAt: day('2026-09-08'),
    }),
    withoutActivity(visit('2026-09-08', { confirmed: { at: day('2026-09-09'), by: 'outside' } })),
    withoutActivity(visit('2026-09-12', { confirmed: null })),
  )
})
afterAll(() => world.stop())

const duty = <T extends { dutyId: string }>(list: T[], id: string) => list.find(({ dutyId }) => dutyId === id)

test('home shows what is missing first, then what comes next, with the days that remain, today counted', async () => {
  const { activityId } = await world.get(secretary, 'activity.save', {
    nonce: newNonce(),
    form: aForm(),
    publish: true,
  })
  const home = await world.get(openIdOf('m4'), 'progress.home')
  expect(home).toMatchObject({ name: '孙同志', branchName: '农业农村局党支部', groupName: '第一党小组' })
  expect(home.month).toMatchObject({
    daysLeft: 9,
    period: { key: '2026-09', from: '2026-09-01', to: '2026-09-30' },
  })
  const states = home.month.duties.map(({ state }) => state)
  expect([...states].sort((a, b) => Number(b === 'missing') - Number(a === 'missing'))).toEqual(states)
  expect(duty(home.month.duties, 'member_study')).toMatchObject({
    state: 'done',
    done: 1,
    lastAt: day('2026-09-10'),
  })
  expect(duty(home.month.duties, 'community_service')).toMatchObject({
    state: 'planned',
    missing: 1,
    next: { title: '清洁家园' },
  })
  expect(home.month.life).toMatchObject([
    { kind: 'theme_party_day', label: '主题党日', attended: 0, next: aForm().startsAt },
  ])
  expect(home.next).toMatchObject({
    id: activityId,
    mine: 'expected',
    hostName: '农业农村局党支部',
    runs: false,
  })
})

test('the activities tab keeps apart what one is expected at, what the community offers and what was', async () => {
  const tab = await world.get(openIdOf('m4'), 'activity.list')
  expect(tab.upcoming.map(({ title }) => title)).toEqual(['9月主题党日'])
  expect(tab.services).toMatchObject([{ title: '清洁家园', mine: 'open_to_all', hostName: '凤凰社区党委' }])
  expect(tab.past.map(({ title }) => title)).toEqual(['9月集中学习', '8月集中学习', '没有题目的党课'])
  expect(tab.past.map(({ mine }) => mine)).toEqual(['registered', 'registered', 'not_registered'])
  const secretarys = await world.get(secretary, 'activity.list')
  expect(secretarys.upcoming[0]).toMatchObject({ runs: true })
})

test('the branch page stands in register order, names exemptions, and reads what an arrival did before', async () => {
  const page = await world.get(secretary, 'progress.branch', { branchId: 'branch1' })
  expect(page).toMatchObject({
    memberCount: 15,
    scope: 'branch',
    daysLeft: 9,
    daysLeftOfQuarter: 9,
    mayPlan: true,
  })
  const ids = page.rows.map(({ memberId }) => memberId)
  expect(ids.slice(0, 12)).toEqual(Array.from({ length: 12 }, (_, i) => `m${i + 1}`))
  const cellOf = (memberId: string, id: string) =>
    duty(page.rows.find((row) => row.memberId === memberId)?.cells ?? [], id)
  expect(cellOf('t1', 'member_study')).toMatchObject({ state: 'done', done: 1 })
  expect(cellOf('x1', 'member_study')).toMatchObject({
    state: 'not_owed',
    notOwed: 'exempt',
    exemption: '病休',
  })
  expect(cellOf('m5', 'household_visit')).toMatchObject({ notOwed: 'no_household' })
  expect(cellOf('v1', 'household_visit')).toMatchObject({ state: 'waiting', done: 1, needed: 2 })
  expect(page.rows.find(({ memberId }) => memberId === 't1')?.lastOn).toBe('2026-09-08')
  const lines = page.duties.map(({ line }) => line)
  expect(duty(lines, 'group_meeting')).toMatchObject({ done: 0, needed: 3 })
  expect(page.duties.find(({ line }) => line.dutyId === 'group_meeting')).toMatchObject({
    missingNames: ['第一党小组', '第二党小组', '第三党小组'],
    line: { kind: 'group_meeting' },
  })
  expect(duty(lines, 'branch_study')).toMatchObject({ state: 'done', done: 1 })
  // A lecture without a topic is held and does not count.
  expect(duty(lines, 'party_lecture')).toMatchObject({ state: 'missing', done: 0 })
  expect(page.columns.map(({ dutyId }) => dutyId)).toEqual(
    expect.arrayContaining(['member_study', 'household_visit']),
  )
})

test('a month of the past is judged by who belonged to the branch then', async () => {
  const august = await world.get(secretary, 'progress.branch', { branchId: 'branch1', periodKey: '2026-08' })
  expect(august.rows.map(({ memberId }) => memberId)).not.toContain('t1')
  expect(august.daysLeft).toBe(0)
  const other = await world.get(openIdOf('n1'), 'progress.branch', {
    branchId: 'branch2',
    periodKey: '2026-08',
  })
  expect(other.rows.map(({ memberId }) => memberId)).toContain('t1')
})

test('the why sheet gives rule, basis, what counts and what does not with its reason, and agrees with the ring', async () => {
  const why = await world.get(openIdOf('v1'), 'progress.why', {
    dutyId: 'household_visit',
    periodKey: '2026-09',
    subjectId: 'v1',
  })
  expect(why).toMatchObject({ subjectName: '走访人', line: { done: 1, needed: 2, waiting: 1 } })
  expect(why.rule.text).toContain('开展 2 次')
  expect(why.rule.basis).toContain('文号待补')
  expect(why.counted).toMatchObject([{ title: '入户走访', at: day('2026-09-08') }])
  expect(why.notCounted).toMatchObject([{ reason: 'waiting_confirmation', at: day('2026-09-12') }])
  expect(why.counted).toHaveLength(why.line.done)
  const lecture = await world.get(secretary, 'progress.why', {
    dutyId: 'party_lecture',
    periodKey: '2026-Q3',
    subjectId: 'branch1',
  })
  expect(lecture.notCounted).toMatchObject([{ title: '没有题目的党课' }])
  expect(lecture.counted).toEqual([])
})

test('my records: newest first, each with what it counts towards, its place and its state', async () => {
  const { records } = await world.get(openIdOf('v1'), 'progress.records', { year: 2026 })
  expect(records).toMatchObject([
    { kind: 'visit', state: 'waiting', countsTowards: [], place: '青山村 07 号' },
    { kind: 'visit', state: 'valid', countsTowards: [{ label: '帮扶走访' }] },
  ])
  const study = await world.get(openIdOf('m4'), 'progress.records', { year: 2026 })
  const numberOf = (periodKey: string) => [
    { label: '集中学习', doneBy: 'meeting', of: { dutyId: 'member_study', periodKey } },
  ]
  expect(study.records.map(({ title, countsTowards }) => [title, countsTowards])).toEqual([
    ['9月集中学习', numberOf('2026-09')],
    ['8月集中学习', numberOf('2026-08')],
  ])
  expect((await world.get(openIdOf('m4'), 'progress.records', { year: 2025 })).records).toEqual([])
})

test('me: one’s own branch, group, community and households; the key is one’s own', async () => {
  expect(await world.get(openIdOf('v1'), 'identity.me')).toMatchObject({
    state: 'bound',
    branch: { name: '农业农村局党支部' },
    community: { name: '凤凰社区党委' },
    households: [{ id: 'house1', number: '07 号', village: '青山村' }],
    roles: [],
    member: { alias: 'alias-v1' },
  })
  expect(await world.get(secretary, 'identity.me')).toMatchObject({
    roles: [{ role: 'secretary', organisation: { id: 'branch1' } }],
  })
  const county = await world.get('openid-county', 'identity.me')
  expect(county).toMatchObject({ name: '工委办公室', roles: [{ role: 'committee' }] })
  expect(county).not.toHaveProperty('member')
})

test('work: places with their counts, today’s meeting, and messages for what is near', async () => {
  const { code } = await openMeeting(world, secretary, { title: '今天的会' })
  await checkIn(world, 'm5', code())
  const work = await world.get(secretary, 'identity.work')
  expect(work.places).toMatchObject([{ role: 'secretary', branchId: 'branch1', memberCount: 15 }])
  expect(work.meetings).toContainEqual(
    expect.objectContaining({ title: '今天的会', state: 'open', registered: 1, expected: 12 }),
  )
  expect(work.meetings.map(({ title }) => title)).toContain('没有题目的党课')
  expect(work.meetings.map(({ title }) => title)).not.toContain('9月集中学习')
  const { items } = await world.get(openIdOf('m6'), 'reminder.inbox')
  expect(items).toContainEqual(
    expect.objectContaining({ type: 'soon', title: '今天的会', place: '局三楼会议室' }),
  )
  expect((await world.get(openIdOf('v1'), 'reminder.inbox')).items).toEqual([
    { type: 'confirmed', title: '入户走访', at: day('2026-09-09') },
  ])
})

test('因故不能参加 at one’s own community’s service closes the month’s gap; taken back, it is open again', async () => {
  const leave = (on: boolean) => ({
    activityId: 'service',
    leave: on,
    reason: 'public_duty',
    nonce: newNonce(),
  })
  const state = async () =>
    duty((await world.get(openIdOf('m10'), 'progress.home')).month.duties, 'community_service')?.state
  await world.get(openIdOf('m10'), 'activity.leave', leave(true))
  expect(await state()).toBe('not_owed')
  await world.get(openIdOf('m10'), 'activity.leave', leave(false))
  expect(await state()).toBe('planned')
})
