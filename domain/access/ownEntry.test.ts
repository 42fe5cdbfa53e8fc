import fc from 'fast-check'
import type { Member } from '../org/member'
import { treeOf } from '../org/tree'
import { evaluateMember } from '../progress/evaluateMember'
import type { Progress } from '../progress/progress'
import { aWorld, type RandomWorld } from '../testing/aWorld'
import { aMember } from '../testing/builders'
import { periodByKey } from '../time/period'
import type { MemberForm } from '../contract/roster'
import { applyForm, formOf } from '../org/applyForm'
import { easedFields, isStill, needsOther, registerFields, splitOwn, withOwed } from './ownEntry'

const periods = ['2026-08', '2026-09', '2026-10', '2026-Q3', '2026-H2', '2026'].map(periodByKey)

const owedBy = (member: Member, world: RandomWorld): Map<string, Progress> =>
  new Map(
    periods.flatMap((period) =>
      evaluateMember({ ...world, member, tree: treeOf(world.branches), period }).map((one) => [
        `${one.dutyId} ${period.key}`,
        one,
      ]),
    ),
  )

/** A member whose entry has some fields of another's, and none of the rest. */
function mixed(before: Member, other: Member, fields: readonly (keyof Member)[]): Member {
  const after: Partial<Record<keyof Member, unknown>> = { ...before }
  for (const field of fields) {
    if (other[field] === undefined) Reflect.deleteProperty(after, field)
    else after[field] = other[field]
  }
  return { ...(after as unknown as Member), _id: before._id }
}

test('oneself: a change of the own entry that needs nobody else never lowers what the evaluator expects', () => {
  let free = 0
  fc.assert(
    fc.property(
      aWorld,
      fc.subarray(registerFields, { minLength: 1, maxLength: 4 }),
      fc.nat(2),
      fc.nat(2),
      (world, fields, one, two) => {
        const [before, other] = [world.members[one], world.members[two]]
        if (!before || !other) return
        const after = mixed(before, other, fields)
        if (easedFields(before, after).length > 0) return
        free += 1
        const then = owedBy(after, world)
        for (const [key, was] of owedBy(before, world)) {
          const is = then.get(key)
          if (was.notOwed || was.state === 'not_held') continue
          expect(is).toBeDefined()
          expect(is?.notOwed).toBeUndefined()
          expect(is?.needed).toBe(was.needed)
          expect(is?.missing).toBeGreaterThanOrEqual(was.missing)
        }
      },
    ),
    { numRuns: 800, seed: 20261128 },
  )
  // What is looked at is not nothing.
  expect(free).toBeGreaterThan(100)
})

const before = aMember({
  cadre: 'section',
  households: [{ householdId: 'h1', from: '2024-01-01' }],
  posts: [{ post: 'theory_group_member', organisationId: 'unit1', from: '2024-01-01' }],
  exemptions: [{ category: 'health', from: '2026-09-01', to: '2026-12-31' }],
})

/** By hand, what of the own entry is somebody else's to change. */
test.each<[string, Partial<Member>, (keyof Member)[]]>([
  ['the own household is unlinked', { households: [] }, ['households']],
  ['another group', { memberships: [{ branchId: 'branch1', from: '2020-01-01' }] }, ['memberships']],
  ['转正 and back', { standing: 'probationary' }, ['standing']],
  ['no leading cadre any more', { cadre: undefined }, ['cadre']],
  ['a leading cadre of the county: more is owed', { cadre: 'county' }, []],
  [
    'an own contact point',
    { contactPoints: [{ branchId: 'branch1', from: '2026-09-22' }] },
    ['contactPoints'],
  ],
  ['off the register', { left: { on: '2026-09-22', why: 'moved_away' } }, ['left']],
  ['no seat in the 中心组', { posts: [] }, ['posts']],
  [
    'an exemption asked for',
    { exemptions: [...before.exemptions, { category: 'abroad', from: '2026-09-22', state: 'asked' }] },
    [],
  ],
  [
    'an exemption',
    { exemptions: [...before.exemptions, { category: 'abroad', from: '2026-09-22' }] },
    ['exemptions'],
  ],
  ['a longer one', { exemptions: [{ category: 'health', from: '2026-09-01' }] }, ['exemptions']],
  ['a shorter one', { exemptions: [{ category: 'health', from: '2026-09-01', to: '2026-09-30' }] }, []],
  [
    'of other duties',
    { exemptions: [{ category: 'health', from: '2026-09-01', to: '2026-12-31', dutyIds: ['member_study'] }] },
    ['exemptions'],
  ],
  [
    'name, digits, community, another branch asked',
    {
      name: '周民',
      phoneTail: '9999',
      communities: [{ communityId: 'community2', kind: 'home', from: '2026-09-22' }],
      transfer: { toBranchId: 'branch2', askedOn: '2026-09-22', by: 'm1' },
    },
    [],
  ],
])('oneself: of the own entry, %s', (_, change, fields) => {
  const after = { ...before, ...change }
  expect(easedFields(before, after)).toEqual(fields)
  expect(needsOther({ openId: 'o', member: before }, before, after)).toBe(fields.length > 0)
  expect(needsOther({ openId: 'p', member: aMember({ _id: 'm2' }) }, before, after)).toBe(false)
})

const form: MemberForm = {
  ...{ name: '李', phoneTail: '1234', standing: 'full', groupId: 'g1' },
  ...{ householdIds: ['h1'], contactBranchIds: [] },
}

test('oneself: the own form is taken apart into what is one’s own and what another says yes to, which are all there is of it', () => {
  const { groupId: _, ...without } = form
  const after: MemberForm = { ...without, name: '李明', communityId: 'c1', householdIds: ['h1', 'h2'] }
  const { own, from, to } = splitOwn(form, after)
  expect(own).toEqual({ ...form, name: '李明', communityId: 'c1' })
  expect([from, to]).toEqual([
    { groupId: 'g1', householdIds: ['h1'] },
    { groupId: null, householdIds: ['h1', 'h2'] },
  ])
  expect(withOwed(own, to)).toEqual(after)
})

test('oneself: what is one’s own of a form never eases anything, whatever the form asks for', () => {
  const before = aMember({ _id: 'm', households: [{ householdId: 'h1', from: '2026-01-01' }] })
  const old = formOf(before, '2026-09-22')
  const values: Partial<MemberForm>[] = [
    { standing: 'probationary' },
    { groupId: 'g9' },
    { cadre: 'county', contactBranchIds: ['b9'] },
    { cadre: 'section' },
    { householdIds: [] },
    { name: '别名', phoneTail: '9999', communityId: 'c9' },
  ]
  for (const value of values)
    for (const more of values) {
      const { own } = splitOwn(old, { ...old, ...value, ...more })
      expect(easedFields(before, applyForm(before, own, '2026-09-22'))).toEqual([])
    }
})

test('oneself: a change that was asked for is made only while its fields are what they were', () => {
  const { from } = splitOwn(form, { ...form, householdIds: [] })
  expect(isStill({ ...form, name: '别名', groupId: 'g2' }, from)).toBe(true)
  expect(isStill({ ...form, householdIds: ['h2'] }, from)).toBe(false)
})
