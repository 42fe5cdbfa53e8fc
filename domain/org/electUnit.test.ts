import { rolesOf } from '../access/rolesOf'
import type { UnitPost } from '../contract/words'
import { aMember } from '../testing/builders'
import { electUnit } from './electUnit'
import type { Member } from './member'
import { postsOn } from './membershipOn'

const on = '2026-09-22'
const unit = { unitId: 'unit1', branchIds: new Set(['branch1', 'branch2']) }
const of = (_id: string, branchId: string, ...posts: UnitPost[]): Member =>
  aMember({
    _id,
    memberships: [{ branchId, from: '2020-01-01' }],
    posts: posts.map((post) => ({ post, organisationId: 'unit1', from: '2021-09-22' })),
  })
const members = [
  of('a', 'branch1', 'unit_secretary'),
  of('b', 'branch2', 'unit_committee_member'),
  of('c', 'branch1'),
  of('elsewhere', 'branch9'),
]
const heldOn = (after: Member[] | string, day: string) =>
  typeof after === 'string'
    ? after
    : after.flatMap((member) => postsOn(member, day).map(({ post }) => `${member._id} ${post}`))

test('改选 of a 机关党委 ends its posts the day before and begins those elected; nobody need be on the register', () => {
  const posts = [{ memberId: 'c', post: 'unit_secretary' as const }]
  const after = electUnit(members, unit, on, { kind: 'election', posts })
  expect(heldOn(after, '2026-09-21')).toEqual(['a unit_secretary', 'b unit_committee_member'])
  expect(heldOn(after, on)).toEqual(['c unit_secretary'])
  expect(heldOn(electUnit(members, unit, on, { kind: 'election', posts: [] }), on)).toEqual([])
})

test('补选 of a 机关党委 adds and replaces, and a plain 委员 who becomes 书记 is one post only', () => {
  const posts = [{ memberId: 'b', post: 'unit_secretary' as const }]
  expect(heldOn(electUnit(members, unit, on, { kind: 'by_election', posts }), on)).toEqual([
    'b unit_secretary',
  ])
})

test('nobody from a branch that is not below it, and nobody on probation, is elected to a 机关党委', () => {
  const elected = (people: Member[], memberId: string) =>
    electUnit(people, unit, on, { kind: 'by_election', posts: [{ memberId, post: 'unit_secretary' }] })
  expect(elected(members, 'elsewhere')).toBe('not_in_branch')
  expect(elected(members, 'nobody')).toBe('not_in_branch')
  const probationary = { ...of('p', 'branch1'), standing: 'probationary' as const }
  expect(elected([...members, probationary], 'p')).toBe('not_full_member')
})

test('a post on the committee of a 机关党委 gives no right over what is below it', () => {
  const all = ['unit_secretary', 'unit_deputy_secretary', 'unit_committee_member'] as const
  expect(rolesOf({ openId: 'o', member: of('x', 'branch1', ...all) }, on)).toEqual([])
})
