import type { Duty } from '../duty/duty'
import type { Fact } from '../fact/fact'
import { at } from '../testing/at'
import { aFact, aMember, anActivity } from '../testing/builders'
import { progressOf } from '../testing/progressOf'

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
