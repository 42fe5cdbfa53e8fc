import type { Duty } from '../../duty/duty'
import { at } from '../../testing/at'
import { aFact, anActivity } from '../../testing/builders'
import { progressOf } from '../../testing/progressOf'
import type { Fact } from '../fact'

describe('attended', () => {
  const study = anActivity({ kind: 'study' })
  const fact = aFact({ activityKind: 'study' })

  test('a valid registration counts, before the activity is closed too', () => {
    const progress = progressOf('member_study', { facts: [fact], activities: [{ ...study, state: 'open' }] })
    expect(progress).toMatchObject({
      state: 'done',
      done: 1,
      needed: 1,
      missing: 0,
      version: 1,
      subjectId: 'm1',
    })
    expect(progress.counted).toEqual([
      { id: 'act1_m1', title: study.title, at: fact.occurredAt, way: 'scan', kind: 'study' },
    ])
  })

  test('nothing recorded is missing one, without a record of any kind', () => {
    expect(progressOf('member_study')).toMatchObject({
      state: 'missing',
      done: 0,
      missing: 1,
      counted: [],
      notCounted: [],
      planned: [],
    })
  })

  test.each([
    ['2026-08-31 23:59:59.999', 0],
    ['2026-09-01 00:00', 1],
    ['2026-09-30 23:59:59.999', 1],
    ['2026-10-01 00:00', 0],
  ])('a registration at %s counts %i in September', (instant, done) => {
    const occurredAt = at(instant)
    const activities = [{ ...study, startsAt: occurredAt }]
    expect(
      progressOf('member_study', { facts: [aFact({ activityKind: 'study', occurredAt })], activities }).done,
    ).toBe(done)
  })

  test.each([
    ['2028-02-29 23:59:59.999', '2028-02', 1],
    ['2028-03-01 00:00', '2028-02', 0],
    ['2026-02-28 23:59:59.999', '2026-02', 1],
    ['2026-03-01 00:00', '2026-02', 0],
  ])('a registration at %s counts in %s: %i', (instant, period, done) => {
    const facts = [aFact({ activityKind: 'study', occurredAt: at(instant) })]
    expect(progressOf('member_study', { facts, period, now: at('2028-06-01 00:00') }).done).toBe(done)
  })

  test('a struck-out registration and one at a cancelled activity are seen and not counted, each with its reason', () => {
    const struck = aFact({ activityKind: 'study', annulled: { at: 1, by: 'm2', reason: '认错人' } })
    expect(progressOf('member_study', { facts: [struck], activities: [study] })).toMatchObject({
      done: 0,
      notCounted: [{ id: 'act1_m1', reason: 'annulled' }],
    })
    expect(
      progressOf('member_study', { facts: [fact], activities: [{ ...study, state: 'cancelled' }] }),
    ).toMatchObject({
      done: 0,
      notCounted: [{ reason: 'activity_cancelled' }],
    })
  })

  test('a back-fill waits for its second person, and stays marked once it counts', () => {
    const waiting = aFact({ activityKind: 'study', way: 'backfill', confirmed: null })
    expect(progressOf('member_study', { facts: [waiting], activities: [study] })).toMatchObject({
      state: 'waiting',
      done: 0,
      missing: 1,
      notCounted: [{ reason: 'waiting_confirmation', backfilled: true }],
    })
    const confirmed = { ...waiting, confirmed: { at: 1, by: 'm2' } }
    expect(progressOf('member_study', { facts: [confirmed], activities: [study] })).toMatchObject({
      state: 'done',
      counted: [{ backfilled: true }],
    })
  })

  test('a party day counts as study only when the branch said so', () => {
    const facts = [aFact()]
    expect(progressOf('member_study', { facts, activities: [anActivity({ carries: ['study'] })] }).done).toBe(
      1,
    )
    expect(progressOf('member_study', { facts, activities: [anActivity()] }).done).toBe(0)
  })

  test('a carried lecture without its topic does not count as a lecture', () => {
    const over = { counts: { what: 'attended', kinds: ['lecture'] } } as Partial<Duty>
    const activities = [anActivity({ carries: ['lecture'], lecturerId: 'm2' })]
    expect(progressOf('member_study', { over, facts: [aFact()], activities })).toMatchObject({
      done: 0,
      notCounted: [{ reason: 'no_topic' }],
    })
  })

  test('a meeting of another branch counts where the member registered as a guest', () => {
    const activities = [anActivity({ kind: 'study', branchId: 'branch2', hostId: 'branch2', expected: [] })]
    expect(progressOf('member_study', { facts: [{ ...fact, guest: true }], activities }).done).toBe(1)
  })

  test('what is published and expects the member is planned, unless they asked for leave', () => {
    const next = anActivity({
      _id: 'next',
      kind: 'study',
      state: 'published',
      startsAt: at('2026-09-24 15:00'),
    })
    const planned = [{ activityId: 'next', title: next.title, startsAt: next.startsAt }]
    expect(progressOf('member_study', { activities: [next] })).toMatchObject({
      state: 'planned',
      missing: 1,
      planned,
    })
    expect(progressOf('member_study', { activities: [{ ...next, expected: [] }] })).toMatchObject({
      state: 'missing',
      planned: [],
    })
    expect(progressOf('member_study', { activities: [{ ...next, state: 'draft' }] }).planned).toEqual([])
    expect(
      progressOf('member_study', { activities: [{ ...next, startsAt: at('2026-10-01 00:00') }] }).planned,
    ).toEqual([])
    const leave = aFact({ _id: 'next_m1_leave', kind: 'leave', activityId: 'next', activityKind: 'study' })
    expect(progressOf('member_study', { activities: [next], facts: [leave] })).toMatchObject({
      state: 'missing',
      planned: [],
    })
    const takenBack = { ...leave, annulled: { at: 1, by: 'm1', reason: '' } }
    expect(progressOf('member_study', { activities: [next], facts: [takenBack] })).toMatchObject({
      state: 'planned',
    })
  })
})

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

  test('a coming service is planned for everyone, listed or not', () => {
    const activities = [{ ...service, state: 'published' as const, startsAt: at('2026-09-26 09:00') }]
    expect(progressOf('community_service', { activities }).state).toBe('planned')
  })

  test('因故不能参加, said of a month, closes that month’s gap until it is taken back, and takes nothing from what was done', () => {
    const excuse = aFact({
      _id: 'community_service_m1_2026-09_excuse',
      kind: 'excuse',
      dutyId: 'community_service',
      way: 'self',
    })
    const state = (fact: Fact, period = '2026-09') =>
      progressOf('community_service', { facts: [fact], period }).state
    expect(state(excuse)).toBe('not_owed')
    expect(state(excuse, '2026-08')).toBe('missing')
    expect(state({ ...excuse, annulled: { at: 1, by: 'm1', reason: '' } })).toBe('missing')
    expect(progressOf('member_study', { facts: [excuse] }).state).toBe('missing')
  })

  test('an enrolment counts for nothing', () => {
    const enrolment = aFact({ _id: 'act1_m1_enrol', kind: 'enrolment', activityKind: 'community_service' })
    expect(progressOf('community_service', { facts: [enrolment] })).toMatchObject({ done: 0, notCounted: [] })
  })

  test('因故不能参加 closes the gap of the month in which the service is held, and nothing else', () => {
    const activities = [{ ...service, startsAt: at('2026-10-08 09:00'), state: 'published' as const }]
    const leave = aFact({ _id: 'act1_m1_leave', kind: 'leave', activityKind: 'community_service' })
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
