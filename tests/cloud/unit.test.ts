import type { ActivityForm } from '@domain/contract/activity'
import { at } from '@domain/testing/at'
import { anActivity } from '@domain/testing/builders'
import { MOMENT, openIdOf } from './people'
import { otherOfficer, unitOfficer, worldWithUnits } from './units'
import { aForm, checkIn, newNonce, openMeeting, secretary, type World } from './world'

let world: World
beforeAll(async () => {
  world = await worldWithUnits()
})
afterAll(() => world.stop())

const aStudy = (overrides: Partial<ActivityForm> = {}): ActivityForm =>
  aForm({
    kind: 'unit_theory_study',
    hostId: 'unit1',
    title: '9月中心组学习',
    chairId: 'u1',
    recorderId: 'm4',
    carries: [],
    topic: '乡村全面振兴',
    expectedIds: ['u1', 'u2', 'u3'],
    ...overrides,
  })
const save = (who: string, form: ActivityForm) =>
  world.call(who, 'activity.save', { nonce: newNonce(), form, publish: true })
const pageOf = (who: string, periodKey?: string) =>
  world.get(who, 'unit.page', { unitId: 'unit1', ...(periodKey && { periodKey }) })

test('a plan of a unit: it is the host, its 中心组 of today are the people, and the month’s study is missing', async () => {
  const plan = await world.get(unitOfficer, 'activity.prepare', { branchId: 'unit1' })
  expect(plan.hosts).toEqual([
    {
      id: 'unit1',
      name: '县农业农村局党组',
      kinds: ['unit_theory_study', 'work_briefing'],
      memberIds: ['u1', 'u2', 'u3'],
    },
  ])
  expect(plan.people.map(({ name }) => name)).toEqual(['组长同志', '副组长同志', '组员同志'])
  expect([plan.gaps, plan.mayCarry]).toEqual([['unit_theory_study'], []])
  expect(plan.suggestions.map(({ kind, title, expectedIds }) => [kind, title, expectedIds])).toEqual([
    ['unit_theory_study', '9月中心组学习', undefined],
    ['work_briefing', '9月听取党建汇报', undefined],
  ])
})

test('before anything is held the page shows the gap, the people and who may plan', async () => {
  const page = await pageOf(unitOfficer)
  expect(page).toMatchObject({ unit: { id: 'unit1' }, mayPlan: true, meetings: [], daysLeft: 9 })
  expect(page.duties[0]).toMatchObject({
    line: {
      dutyId: 'unit_theory_study',
      kind: 'unit_theory_study',
      state: 'missing',
      done: 0,
      needed: 1,
      subjectId: 'unit1',
    },
  })
  expect(page.people.map(({ memberId }) => memberId)).toEqual(['u1', 'u2', 'u3'])
  expect(page.periods.slice(0, 2)).toEqual(['2026-09', '2026-08'])
  expect(page.periods).toContain('2026')
})

test('a past month has the 中心组 of then', async () => {
  const { people, mayPlan } = await pageOf(unitOfficer, '2026-08')
  expect(people.map(({ memberId }) => memberId)).toEqual(['u1', 'u2', 'u3', 'u4'])
  expect(mayPlan).toBe(true)
})

test.each([
  ['form.expectedIds', 'a branch member outside the 中心组', { expectedIds: ['u1', 'm4'] }],
  ['form.expectedIds', 'one who has left it', { expectedIds: ['u1', 'u4'] }],
  ['form.kind', 'a kind that branches hold', { kind: 'study' }],
] as const)('%s is refused: %s', async (path, _who, overrides) => {
  const form = aStudy(overrides as Partial<ActivityForm>)
  expect(await save(unitOfficer, form)).toMatchObject({ reason: 'invalid_request', detail: { path } })
})

test('nobody else plans for a unit: not its members, not a branch below it, not another unit, not the committee', async () => {
  const people = [openIdOf('u1'), secretary, openIdOf('n1'), otherOfficer, 'openid-county']
  const before = world.documents()
  for (const who of people) {
    expect(await world.reason(who, 'activity.prepare', { branchId: 'unit1' })).toBe('forbidden')
    expect(await save(who, aStudy())).toMatchObject({ reason: 'forbidden' })
  }
  expect(world.documents()).toBe(before)
})

test('a unit’s officer runs none of the branches below', async () => {
  expect(await world.reason(unitOfficer, 'activity.prepare', { branchId: 'branch1' })).toBe('forbidden')
  expect(await save(unitOfficer, aForm())).toMatchObject({ reason: 'forbidden' })
  expect(await world.reason(unitOfficer, 'progress.branch', { branchId: 'branch1' })).toBe('forbidden')
})

