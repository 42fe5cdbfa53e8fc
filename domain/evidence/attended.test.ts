import type { Duty } from '../duty/duty'
import { at } from '../testing/at'
import { aFact, anActivity } from '../testing/builders'
import { progressOf } from '../testing/progressOf'

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
