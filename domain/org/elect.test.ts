import type { PostName } from '../contract/words'
import { aMember } from '../testing/builders'
import { appointLeader, elect, hasCommitteeAfter } from './elect'
import type { Member } from './member'
import { postsOn } from './membershipOn'

const holder = (_id: string, ...posts: PostName[]): Member =>
  aMember({ _id, posts: posts.map((post) => ({ post, organisationId: 'branch1', from: '2023-09-22' })) })
const members = [
  holder('m1', 'secretary'),
  holder('m2', 'organisation_officer'),
  holder('m3', 'committee_member'),
  holder('m4', 'group_leader'),
  ...['m5', 'm6', 'm7'].map((_id) => holder(_id)),
]
const on = '2026-09-22'
const heldOn = (after: Member[] | string, day: string) =>
  typeof after === 'string'
    ? after
    : after.flatMap((member) => postsOn(member, day).map(({ post }) => `${member._id} ${post}`))

test('改选: all posts of the committee end the day before, those elected begin; a group’s leader goes on', () => {
  const after = elect(members, 'branch1', on, {
    kind: 'election',
    posts: [
      { memberId: 'm2', post: 'secretary' },
      { memberId: 'm3', post: 'committee_member' },
      { memberId: 'm5', post: 'publicity_officer' },
    ],
  })
  expect(heldOn(after, '2026-09-21')).toEqual(heldOn([...members], '2026-09-21'))
  expect(heldOn(after, on)).toEqual([
    'm2 secretary',
    'm3 committee_member',
    'm4 group_leader',
    'm5 publicity_officer',
  ])
})

test('补选: who held the one post makes way, who gets a post is a plain 委员 no longer, all others go on', () => {
  const posts = [
    { memberId: 'm3', post: 'secretary' as const },
    { memberId: 'm5', post: 'committee_member' as const },
  ]
  expect(heldOn(elect(members, 'branch1', on, { kind: 'by_election', posts }), on)).toEqual([
    'm2 organisation_officer',
    'm3 secretary',
    'm4 group_leader',
    'm5 committee_member',
  ])
  const more = [{ memberId: 'm4', post: 'committee_member' as const }]
  expect(heldOn(elect(members, 'branch1', on, { kind: 'by_election', posts: more }), on)).toEqual([
    'm1 secretary',
    'm2 organisation_officer',
    'm3 committee_member',
    'm4 group_leader',
    'm4 committee_member',
  ])
})

test('nobody from elsewhere is elected, and no branch is left without a secretary', () => {
  const posts = [{ memberId: 'm2', post: 'deputy_secretary' as const }]
  expect(elect(members, 'branch1', on, { kind: 'election', posts })).toBe('no_secretary')
  expect(elect(members, 'branch1', '2019-12-31', { kind: 'election', posts })).toBe('not_in_branch')
  expect(
    elect(members, 'branch1', on, { kind: 'by_election', posts: [{ memberId: 'x', post: 'secretary' }] }),
  ).toBe('not_in_branch')
})

test('three persons in it are a committee, two are not, however many posts they hold', () => {
  expect(hasCommitteeAfter(members, 'branch1', on)).toBe(true)
  const two = [holder('m1', 'secretary', 'organisation_officer', 'publicity_officer'), ...members.slice(2)]
  expect(hasCommitteeAfter([...two, holder('m8')], 'branch1', on)).toBe(false)
})

test('改选 of two where there are seven full members is no 支委会; 补选 fills one that is short and makes none shorter', () => {
  const two = [
    { memberId: 'm1', post: 'secretary' as const },
    { memberId: 'm2', post: 'deputy_secretary' as const },
    // Posts are not persons.
    { memberId: 'm2', post: 'discipline_officer' as const },
  ]
  expect(elect(members, 'branch1', on, { kind: 'election', posts: two })).toBe('committee_too_small')
  const shrinking = [{ memberId: 'm3', post: 'secretary' as const }]
  expect(elect(members, 'branch1', on, { kind: 'by_election', posts: shrinking })).toBe('committee_too_small')
  const short = [holder('m1', 'secretary'), holder('m2'), ...members.slice(3), holder('m8')]
  const one = [{ memberId: 'm2', post: 'committee_member' as const }]
  expect(heldOn(elect(short, 'branch1', on, { kind: 'by_election', posts: one }), on)).toContain(
    'm2 committee_member',
  )
})

test('with fewer than seven full members there is no 支委会: a secretary and a deputy alone are elected', () => {
  const six = members.slice(0, 6)
  const withDeputy = [
    { memberId: 'm1', post: 'secretary' as const },
    { memberId: 'm2', post: 'deputy_secretary' as const },
  ]
  const after = elect(six, 'branch1', on, { kind: 'election', posts: withDeputy })
  expect(heldOn(after, on)).toEqual(['m1 secretary', 'm2 deputy_secretary', 'm4 group_leader'])
  const posts = [...withDeputy, { memberId: 'm3', post: 'discipline_officer' as const }]
  expect(elect(six, 'branch1', on, { kind: 'election', posts })).toBe('no_committee_here')
  expect(hasCommitteeAfter(six, 'branch1', on)).toBe(false)
  // A probationary seventh makes no difference.
  const seventh = aMember({ _id: 'm7', standing: 'probationary' })
  expect(elect([...six, seventh], 'branch1', on, { kind: 'election', posts })).toBe('no_committee_here')
})

test('nobody on probation is elected', () => {
  const withOne = [...members, aMember({ _id: 'p1', standing: 'probationary' })]
  const posts = [{ memberId: 'p1', post: 'committee_member' as const }]
  expect(elect(withOne, 'branch1', on, { kind: 'by_election', posts })).toBe('not_full_member')
})

test('seven persons are the most, counted as persons', () => {
  const many = [...members, holder('m8')]
  const seats = (count: number) => [
    { memberId: 'm1', post: 'secretary' as const },
    { memberId: 'm1', post: 'discipline_officer' as const },
    ...many.slice(1, count).map(({ _id }) => ({ memberId: _id, post: 'committee_member' as const })),
  ]
  expect(elect(many, 'branch1', on, { kind: 'election', posts: seats(7) })).not.toBe('committee_too_large')
  expect(elect(many, 'branch1', on, { kind: 'election', posts: seats(8) })).toBe('committee_too_large')
})

test('a group has one leader at a time, or none', () => {
  const leads = { post: 'group_leader', organisationId: 'group1', from: '2026-01-01' } as const
  const group = [aMember({ _id: 'm1', posts: [leads] }), aMember({ _id: 'm2' })]
  expect(heldOn(appointLeader(group, 'group1', 'm2', on), on)).toEqual(['m2 group_leader'])
  expect(heldOn(appointLeader(group, 'group1', 'm2', on), '2026-09-21')).toEqual(['m1 group_leader'])
  expect(heldOn(appointLeader(group, 'group1', undefined, on), on)).toEqual([])
  expect(appointLeader(group, 'group1', 'm1', on)[0]).toBe(group[0])
})
