import type { ResponseOf } from '@domain/contract/actions'
import { at } from '@domain/testing/at'
import { aFact } from '@domain/testing/builders'
import { county, inspector, month, startOverseenWorld } from './overseenWorld'
import { members, openIdOf } from './people'
import { outsider, staff } from './places'
import type { World } from './world'

let world: World
beforeAll(async () => {
  world = await startOverseenWorld()
})
afterAll(() => world.stop())

type Month = ResponseOf<'committee.branch'>
const look = (branchId = 'branch1', who = county, of = month): Promise<Month> =>
  world.get(who, 'committee.branch', { branchId, month: of })
const meeting = (activityId: string, who = county) => world.get(who, 'committee.meeting', { activityId })
const dutyOf = ({ duties }: Month, id: string) => duties.find(({ dutyId }) => dutyId === id)
const viewersOf = async (memberId: string) =>
  (await world.get(openIdOf(memberId), 'privacy.centre')).viewers.map(({ name, what }) => `${name} ${what}`)

test('a closed month of a branch is told as facts: what was held and when, what was entered late, what does not count, in the order of the rules', async () => {
  const page = await look()
  expect(page.meetings.map(({ id, state }) => `${id} ${state}`)).toEqual([
    'group recorded',
    'party recorded',
    'late closed',
    'lecture closed',
  ])
  expect(page.meetings.filter(({ late }) => late).map(({ id }) => id)).toEqual(['late'])
  expect(page.meetings.map(({ attended, expected }) => [attended, expected])).toEqual(Array(4).fill([2, 3]))
  expect(page.duties.map(({ dutyId, done, needed }) => `${dutyId} ${done}/${needed}`)).toEqual([
    'branch_study 1/1',
    'committee_meeting 0/1',
    'group_meeting 1/3',
    'theme_party_day 1/1',
  ])
  expect(dutyOf(page, 'group_meeting')?.missingNames).toEqual(['第二党小组', '第三党小组'])
  expect(dutyOf(page, 'committee_meeting')?.notCounted).toEqual([
    { id: 'late', reason: 'waiting_confirmation' },
  ])
  expect(page).toMatchObject({ memberCount: 12, enteredUntil: '2026-09-07' })
  expect(page.above.map(({ id, opens }) => `${id} ${opens}`)).toEqual(['county true', 'unit1 true'])
  expect([page.previous, page.next?.id]).toEqual([undefined, 'branch3'])
})

test('a month open after a month that was open too is said so, and nobody is told', async () => {
  const page = await look()
  // July had no group meeting and no committee meeting either; its study fills nothing that August lacks.
  expect(
    page.duties.filter(({ openBefore }) => openBefore).map(({ dutyId, openBefore }) => [dutyId, openBefore]),
  ).toEqual(
    expect.arrayContaining([
      ['group_meeting', '2026-07'],
      ['committee_meeting', '2026-07'],
    ]),
  )
  expect(dutyOf(page, 'branch_study')).not.toHaveProperty('openBefore')
  expect(world.emulator.database.count('reminders')).toBe(0)
  expect(world.emulator.outbox()).toEqual([])
})

test('every number of it is the county’s', async () => {
  const { branches = [] } = await world.get(county, 'committee.overview', { periodKey: month })
  for (const { id, cells, unitId } of branches) {
    const page = await look(id)
    expect(page.above.map((one) => one.id)).toContain(unitId ?? 'county')
    for (const { dutyId, done, owed } of cells) {
      const own = dutyOf(page, dutyId)
      const members = page.members.find((one) => one.dutyId === dutyId)
      if (members || owed === 0)
        expect([dutyId, members?.done ?? 0, members?.owed ?? 0]).toEqual([dutyId, done, owed])
      else expect([dutyId, own?.done, own?.needed]).toEqual([dutyId, done, owed])
    }
  }
})

test('no member is named in it, whoever looks, and nobody is looked at', async () => {
  for (const who of [county, inspector]) {
    const { text } = await world.post(who, {
      action: 'committee.branch',
      contractVersion: 1,
      data: { branchId: 'branch1', month },
    })
    for (const { name, _id } of members.filter(({ _id }) => _id !== 'm1')) {
      expect(text).not.toContain(name)
      expect(text).not.toContain(`"${_id}"`)
    }
  }
  expect(world.emulator.database.count('views')).toBe(0)
})

