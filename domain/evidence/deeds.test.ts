import type { Fact } from '../fact/fact'
import { at } from '../testing/at'
import { aFact, aMember } from '../testing/builders'
import { progressOf } from '../testing/progressOf'

const confirmed = { at: 1, by: 'c' }
const deed = (_id: string, beneficiary: string, over: Partial<Fact> = {}) =>
  aFact({
    _id,
    kind: 'deed',
    detail: { title: _id, beneficiary, state: 'done' },
    way: 'self',
    occurredAt: at(`2026-05-${_id.slice(-2)} 10:00`),
    confirmed,
    ...over,
  })
const member = aMember({ households: [{ householdId: 'h1', from: '2026-01-01' }] })
const each = { conditions: ['confirmed', 'each_side'] as const }
const deeds = (facts: Fact[], who = member) =>
  progressOf('practical_deed', { facts, member: who, over: { conditions: [...each.conditions] } })

test('one for the community and one for the household: both sides are needed', () => {
  expect(deeds([])).toMatchObject({ needed: 2, missing: 2 })
  expect(deeds([deed('deed01', 'community')])).toMatchObject({ state: 'missing', done: 1, missing: 1 })
  expect(deeds([deed('deed01', 'community'), deed('deed02', 'household')])).toMatchObject({
    state: 'done',
    done: 2,
    missing: 0,
  })
})

test("a side's second deed does nothing for the other side, confirmed or not", () => {
  expect(deeds([deed('deed01', 'community'), deed('deed02', 'community')])).toMatchObject({
    done: 1,
    missing: 1,
    notCounted: [{ id: 'deed02', reason: 'side_has_enough' }],
  })
  const waiting = deed('deed01', 'community', { confirmed: null })
  expect(deeds([waiting, deed('deed02', 'community')])).toMatchObject({
    state: 'missing',
    counted: [{ id: 'deed02' }],
    notCounted: [{ id: 'deed01', reason: 'side_has_enough' }],
  })
  expect(deeds([deed('deed02', 'community'), deed('deed03', 'household', { confirmed: null })]).state).toBe(
    'waiting',
  )
})

test('who has no household owes the minimum once, for whomever it is done', () => {
  expect(deeds([], aMember())).toMatchObject({ needed: 1, missing: 1 })
  expect(deeds([deed('deed02', 'household')], aMember())).toMatchObject({ state: 'done', needed: 1 })
})

test('without the setting one deed is enough, and a second is counted too', () => {
  const facts = [deed('deed01', 'community'), deed('deed02', 'community')]
  expect(progressOf('practical_deed', { facts, member })).toMatchObject({ state: 'done', needed: 1, done: 2 })
})
