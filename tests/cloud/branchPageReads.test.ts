import { aFact, anActivity } from '@domain/testing/builders'
import { secretary, World } from './world'

// The page of a month reads the month's facts alone: what of before it still says something there is not lost.

let world: World
const at = (day: string) => Date.parse(`${day}T15:00:00+08:00`)
const insert = (name: string, ...rows: object[]) =>
  world.emulator.database.insertMany(name, rows as Record<string, unknown>[])
const page = (periodKey = '2026-09') =>
  world.get(secretary, 'progress.branch', { branchId: 'branch1', periodKey })
const rowOf = async (memberId: string, periodKey?: string) => {
  const row = (await page(periodKey)).rows.find((one) => one.memberId === memberId)
  if (!row) throw new Error(`no row of ${memberId}`)
  return row
}
const withoutMeeting = ({ activityId: _a, activityKind: _k, ...fact }: ReturnType<typeof aFact>) => fact

beforeAll(async () => {
  world = await World.start()
})
afterAll(() => world.stop())

test('of a duty of the year, the committee members who were there months ago are counted, and stay too few where they were', async () => {
  const [monthly] = world.emulator.database.find('duties', { id: 'committee_meeting' })
  insert('duties', {
    ...monthly,
    ...{ _id: 'committee_year@1', id: 'committee_year', period: 'year', minimum: 2, upper: undefined },
  })
  const meeting = (_id: string, day: string, ...there: string[]) => {
    insert('activities', anActivity({ _id, kind: 'committee_meeting', nonce: _id, startsAt: at(day) }))
    const came = (memberId: string) =>
      aFact({ memberId, activityId: _id, activityKind: 'committee_meeting', occurredAt: at(day) })
    insert('facts', ...there.map(came))
  }
  meeting('february', '2026-02-10', 'm1', 'm2')
  meeting('march', '2026-03-10', 'm1')
  const shown = (await page()).duties.find(({ line }) => line.dutyId === 'committee_year')?.line
  expect(shown).toMatchObject({ done: 1, needed: 2 })
  const why = await world.get(secretary, 'progress.why', {
    ...{ dutyId: 'committee_year', periodKey: '2026', subjectId: 'branch1' },
  })
  expect(why.line).toMatchObject({ done: 1, needed: 2 })
  expect(why.notCounted).toMatchObject([{ id: 'march', reason: 'committee_below_half' }])
})

test('dues paid in August for September are paid in September', async () => {
  const paid = {
    ...withoutMeeting(aFact({ memberId: 'm4', occurredAt: at('2026-08-25') })),
    ...{ _id: 'dues_m4_2026-09', kind: 'tick', dutyId: 'dues', periodKey: '2026-09' },
  }
  insert('facts', paid)
  const dues = (await rowOf('m4')).cells.find(({ dutyId }) => dutyId === 'dues')
  expect(dues).toMatchObject({ state: 'done', done: 1 })
})

test('who enrolled for a service elsewhere that was moved into the month has it before them', async () => {
  insert('organisations', {
    ...world.emulator.database.find('organisations', { _id: 'community1' })[0],
    ...{ _id: 'community2', name: '城东社区党委' },
  })
  insert(
    'activities',
    anActivity({
      ...{ _id: 'moved', kind: 'community_service', title: '清洁家园', nonce: 'moved', state: 'published' },
      ...{ hostId: 'community2', hostType: 'community', branchId: 'community2', expected: [] },
      startsAt: at('2026-09-26'),
    }),
  )
  const serviceOf = async (memberId: string) =>
    (await rowOf(memberId)).cells.find(({ dutyId }) => dutyId === 'community_service')
  expect(await serviceOf('m5')).not.toMatchObject({ state: 'planned' })
  insert(
    'facts',
    aFact({
      ...{ _id: 'moved_m5_enrol', kind: 'enrolment', memberId: 'm5', activityId: 'moved' },
      ...{ activityKind: 'community_service', occurredAt: at('2026-08-30') },
    }),
  )
  expect(await serviceOf('m5')).toMatchObject({ state: 'planned', done: 0 })
})

test('the last record does not vanish on the first of a month; what was struck out or only announced is none', async () => {
  const record = (day: string, more: object) =>
    insert('facts', { ...aFact({ memberId: 'm7', activityId: day, occurredAt: at(day) }), ...more })
  record('2026-08-12', { activityKind: 'study' })
  record('2026-08-20', { annulled: { at: at('2026-08-21'), by: 'm1', reason: '认错人' } })
  record('2026-08-26', { kind: 'leave' })
  expect((await rowOf('m7')).lastOn).toBe('2026-08-12')
  expect((await rowOf('m7', '2026-Q3')).lastOn).toBe('2026-08-12')
  expect((await rowOf('m7', '2026-07')).lastOn).toBeUndefined()
})