test('a month for which something may still be entered stays closed above, and so do its meetings and numbers', async () => {
  for (const who of [county, inspector]) {
    expect(await world.reason(who, 'committee.branch', { branchId: 'branch1', month: '2026-09' })).toBe(
      'forbidden',
    )
    expect(await world.reason(who, 'committee.meeting', { activityId: 'running' })).toBe('forbidden')
    for (const subjectId of ['branch1', 'group1'])
      for (const periodKey of ['2026-09', '2026'])
        expect(await world.reason(who, 'progress.span', { subjectId, periodKey })).toBe('forbidden')
    expect(await world.reason(who, 'progress.branch', { branchId: 'branch1' })).toBe('forbidden')
    expect(
      await world.reason(who, 'progress.why', { subjectId: 'm5', dutyId: 'dues', periodKey: month }),
    ).toBe('forbidden')
    expect(
      await world.reason(who, 'progress.why', {
        subjectId: 'branch1',
        dutyId: 'branch_study',
        periodKey: month,
      }),
    ).toMatch(/^ok/)
  }
  expect(await world.reason(county, 'committee.branch', { branchId: 'branch1', month: '2019-01' })).toBe(
    'invalid_request',
  )
  expect((await world.get(county, 'committee.branch', { branchId: 'branch1' })).period.key).toBe(month)
})

test('a closed half-year of a branch is read period by period, and no running one is offered there', async () => {
  const asked = { subjectId: 'branch1', periodKey: '2026-H1' }
  const above = await world.get(county, 'progress.span', asked)
  expect(above.periods).toEqual(['2026-H1'])
  const own = await world.get(openIdOf('m1'), 'progress.span', asked)
  expect(own.periods).toEqual(['2026-H2', '2026-H1', '2026'])
  expect(above.sections).toEqual(own.sections)
})

test('whoever runs a branch, belongs to it or stands beside it reads its months on the own pages and not here', async () => {
  for (const who of [openIdOf('m1'), openIdOf('m4'), openIdOf('n1')]) {
    expect(await world.reason(who, 'committee.branch', { branchId: 'branch1', month })).toBe('forbidden')
    expect(await world.reason(who, 'committee.meeting', { activityId: 'party' })).toBe('forbidden')
  }
})

test('a record above has its facts and numbers; who was absent is told once it is 成册, and that is a look', async () => {
  const closed = await meeting('lecture')
  expect(closed).toMatchObject({
    state: 'closed',
    absentCount: 1,
    unsettled: 0,
    expected: { total: 3 },
    attended: { total: 2 },
  })
  expect(closed.lacks).toEqual(['no_lecturer', 'not_recorded'])
  expect(closed).not.toHaveProperty('absent')
  expect(await viewersOf('m5')).toEqual([])
  const recorded = await meeting('party', inspector)
  expect(recorded).toMatchObject({
    title: '题目party',
    chair: '李同志',
    absent: [{ name: '吴同志', reason: 'health' }],
  })
  expect(await viewersOf('m5')).toEqual(['巡察组 会议登记和会议记录'])
  expect(await viewersOf('m4')).toEqual([])
  for (const field of ['contents', 'resolution', 'people', 'witnesses'])
    expect(recorded).not.toHaveProperty(field)
})

test('what was not held, and what a community holds, is answered as if it were not there', async () => {
  for (const activityId of ['plan', 'off', 'service', 'nowhere'])
    expect(await world.reason(county, 'committee.meeting', { activityId })).toBe('forbidden')
})

test('a branch whose numbers alone leave it: numbers, and nothing that was typed', async () => {
  const page = await look('branch3')
  expect(page).toMatchObject({ namesHidden: true, memberCount: 50 })
  expect(page.meetings).toMatchObject([{ title: '主题党日', place: '', attended: 1, expected: 2 }])
  const record = await meeting('quiet')
  expect(record).toMatchObject({ namesHidden: true, title: '主题党日', agenda: [], attended: { total: 1 } })
  const text = JSON.stringify([page, record])
  expect(text).not.toMatch(/内部题目|题目quiet|众人|李同志|会议室/)
  expect(await viewersOf('p2')).toEqual([])
})

test('an inspector of one unit reads that unit and the branches below it, and nothing beside', async () => {
  const who = 'openid-inspector-unit'
  const page = await look('branch1', who)
  expect(page.above).toMatchObject([
    { id: 'county', opens: false },
    { id: 'unit1', opens: true },
  ])
  const unit = await world.get(who, 'committee.overview', { underId: 'unit1' })
  expect(unit).toMatchObject({ period: { key: month }, under: { id: 'unit1' } })
  expect(await world.reason(who, 'committee.overview')).toBe('forbidden')
  expect(await world.reason(who, 'committee.overview', { underId: 'branch1' })).toBe('forbidden')
})

