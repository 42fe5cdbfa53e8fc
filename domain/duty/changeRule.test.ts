import type { RuleChange } from '../contract/duty'
import { aDuty } from '../testing/builders'
import { changeRule, isEnd } from './changeRule'
import { nextPeriodStart } from './nextPeriodStart'

const today = '2026-09-22'
const first = aDuty({ basis: { document: '讲话' } })
const change = (over: Partial<RuleChange> = {}): RuleChange => ({
  dutyId: 'member_study',
  baseVersion: 1,
  minimum: 2,
  text: first.text,
  basis: { document: '讲话' },
  options: [],
  inForce: true,
  ...over,
})
const changed = (over: Partial<RuleChange> = {}, versions = [first]) =>
  changeRule(versions, change(over), today)

test('a changed rule holds from the first day of its next period on, under the next version', () => {
  expect(changed()).toEqual({
    ok: true,
    data: { ...first, _id: 'member_study@2', version: 2, minimum: 2, validFrom: '2026-10-01' },
  })
})

test.each([
  ['month', '2026-09-30', '2026-10-01'],
  ['month', '2026-10-01', '2026-11-01'],
  ['quarter', '2026-09-22', '2026-10-01'],
  ['half', '2026-06-30', '2026-07-01'],
  ['year', '2026-01-01', '2027-01-01'],
] as const)('the next %s after %s begins on %s', (kind, day, start) => {
  expect(nextPeriodStart(kind, day)).toBe(start)
})

test('what stands on an older version than the latest is refused, as is what changes nothing', () => {
  const second = aDuty({ ...first, version: 2, minimum: 3, validFrom: '2026-10-01' })
  expect(changed({}, [second, first])).toEqual({ ok: false, reason: 'rule_changed' })
  expect(changed({ minimum: 1 })).toMatchObject({ reason: 'nothing_changed' })
  expect(changed({ baseVersion: 2, minimum: 1 }, [second, first])).toMatchObject({
    ok: true,
    data: { version: 3, minimum: 1, validFrom: '2026-10-01' },
  })
})

test('a number must stand in the sentence, and 定期 needs none', () => {
  expect(changed({ text: '党员参加集中学习。' })).toMatchObject({
    reason: 'invalid_request',
    detail: { path: 'change.text' },
  })
  expect(changed({ text: '党员定期参加集中学习。', minimum: null })).toMatchObject({
    data: { minimum: null },
  })
})

test('a rule ends with the running period, once, and may come back', () => {
  const ended = changed({ inForce: false })
  expect(ended).toMatchObject({ data: { version: 2, validFrom: '2026-10-01', validTo: '2026-09-30' } })
  if (!ended.ok) throw new Error('refused')
  expect([isEnd(ended.data), isEnd(first)]).toEqual([true, false])
  const both = [first, ended.data]
  expect(changed({ baseVersion: 2, inForce: false }, both)).toMatchObject({ reason: 'nothing_changed' })
  const back = changed({ baseVersion: 2, minimum: 1 }, both)
  expect(back).toMatchObject({ data: { version: 3, minimum: 1 } })
  expect(back.ok && back.data.validTo).toBeUndefined()
})

test("settings are switched on and off and the rule's own conditions stay", () => {
  const service = aDuty({ conditions: ['hosted_by_community', 'confirmed'] })
  const on = changed({ options: ['theme_service_only'] }, [service])
  expect(on).toMatchObject({
    data: { conditions: ['hosted_by_community', 'confirmed', 'theme_service_only'] },
  })
  if (!on.ok) throw new Error('refused')
  expect(changed({ baseVersion: 2, options: [] }, [on.data])).toMatchObject({
    data: { conditions: ['hosted_by_community', 'confirmed'] },
  })
})

test('branch types and carried kinds are taken over; all four types are everyone', () => {
  expect(changed({ minimum: 1, branchTypes: ['organ'] })).toMatchObject({ data: { branchTypes: ['organ'] } })
  const all = ['organ', 'institution', 'enterprise', 'other'] as const
  expect(changed({ minimum: 1, branchTypes: [...all] })).toMatchObject({ reason: 'nothing_changed' })
  expect(changed({ minimum: 1, carries: ['study'] })).toMatchObject({ data: { carries: ['study'] } })
  expect(changed({ minimum: 1, carries: ['lecture', 'study'] })).toMatchObject({ reason: 'nothing_changed' })
})