test('planned, opened, registered, settled and recorded: the page says who came and why one did not', async () => {
  const { activityId, code } = await openMeeting(world, unitOfficer, aStudy())
  expect((await pageOf(unitOfficer)).duties[0]?.line).toMatchObject({ state: 'planned' })
  expect(await checkIn(world, 'u1', code())).toMatchObject({ ok: true, data: { guest: false } })
  expect(await checkIn(world, 'm5', code())).toMatchObject({ ok: true, data: { guest: true } })
  const tick = { activityId, memberId: 'u2', way: 'roll_call', occurredAt: MOMENT, nonce: newNonce() }
  expect(await world.reason(unitOfficer, 'checkin.tick', tick)).toMatch(/^ok/)
  // The chair could have shown the code too: somebody else's tick says so.
  const chair = { ...tick, memberId: 'u1', nonce: newNonce() }
  expect(await world.reason(unitOfficer, 'checkin.tick', chair)).toMatch(/^ok/)
  await world.get(unitOfficer, 'activity.setState', { activityId, to: 'closed' })
  await world.get(unitOfficer, 'activity.settle', { activityId, memberId: 'u3', reason: 'public_duty' })
  await world.get(unitOfficer, 'activity.confirmRecord', { activityId, beforeEnd: true })

  const page = await pageOf(unitOfficer)
  expect(page.duties[0]?.line.state === 'missing').toBe(false)
  expect(
    page.duties.map(({ line }) => line).find(({ dutyId }) => dutyId === 'unit_theory_study'),
  ).toMatchObject({
    state: 'done',
    done: 1,
  })
  expect(page.meetings).toEqual([
    {
      id: activityId,
      kind: 'unit_theory_study',
      title: '9月中心组学习',
      startsAt: aStudy().startsAt,
      state: 'recorded',
      topic: '乡村全面振兴',
      expected: 3,
      attended: 2,
      absences: 1,
      absent: [{ name: '组员同志', reason: 'public_duty' }],
    },
  ])
  expect((await pageOf(unitOfficer, '2026-08')).meetings).toEqual([])
  expect((await pageOf(unitOfficer, '2026')).meetings).toHaveLength(1)
})

test('a late entry at a unit’s meeting needs a second person of its 中心组', async () => {
  const past = { title: '8月中心组学习', startsAt: at('2026-08-20 09:00'), endsAt: at('2026-08-20 11:00') }
  world.emulator.clock.set(at('2026-08-20 08:50'))
  const { activityId } = await openMeeting(world, unitOfficer, aStudy(past))
  await world.get(unitOfficer, 'activity.setState', { activityId, to: 'closed' })
  world.emulator.clock.set(MOMENT)
  const { witnesses } = await world.get(unitOfficer, 'activity.board', { activityId })
  expect(witnesses.map(({ id }) => id)).toEqual(['u1', 'u2', 'u3'])
  const late = (witnessId: string) =>
    world.reason(unitOfficer, 'checkin.backfill', {
      activityId,
      memberId: 'u2',
      reason: '漏了',
      witnessId,
      nonce: newNonce(),
    })
  expect(await late('m3')).toBe('invalid_request')
  expect(await late('u1')).toMatch(/^ok/)
  const factId = `${activityId}_u2`
  expect(await world.reason(openIdOf('u1'), 'checkin.witness', { factId, agree: true })).toMatch(/^ok/)
  const [meeting] = (await pageOf(unitOfficer, '2026-08')).meetings
  expect(meeting).toMatchObject({ expected: 3, attended: 1 })
})

test('a draft is shown to the officer only', async () => {
  const form = aStudy({ title: '草稿', chairId: 'u2' })
  await world.get(unitOfficer, 'activity.save', { nonce: newNonce(), form, publish: false })
  const titles = async (who: string) => (await pageOf(who)).meetings.map(({ title }) => title)
  expect(await titles(unitOfficer)).toContain('草稿')
  expect(await titles(openIdOf('u1'))).toEqual(['9月中心组学习'])
})

test('its 中心组 and the work committee read the page, nobody else does, and neither plans', async () => {
  for (const who of [openIdOf('u3'), 'openid-county']) expect((await pageOf(who)).mayPlan).toBe(false)
  for (const who of [secretary, openIdOf('u4'), openIdOf('m4'), otherOfficer, 'openid-stranger'])
    expect(await world.reason(who, 'unit.page', { unitId: 'unit1' })).toBe('forbidden')
  expect(await world.reason('openid-county', 'unit.page', { unitId: 'branch1' })).toBe('forbidden')
})

