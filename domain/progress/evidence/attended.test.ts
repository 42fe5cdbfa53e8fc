import type { Duty } from '../../duty/duty'
import { at } from '../../testing/at'
import { aFact, aMember, anActivity } from '../../testing/builders'
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

  test('held without the member and nothing recorded is missing one, without a record of any kind', () => {
    expect(progressOf('member_study', { activities: [study] })).toMatchObject({
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
    const activities = [anActivity({ kind: 'study' })]
    expect(progressOf('member_study', { facts: [excuse], activities }).state).toBe('missing')
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

describe('what the branch has not held is no gap of its members', () => {
  const study = anActivity({ kind: 'study' })
  const fact = aFact({ activityKind: 'study' })
  const twice = { over: { minimum: 2 } }

  test('nothing held and nothing planned: not_held, nothing missing', () => {
    expect(progressOf('member_study')).toMatchObject({ state: 'not_held', done: 0, needed: 1, missing: 0 })
    for (const over of [
      { state: 'draft' },
      { state: 'cancelled' },
      { branchId: 'b2', hostId: 'b2' },
    ] as const)
      expect(progressOf('member_study', { activities: [{ ...study, ...over, expected: [] }] })).toMatchObject(
        {
          state: 'not_held',
          missing: 0,
        },
      )
  })

  test('a period over in which nobody said whether it took place is no gap either', () => {
    const never = { ...study, state: 'published' as const }
    expect(progressOf('member_study', { activities: [never], now: at('2026-10-20 09:00') }).state).toBe(
      'not_held',
    )
  })

  test('one held of two asked for: one is missing, and once attended none', () => {
    expect(progressOf('member_study', { ...twice, activities: [study] })).toMatchObject({
      state: 'missing',
      missing: 1,
    })
    expect(progressOf('member_study', { ...twice, activities: [study], facts: [fact] })).toMatchObject({
      state: 'not_held',
      done: 1,
      needed: 2,
      missing: 0,
    })
  })

  test('a meeting elsewhere that was attended adds to what there was, waiting or not', () => {
    const elsewhere = { ...study, branchId: 'b2', hostId: 'b2', expected: [] }
    const activities = [elsewhere, { ...study, _id: 'act2' }]
    expect(progressOf('member_study', { ...twice, activities, facts: [fact] })).toMatchObject({
      state: 'missing',
      done: 1,
      missing: 1,
    })
    const waiting = { ...fact, way: 'backfill' as const, confirmed: null }
    expect(progressOf('member_study', { activities: [elsewhere], facts: [waiting] })).toMatchObject({
      state: 'waiting',
      missing: 1,
    })
  })

  test("another group's study is not held for the member, the own group's is", () => {
    const ofGroup = (hostId: string) => ({ activities: [{ ...study, hostId, hostType: 'group' as const }] })
    expect(progressOf('member_study', ofGroup('group1')).state).toBe('missing')
    expect(progressOf('member_study', ofGroup('group2')).state).toBe('not_held')
  })

  test('what was held before somebody came to the county is nothing they missed', () => {
    const arrived = (from: string) =>
      aMember({ memberships: [{ branchId: 'branch1', from, fromOutside: true }] })
    const activities = [{ ...study, startsAt: at('2026-09-05 15:00') }]
    expect(progressOf('member_study', { activities, member: arrived('2026-09-06') }).state).toBe('not_held')
    expect(progressOf('member_study', { activities, member: arrived('2026-09-05') }).state).toBe('missing')
  })

  test('a service no community offers is still missing: anyone may go to another', () => {
    expect(progressOf('community_service')).toMatchObject({ state: 'missing', missing: 1 })
  })
})

describe('补学', () => {
  const study = anActivity({ kind: 'study', startsAt: at('2026-09-10 15:00') })
  const madeUp = aFact({
    _id: 'act1_m1_makeup',
    kind: 'make_up',
    activityKind: 'study',
    occurredAt: at('2026-10-08 09:00'),
    way: 'self',
    confirmed: { at: 1, by: 'm2' },
  })
  const made = (over: Partial<Fact> = {}, activity = study, further: Fact[] = []) =>
    progressOf('member_study', { facts: [{ ...madeUp, ...over }, ...further], activities: [activity] })

  test('counts in the month of the study that was missed, and stays marked', () => {
    expect(made()).toMatchObject({ state: 'done', counted: [{ id: 'act1_m1_makeup', madeUp: true }] })
    const october = { facts: [madeUp], activities: [study], period: '2026-10', now: at('2026-10-20 09:00') }
    expect(progressOf('member_study', october)).toMatchObject({ done: 0, counted: [], notCounted: [] })
  })

  test('waits for its second person, and struck out is nothing', () => {
    expect(made({ confirmed: null })).toMatchObject({
      state: 'waiting',
      notCounted: [{ reason: 'waiting_confirmation', madeUp: true }],
    })
    expect(made({ annulled: { at: 1, by: 'm2', reason: '' } })).toMatchObject({
      state: 'missing',
      notCounted: [{ reason: 'annulled' }],
    })
  })

  test('of a study one was at after all counts for nothing more', () => {
    const there = aFact({ activityKind: 'study', occurredAt: at('2026-09-10 15:00') })
    expect(made({}, study, [there])).toMatchObject({
      done: 1,
      counted: [{ id: 'act1_m1' }],
      notCounted: [{ id: 'act1_m1_makeup', reason: 'attended_itself' }],
    })
    const struck = { ...there, annulled: { at: 1, by: 'm2', reason: '认错人' } }
    expect(made({}, study, [struck]).done).toBe(1)
  })

  test('of a study that was called off, or is opened again, does not count', () => {
    expect(made({}, { ...study, state: 'cancelled' }).notCounted).toMatchObject([
      { reason: 'activity_cancelled' },
    ])
    const reopened = { ...study, state: 'open' as const, endsAt: at('2026-09-22 17:00') }
    expect(made({}, reopened).notCounted).toMatchObject([{ reason: 'not_yet_closed' }])
  })

  test('a study carried by a party day is made up as study and as nothing else', () => {
    const partyDay = anActivity({ carries: ['study', 'lecture'], lecturerId: 'm2', topic: '纪律' })
    expect(made({}, partyDay).done).toBe(1)
    const lecture = { over: { counts: { what: 'attended', kinds: ['lecture'] } } as Partial<Duty> }
    expect(progressOf('member_study', { ...lecture, facts: [madeUp], activities: [partyDay] }).done).toBe(0)
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
