import type { ActivityKind } from '@domain/contract/words'
import type { Member } from '@domain/org/member'
import { at } from '@domain/testing/at'
import { aFact, anActivity } from '@domain/testing/builders'
import { openIdOf } from './people'
import { leader, secretary, World } from './world'

let world: World

const insert = (name: string, ...rows: object[]) =>
  world.emulator.database.insertMany(name, rows as Record<string, unknown>[])

function join(overrides: Partial<Member> & { _id: string }) {
  const model = world.emulator.database.find('members', { _id: 'm12' })[0]
  insert('members', { ...model, alias: `alias-${overrides._id}`, order: 50, ...overrides })
  const identity = { state: 'bound', memberId: overrides._id, requestId: overrides._id, grants: [] }
  insert('identities', { _id: openIdOf(overrides._id), ...identity })
}

const meeting = (_id: string, on: string, kind: ActivityKind, over: object = {}) =>
  anActivity({
    _id,
    kind,
    title: _id,
    startsAt: at(`${on} 15:00`),
    nonce: _id,
    topic: '题目',
    ...over,
  })
const came = (memberId: string, activityId: string, on: string) =>
  aFact({ memberId, activityId, occurredAt: at(`${on} 15:00`) })

beforeAll(async () => {
  world = await World.start()
  join({
    _id: 't1',
    memberships: [
      { branchId: 'branch2', from: '2026-03-16', to: '2026-09-10' },
      { branchId: 'branch1', groupId: 'group1', from: '2026-09-11' },
    ],
  })
  join({
    _id: 'k1',
    cadre: 'county',
    contactPoints: [
      { branchId: 'branch3', from: '2026-01-01' },
      { branchId: 'branch2', from: '2025-01-01', to: '2025-12-31' },
    ],
  })
  join({ _id: 'c1', posts: [{ post: 'theory_group_member', organisationId: 'unit1', from: '2026-08-10' }] })
  insert(
    'activities',
    meeting('theory8', '2026-08-25', 'unit_theory_study', {
      hostId: 'unit1',
      hostType: 'unit',
      branchId: 'unit1',
      title: '8月中心组学习',
    }),
    meeting('study7', '2026-07-08', 'study'),
    meeting('study8', '2026-08-12', 'study'),
    meeting('study8b', '2026-08-13', 'study', { hostId: 'branch2', branchId: 'branch2' }),
    meeting('party7', '2026-07-10', 'theme_party_day'),
    meeting('party8', '2026-08-10', 'theme_party_day'),
    meeting('assembly', '2026-07-20', 'general_meeting'),
    meeting('group', '2026-08-21', 'group_meeting', { hostId: 'group2', hostType: 'group' }),
    // Nobody registered the lecturer; the lecture is given at the contact point.
    meeting('lecture', '2026-05-20', 'lecture', {
      hostId: 'branch3',
      branchId: 'branch3',
      lecturerId: 'k1',
      state: 'recorded',
    }),
  )
  insert(
    'facts',
    came('m4', 'study7', '2026-07-08'),
    came('m4', 'party7', '2026-07-10'),
    came('m4', 'study8', '2026-08-12'),
    came('m5', 'party8', '2026-08-10'),
    came('m5', 'assembly', '2026-07-20'),
  )
})
afterAll(() => world.stop())

const duty = <T extends { dutyId: string }>(list: T[], id: string) => list.find(({ dutyId }) => dutyId === id)
const home = (memberId: string, month?: string) => world.get(openIdOf(memberId), 'progress.home', { month })
const page = (periodKey?: string, who = secretary) =>
  world.get(who, 'progress.branch', { branchId: 'branch1', periodKey })

test('home: months are offered back to the first rule, or to the month one came; none to come, none before', async () => {
  const { months } = await home('m4')
  expect(months).toEqual([9, 8, 7, 6, 5, 4, 3, 2, 1].map((month) => `2026-0${month}`))
  expect((await home('t1')).months).toEqual([9, 8, 7, 6, 5, 4, 3].map((month) => `2026-0${month}`))
  const refused = (month: string) => world.reason(openIdOf('m4'), 'progress.home', { month })
  expect([await refused('2026-10'), await refused('2025-12')]).toEqual(['invalid_request', 'invalid_request'])
})

test('home of a past month: that month, its quarter and its year as they stand today, with nothing to come', async () => {
  const july = await home('m4', '2026-07')
  expect(july.month).toMatchObject({ period: { key: '2026-07' }, daysLeft: 0 })
  expect(duty(july.month.duties, 'member_study')).toMatchObject({ state: 'done', done: 1 })
  expect(july.month.life).toMatchObject([{ kind: 'theme_party_day', attended: 1, held: 1 }])
  expect(july.quarter.period.key).toBe('2026-Q3')
  expect(july.year.period.key).toBe('2026')
  expect(july.next).toBeUndefined()
  const may = await home('m4', '2026-05')
  expect(may.quarter).toMatchObject({
    period: { key: '2026-Q2' },
    life: [{ held: 0 }, { held: 0 }, { held: 0 }],
  })
})