test('a member knows the unit whose 中心组 one sits in today; who has left it knows none', async () => {
  const groupsOf = async (who: string) => {
    const me = await world.get(who, 'identity.me')
    return me.state === 'bound' ? me.theoryGroups : null
  }
  expect(await groupsOf(openIdOf('u1'))).toEqual([{ id: 'unit1', name: '县农业农村局党组' }])
  expect(await groupsOf(openIdOf('u4'))).toBeUndefined()
  expect(await groupsOf(secretary)).toBeUndefined()
})

test('a unit without 中心组 owes no study', async () => {
  const page = await world.get(otherOfficer, 'unit.page', { unitId: 'unit2' })
  expect(page.people).toEqual([])
  expect(page.duties.map(({ line }) => line.dutyId)).not.toContain('unit_theory_study')
})

test('the work tab leads the officer to the unit and to its meetings, the chair to the meeting', async () => {
  const coming = { startsAt: MOMENT + 86_400_000, endsAt: MOMENT + 90_000_000, title: '明天的中心组学习' }
  await save(unitOfficer, aStudy(coming))
  const work = await world.get(unitOfficer, 'identity.work')
  expect(work.places).toEqual([
    { role: 'unit_officer', organisation: { id: 'unit1', name: '县农业农村局党组' } },
  ])
  expect(work.meetings.map(({ title }) => title)).toContain('明天的中心组学习')
  const chair = await world.get(openIdOf('u1'), 'identity.work')
  expect(chair.meetings.map(({ title }) => title)).toEqual(['明天的中心组学习', '8月中心组学习'])
  const { upcoming } = await world.get(openIdOf('u3'), 'activity.list')
  expect(upcoming.find(({ title }) => title === '明天的中心组学习')).toMatchObject({
    mine: 'expected',
    hostName: '县农业农村局党组',
  })
})

describe('a county leader’s 联系点', () => {
  const lecture = (_id: string, branchId: string, day: string, state: 'closed' | 'published' | 'draft') =>
    anActivity({
      _id,
      kind: 'lecture',
      title: `${branchId}的党课`,
      topic: '党史',
      hostId: branchId,
      branchId,
      lecturerId: 'c1',
      state,
      startsAt: at(`${day} 15:00`),
      endsAt: at(`${day} 16:00`),
      nonce: _id,
    })
  beforeAll(() => {
    const rows = [
      lecture('l1', 'branch1', '2026-05-12', 'closed'),
      lecture('l2', 'branch1', '2026-09-29', 'published'),
      lecture('l3', 'branch2', '2026-04-12', 'closed'),
      lecture('l4', 'branch1', '2026-10-20', 'draft'),
      lecture('l5', 'branch3', '2026-09-28', 'published'),
    ]
    world.emulator.database.insertMany('activities', rows as unknown as Record<string, unknown>[])
  })

  test('has the lectures given there this year, what the branch has announced, and the two duties apart', async () => {
    const { duties, points } = await world.get(openIdOf('c1'), 'unit.contact')
    expect(points.map(({ branch }) => branch)).toEqual([{ id: 'branch1', name: '农业农村局党支部' }])
    expect(points[0]?.lectures.map(({ id, held }) => [id, held])).toEqual([
      ['l2', false],
      ['l1', true],
    ])
    expect(points[0]?.coming.map(({ id }) => id)).toEqual(['l2'])
    const states = Object.fromEntries(duties.map(({ dutyId, done, needed }) => [dutyId, [done, needed]]))
    expect(states).toEqual({ leader_lecture: [1, 1], leader_contact_lecture: [1, 1] })
  })

  test('is an empty page for whoever has none', async () => {
    expect(await world.get(openIdOf('m4'), 'unit.contact')).toEqual({ duties: [], points: [] })
    expect(await world.reason(unitOfficer, 'unit.contact')).toBe('forbidden')
  })
})

test('why somebody was not at a 中心组 study is read by those who run the unit alone; its other members read how many', async () => {
  const held = async (who: string) =>
    (await pageOf(who)).meetings.find(({ title }) => title === '9月中心组学习')
  expect(await held(unitOfficer)).toMatchObject({
    absences: 1,
    absent: [{ name: '组员同志', reason: 'public_duty' }],
  })
  for (const who of [openIdOf('u1'), openIdOf('u2'), 'openid-county'])
    expect(await held(who)).toMatchObject({ absences: 1, absent: [] })
})