test('a unit is told of closed periods alone, and its sums are those of its branches', async () => {
  const unit = await world.get(county, 'committee.overview', { underId: 'unit1', periodKey: month })
  const whole = await world.get(county, 'committee.overview', { periodKey: month })
  const own = (whole.branches ?? []).filter(({ unitId }) => unitId === 'unit1')
  expect(unit.branches?.map(({ id }) => id)).toEqual(own.map(({ id }) => id))
  expect(own.map(({ id }) => id)).toEqual(['branch1', 'branch3'])
  expect(unit.branchCount).toBe(own.length)
  for (const { dutyId, done, owed, of } of unit.county) {
    const sheet = await world.get(county, 'committee.why', { periodKey: month, dutyId, underId: 'unit1' })
    expect(sheet.tally).toMatchObject({ done, owed })
    if (of === 'units') continue
    const cells = own.flatMap(({ cells: each }) => each.filter((cell) => cell.dutyId === dutyId))
    expect([dutyId, cells.reduce((sum, cell) => sum + cell.done, 0)]).toEqual([dutyId, done])
    const owing = own.filter(({ cells: each }) =>
      each.some((cell) => cell.dutyId === dutyId && cell.owed > 0),
    )
    expect(sheet.parts?.map(({ id }) => id)).toEqual(owing.map(({ id }) => id))
  }
  const running = { underId: 'unit1', periodKey: '2026-09' }
  expect(await world.reason(county, 'committee.overview', running)).toBe('invalid_request')
  expect(await world.reason(county, 'committee.why', { ...running, dutyId: 'branch_study' })).toBe(
    'invalid_request',
  )
})

test('a half-year is its months and quarters added up, and says which of them hold no record; one nothing was asked in has no rows', async () => {
  const ask = (periodKey: string) => world.get(county, 'committee.overview', { periodKey })
  const half = await ask('2026-H1')
  const months = await Promise.all([1, 2, 3, 4, 5, 6].map((n) => ask(`2026-0${n}`)))
  const of = (page: typeof half) => page.county.find(({ dutyId }) => dutyId === 'theme_party_day')
  const sum = (field: 'done' | 'owed') => months.reduce((total, page) => total + (of(page)?.[field] ?? 0), 0)
  expect(of(half)).toMatchObject({ every: 'month', done: sum('done'), owed: sum('owed') })
  expect(half).not.toHaveProperty('branches')
  const { parts = [] } = await world.get(county, 'committee.why', {
    periodKey: '2026-H1',
    dutyId: 'theme_party_day',
  })
  expect(parts.find(({ id }) => id === 'branch1')?.open).toEqual(months.map(({ period: { key } }) => key))
  expect(await ask('2019-H1')).toMatchObject({ county: [] })
})

test('a page of a branch costs its evidence, its book and a roll a meeting, however many look', async () => {
  await look()
  const cost = async (action: 'committee.branch' | 'committee.meeting', data: object) => {
    await world.get(county, action, data)
    return world.lastInvocation().calls.length
  }
  expect(await cost('committee.branch', { branchId: 'branch1', month })).toBeLessThanOrEqual(14)
  expect(await cost('committee.meeting', { activityId: 'lecture' })).toBeLessThanOrEqual(7)
})

test('what waits for somebody’s word is a fact beside the number, of the branch, the unit and the county alike, and goes when the word is given', async () => {
  const served = aFact({
    ...{ _id: 'served', activityId: 'service', activityKind: 'community_service', memberId: 'm4' },
    ...{ hostId: 'community1', way: 'paper', occurredAt: at('2026-08-19 15:05'), confirmed: null },
    updatedAt: new Date(world.emulator.clock.now()),
  })
  const ofCommunity = outsider(staff, '社区同志', 'community_staff', 'community1')
  world.emulator.database.insertMany('facts', [served] as unknown as Record<string, unknown>[])
  world.emulator.database.insertMany('identities', [ofCommunity] as unknown as Record<string, unknown>[])
  const dutyId = 'community_service'
  const beside = async () => {
    await world.emulator.runTimer('rollup')
    const whole = await world.get(county, 'committee.overview', { periodKey: month })
    const unit = await world.get(county, 'committee.why', { periodKey: month, dutyId, underId: 'unit1' })
    const page = await look()
    return [
      whole.county.find((one) => one.dutyId === dutyId),
      unit.tally,
      unit.parts?.find(({ id }) => id === 'branch1'),
      page.members.find((one) => one.dutyId === dutyId),
    ].map((one) => [one?.done, one?.waits])
  }
  expect(await beside()).toEqual(Array(4).fill([0, 1]))
  await world.get(staff, 'service.confirm', { activityId: 'service', factIds: ['served'] })
  expect(await beside()).toEqual(Array(4).fill([1, undefined]))
})