test('a month before the transfer is that of the branch one was in', async () => {
  const august = await home('t1', '2026-08')
  expect(august.branchName).toBe('县财政局第一党支部')
  // Held there and missed.
  expect(duty(august.month.duties, 'member_study')).toMatchObject({ state: 'missing', missing: 1 })
  expect((await home('t1')).branchName).toBe('农业农村局党支部')
})

test('a county leader has the contact points of today, and the lecture given there without being registered', async () => {
  const { contactPoints, year } = await home('k1')
  expect(contactPoints).toEqual([{ id: 'branch3', name: '县教育局党支部' }])
  expect(duty(year.duties, 'leader_contact_lecture')).toMatchObject({ done: 1, state: 'done' })
  expect((await home('m4')).contactPoints).toEqual([])
  const { rows } = await page('2026')
  const own = rows.find(({ memberId }) => memberId === 'k1')
  expect(duty(own?.cells ?? [], 'leader_contact_lecture')).toMatchObject({ done: 1 })
})

test('branch page: a month carries the duties of the quarter and year it lies in, a longer period its own', async () => {
  const kinds = (lines: Awaited<ReturnType<typeof page>>['duties']) =>
    new Set(lines.map(({ line }) => line.period.key))
  expect(kinds((await page('2026-08')).duties)).toEqual(new Set(['2026-08', '2026-Q3', '2026']))
  const quarter = await page('2026-Q3')
  expect(kinds(quarter.duties)).toEqual(new Set(['2026-Q3']))
  expect(quarter).toMatchObject({ period: { kind: 'quarter' }, daysLeft: 9, daysLeftOfQuarter: 9 })
  expect(kinds((await page('2026')).duties)).toEqual(new Set(['2026']))
  expect((await page('2026-H1')).duties).toEqual([])
  expect(quarter.periods).toEqual([
    ...[9, 8, 7, 6, 5, 4, 3, 2, 1].map((month) => `2026-0${month}`),
    ...['2026-Q3', '2026-Q2', '2026-Q1', '2026-H2', '2026-H1', '2026'],
  ])
  for (const periodKey of ['2026-Q4', '2026-10', '2025'])
    expect(await world.reason(secretary, 'progress.branch', { branchId: 'branch1', periodKey })).toBe(
      'invalid_request',
    )
})

test('columns without a minimum say attended and held; the why sheet lists exactly what was held', async () => {
  const { columns, rows } = await page('2026-Q3')
  expect(columns.filter(({ needed }) => needed === null).map(({ dutyId }) => dutyId)).toEqual([
    'life:theme_party_day',
    'life:general_meeting',
    'life:lecture',
    'life:seminar',
  ])
  const cell = (memberId: string, id: string) =>
    duty(rows.find((row) => row.memberId === memberId)?.cells ?? [], id)
  expect(cell('m4', 'life:theme_party_day')).toMatchObject({
    state: 'recorded',
    done: 1,
    held: 2,
    missing: 0,
  })
  expect(cell('m5', 'life:general_meeting')).toMatchObject({ done: 1, held: 1 })
  const why = await world.get(openIdOf('m4'), 'progress.why', {
    dutyId: 'life:theme_party_day',
    periodKey: '2026-Q3',
    subjectId: 'm4',
  })
  expect(why.line).toMatchObject({ label: '主题党日', done: 1, needed: null, missing: 0, state: 'recorded' })
  expect(why.counted).toMatchObject([{ title: 'party7' }])
  expect(why.notCounted).toMatchObject([{ title: 'party8', reason: 'not_registered' }])
  expect(why.rule.text).toContain('主题党日')
})

test('a group leader reads the numbers of the own group, and their why sheet says the same', async () => {
  const { duties } = await page('2026-08', leader)
  const line = duties.find((one) => one.line.dutyId === 'group_meeting')?.line
  expect(line).toMatchObject({ done: 1, needed: 1 })
  const asked = { dutyId: 'group_meeting', periodKey: '2026-08', subjectId: line?.subjectId }
  const why = await world.get(leader, 'progress.why', asked)
  expect(why.line).toMatchObject({ done: 1, needed: 1 })
  expect(why.counted).toHaveLength(1)
})

test('a unit’s number opens for its 中心组 and the committee, and for nobody else of the branches', async () => {
  const asked = (periodKey: string) => ({ dutyId: 'unit_theory_study', periodKey, subjectId: 'unit1' })
  const why = await world.get(openIdOf('c1'), 'progress.why', asked('2026-08'))
  expect(why).toMatchObject({ subjectName: '县农业农村局党组', line: { done: 1, needed: 1, state: 'done' } })
  expect(why.counted).toMatchObject([{ title: '8月中心组学习' }])
  expect((await world.get('openid-county', 'progress.why', asked('2026-09'))).line).toMatchObject({
    state: 'missing',
    missing: 1,
  })
  // Nobody was in it in July: the duty did not exist.
  expect(await world.reason(openIdOf('c1'), 'progress.why', asked('2026-07'))).toBe('invalid_request')
  for (const who of ['m1', 'm4', 'n1'])
    expect(await world.reason(openIdOf(who), 'progress.why', asked('2026-08'))).toBe('forbidden')
})
