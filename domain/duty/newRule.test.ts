import { changeRule } from './changeRule'
import { defaultDuties } from './defaultDuties'
import { MOST_RULES, newRule, rulePatterns } from './newRule'

const today = '2026-09-22'
const asked = (over: object = {}, added: object = {}) => ({
  dutyId: 'own-1',
  baseVersion: 0,
  minimum: 2,
  text: '党员每季度至少参加 {n} 次主题党日。',
  basis: { document: '某县通知' },
  options: [],
  inForce: true,
  ...over,
  added: {
    pattern: 'member-attended-theme_party_day',
    label: '参加主题党日',
    period: 'quarter' as const,
    ...added,
  },
})
const make = (over: object = {}, added: object = {}, versions = defaultDuties) =>
  newRule(versions, asked(over, added), today)

test('a new rule is owed from the first day of its next period on, and for nothing before', () => {
  const made = make()
  expect(made).toMatchObject({
    ok: true,
    data: { _id: 'own-1@1', version: 1, minimum: 2, subject: 'member', validFrom: '2026-10-01' },
  })
  expect(make({}, { period: 'year' })).toMatchObject({ ok: true, data: { validFrom: '2027-01-01' } })
})

test('a new rule counts what its pattern counts, with the conditions a record needs', () => {
  expect(make({}, { pattern: 'member-visited', period: 'quarter' })).toMatchObject({
    ok: true,
    data: { counts: { what: 'visited' }, conditions: ['own_household'], appliesTo: 'with_household' },
  })
  const service = rulePatterns.find(({ key }) => key === 'member-attended-community_service')
  expect(service?.conditions).toEqual(['hosted_by_community', 'confirmed'])
})

test('patterns have one key each, and none is of what is entered on a page of its own', () => {
  const keys = rulePatterns.map(({ key }) => key)
  expect(new Set(keys).size).toBe(keys.length)
  expect(rulePatterns.filter(({ counts }) => ['ticked', 'talked', 'lectured'].includes(counts.what))).toEqual(
    [],
  )
})

test.each([
  ['rule_exists', {}, { pattern: 'branch-held-study', period: 'month' }],
  ['rule_exists', { branchTypes: ['organ'] }, { pattern: 'branch-held-study', period: 'month' }],
  ['rule_changed', { baseVersion: 1 }, {}],
  ['rule_changed', { dutyId: 'dues' }, {}],
  ['invalid_request', {}, { pattern: 'member-ticked' }],
  ['invalid_request', { text: '没有数字的一句话。' }, {}],
  ['invalid_request', { inForce: false }, {}],
  ['invalid_request', { options: ['each_side'] }, {}],
  ['invalid_request', { carries: ['study'] }, {}],
])('a new rule is refused with %s: %j %j', (reason, over, added) => {
  expect(make(over, added)).toMatchObject({ ok: false, reason })
})

test('of two rules alike for different kinds of branches neither stands in the way, and an ended one does not either', () => {
  const first = make({ branchTypes: ['organ'] })
  const one = first.ok ? first.data : undefined
  if (!one) throw new Error('not made')
  const versions = [...defaultDuties, one]
  expect(make({ dutyId: 'own-2', branchTypes: ['enterprise'] }, {}, versions)).toMatchObject({ ok: true })
  expect(make({ dutyId: 'own-2' }, {}, versions)).toMatchObject({ reason: 'rule_exists' })
  expect(make({}, {}, versions)).toMatchObject({ reason: 'rule_changed' })
  const { added: _, ...change } = asked({ baseVersion: 1, inForce: false })
  const ended = changeRule([one], change, today)
  if (!ended.ok) throw new Error(ended.reason)
  expect(make({ dutyId: 'own-2' }, {}, [...versions, ended.data])).toMatchObject({ ok: true })
})

test('nobody adds rules without end', () => {
  const [one] = defaultDuties
  const many = Array.from({ length: MOST_RULES }, (_, i) => ({ ...one, id: `own-x${i}`, _id: `own-x${i}@1` }))
  expect(make({}, {}, many as never)).toMatchObject({ reason: 'too_many_rules' })
})
