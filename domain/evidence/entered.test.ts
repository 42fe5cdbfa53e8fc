import type { Fact } from '../fact/fact'
import { at } from '../testing/at'
import { aFact, aMember } from '../testing/builders'
import { progressOf } from '../testing/progressOf'

describe('visits', () => {
  const member = aMember({
    households: [
      { householdId: 'h1', from: '2026-01-01', to: '2026-09-20' },
      { householdId: 'h2', from: '2026-01-01' },
    ],
  })
  const visit = (householdId: string, time: string, over: Partial<Fact> = {}) => {
    const occurredAt = at(time)
    const _id = `${householdId}_m1_${time.slice(0, 10)}`
    return aFact({ _id, kind: 'visit', householdId, occurredAt, way: 'self', ...over })
  }
  const visits = (...facts: Fact[]) => progressOf('household_visit', { member, facts })

  test('two households on one trip are two visits', () => {
    expect(visits(visit('h1', '2026-09-08 19:40'), visit('h2', '2026-09-08 20:10'))).toMatchObject({
      state: 'done',
      done: 2,
      missing: 0,
    })
  })

  test('one household twice on one day is one visit, also when the first still waits', () => {
    const again = visit('h2', '2026-09-08 21:00', { _id: 'again' })
    expect(visits(visit('h2', '2026-09-08 19:40'), again)).toMatchObject({
      done: 1,
      missing: 1,
      notCounted: [{ id: 'again', reason: 'same_household_same_day' }],
    })
    const waiting = visit('h2', '2026-09-08 19:40', { confirmed: null })
    expect(visits(waiting, again)).toMatchObject({ done: 1, counted: [{ id: 'again' }] })
    expect(visits(waiting, { ...again, confirmed: null })).toMatchObject({ state: 'missing', done: 0 })
  })

  test('only a household linked on the day of the visit counts, the last day included', () => {
    expect(visits(visit('h1', '2026-09-20 23:59:59.999')).done).toBe(1)
    expect(visits(visit('h1', '2026-09-21 00:00')).notCounted).toMatchObject([
      { reason: 'not_own_household' },
    ])
    expect(visits(visit('h3', '2026-09-10 10:00')).notCounted).toMatchObject([
      { reason: 'not_own_household' },
    ])
  })

  test('a visit that is counted and one that waits fill a minimum of two once confirmed', () => {
    const waiting = visit('h2', '2026-09-03 10:00', { way: 'backfill', confirmed: null })
    expect(visits(visit('h2', '2026-09-08 19:40'), waiting)).toMatchObject({
      state: 'waiting',
      done: 1,
      missing: 1,
    })
  })

  test('who has no household does not owe visits', () => {
    expect(progressOf('household_visit')).toMatchObject({
      state: 'not_owed',
      notOwed: 'no_household',
      missing: 0,
    })
  })
})

describe('deeds, ticks and talks', () => {
  test('a deed counts once the beneficiary side has confirmed it', () => {
    const deed = aFact({ _id: 'n1', kind: 'deed', detail: { title: '修路灯' }, way: 'self' })
    expect(progressOf('practical_deed', { facts: [deed] })).toMatchObject({
      state: 'waiting',
      notCounted: [{ title: '修路灯', reason: 'waiting_confirmation' }],
    })
    expect(progressOf('practical_deed', { facts: [{ ...deed, confirmed: { at: 1, by: 'c' } }] }).state).toBe(
      'done',
    )
  })

  test.each(['claimed', 'dropped'])('a deed that is %s waits for nobody', (state) => {
    const deed = aFact({ _id: 'n1', kind: 'deed', detail: { title: '修路灯', state }, confirmed: null })
    expect(progressOf('practical_deed', { facts: [deed] })).toMatchObject({
      state: 'missing',
      done: 0,
      notCounted: [],
    })
  })

  test('dues ticked in October for September count for September', () => {
    const tick = aFact({
      _id: 'dues_m1_2026-09',
      kind: 'tick',
      dutyId: 'dues',
      periodKey: '2026-09',
      occurredAt: at('2026-10-03 09:00'),
    })
    expect(progressOf('dues', { facts: [tick] }).done).toBe(1)
    expect(progressOf('dues', { facts: [tick], period: '2026-10' }).done).toBe(0)
    expect(progressOf('thought_report', { facts: [tick] }).done).toBe(0)
  })

  test('定期 is recorded and never missing, with or without a record', () => {
    const tick = aFact({ kind: 'tick', dutyId: 'thought_report', periodKey: '2026-09' })
    expect(progressOf('thought_report')).toMatchObject({
      state: 'recorded',
      done: 0,
      needed: null,
      missing: 0,
    })
    expect(progressOf('thought_report', { facts: [tick] })).toMatchObject({
      state: 'recorded',
      done: 1,
      missing: 0,
    })
  })

  test('one talk counts for both members of the pair', () => {
    const facts = [aFact({ _id: 'n2', kind: 'talk', memberId: 'm2', detail: { withMemberId: 'm1' } })]
    expect(progressOf('heart_talk', { facts }).done).toBe(1)
    expect(progressOf('heart_talk', { facts, member: aMember({ _id: 'm2' }) }).done).toBe(1)
    expect(progressOf('heart_talk', { facts, member: aMember({ _id: 'm3' }) }).done).toBe(0)
  })
})
