import type { Duty } from '../duty/duty'
import type { Fact } from '../fact/fact'
import { at } from '../testing/at'
import { aFact, anActivity } from '../testing/builders'
import { progressOf } from '../testing/progressOf'

describe('community service', () => {
  const service = anActivity({
    kind: 'community_service',
    hostId: 'community1',
    branchId: 'community1',
    hostType: 'community',
    expected: [],
  })
  const fact = aFact({ activityKind: 'community_service' })

  test('a code shown by staff confirms by itself; posters and lists wait for staff', () => {
    const with_ = (over: Partial<Fact>) =>
      progressOf('community_service', { facts: [{ ...fact, ...over }], activities: [service] })
    for (const way of ['scan', 'member_code', 'roll_call'] as const) expect(with_({ way }).done).toBe(1)
    for (const way of ['paper', 'backfill', 'self'] as const) expect(with_({ way }).state).toBe('waiting')
    expect(with_({ way: 'paper', confirmed: { at: 1, by: 'staff' } }).done).toBe(1)
    expect(with_({ annulled: { at: 1, by: 'staff', reason: '' } }).done).toBe(0)
  })

  test('a service hosted by a branch does not count', () => {
    const activities = [{ ...service, hostType: 'branch' as const }]
    expect(progressOf('community_service', { facts: [fact], activities })).toMatchObject({
      done: 0,
      notCounted: [{ reason: 'not_hosted_by_community' }],
    })
  })

  test('a coming service of one’s community is planned for everyone, listed or not', () => {
    const activities = [{ ...service, state: 'published' as const, startsAt: at('2026-09-26 09:00') }]
    expect(progressOf('community_service', { activities }).state).toBe('planned')
  })

  test('another community’s service is planned only for whoever has enrolled for it', () => {
    const startsAt = at('2026-09-26 09:00')
    const activities = [{ ...service, hostId: 'community2', state: 'published' as const, startsAt }]
    const enrolment = aFact({ _id: 'act1_m1_enrol', kind: 'enrolment', activityKind: 'community_service' })
    const stateWith = (...facts: Fact[]) => progressOf('community_service', { activities, facts }).state
    expect(stateWith()).toBe('missing')
    expect(stateWith(enrolment)).toBe('planned')
    expect(stateWith({ ...enrolment, annulled: { at: 1, by: 'm1', reason: '' } })).toBe('missing')
  })

  test('因故不能参加, said of a month, closes that month’s gap until it is taken back, and takes nothing from what was done', () => {
    const excuse = aFact({
      _id: 'community_service_m1_2026-09_excuse',
      kind: 'excuse',
      dutyId: 'community_service',
      periodKey: '2026-09',
      way: 'self',
    })
    const state = (fact: Fact, period = '2026-09') =>
      progressOf('community_service', { facts: [fact], period }).state
    expect(state(excuse)).toBe('not_owed')
    expect(state(excuse, '2026-08')).toBe('missing')
    expect(state({ ...excuse, annulled: { at: 1, by: 'm1', reason: '' } })).toBe('missing')
    const activities = [anActivity({ kind: 'study' })]
    expect(progressOf('member_study', { facts: [excuse], activities }).state).toBe('missing')
  })

  test('an enrolment counts for nothing', () => {
    const enrolment = aFact({ _id: 'act1_m1_enrol', kind: 'enrolment', activityKind: 'community_service' })
    expect(progressOf('community_service', { facts: [enrolment] })).toMatchObject({ done: 0, notCounted: [] })
  })

  test('因故不能参加 closes the gap of the month in which the service is held, and nothing else', () => {
    const startsAt = at('2026-10-08 09:00')
    const activities = [{ ...service, startsAt, state: 'published' as const }]
    const leave = aFact({
      _id: 'act1_m1_leave',
      kind: 'leave',
      activityKind: 'community_service',
      occurredAt: startsAt,
    })
    expect(progressOf('community_service', { activities, facts: [leave], period: '2026-10' })).toMatchObject({
      state: 'not_owed',
      notOwed: 'excused',
      missing: 0,
    })
    expect(progressOf('community_service', { activities, facts: [leave] }).state).toBe('missing')
    const takenBack = { ...leave, annulled: { at: 1, by: 'm1', reason: '' } }
    expect(progressOf('community_service', { activities, facts: [takenBack], period: '2026-10' }).state).toBe(
      'planned',
    )
  })

  test('leave from one service takes nothing from another that was attended', () => {
    const other = { ...service, _id: 'act2' }
    const leave = aFact({
      _id: 'act2_m1_leave',
      kind: 'leave',
      activityId: 'act2',
      activityKind: 'community_service',
    })
    expect(
      progressOf('community_service', { activities: [service, other], facts: [fact, leave] }).state,
    ).toBe('done')
  })
})

test('只计集中主题服务: with the setting other kinds of service are seen and not counted, and not planned', () => {
  const over = { conditions: ['hosted_by_community', 'confirmed', 'theme_service_only'] } as Partial<Duty>
  const service = anActivity({
    kind: 'community_service',
    hostId: 'c1',
    branchId: 'c1',
    hostType: 'community',
  })
  const facts = [aFact({ activityKind: 'community_service' })]
  const as = (serviceKind: 'theme' | 'daily' | 'post') =>
    progressOf('community_service', { over, facts, activities: [{ ...service, serviceKind }] })
  expect(as('theme').state).toBe('done')
  for (const kind of ['daily', 'post'] as const)
    expect(as(kind)).toMatchObject({ state: 'missing', notCounted: [{ reason: 'not_theme_service' }] })
  const coming = { ...service, state: 'published' as const, startsAt: at('2026-09-26 09:00') }
  expect(
    progressOf('community_service', { over, activities: [{ ...coming, serviceKind: 'daily' }] }).planned,
  ).toEqual([])
})
