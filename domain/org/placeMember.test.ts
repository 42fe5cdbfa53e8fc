import { aMember } from '../testing/builders'
import { placeMember } from './placeMember'

const post = (organisationId: string, post: 'secretary' | 'group_leader' | 'theory_group_member') => ({
  post,
  organisationId,
  from: '2024-01-01',
})
const member = aMember({
  posts: [post('branch1', 'secretary'), post('group1', 'group_leader'), post('unit1', 'theory_group_member')],
})

test('the day before is the last one in the old branch, and the last one of its posts; 中心组 is no matter of the branch', () => {
  const after = placeMember(member, { branchId: 'branch2' }, '2026-09-22')
  expect(after.memberships).toEqual([
    { branchId: 'branch1', groupId: 'group1', from: '2020-01-01', to: '2026-09-21' },
    { branchId: 'branch2', from: '2026-09-22' },
  ])
  expect(after.posts.map(({ to }) => to)).toEqual(['2026-09-21', '2026-09-21', undefined])
})

test('whoever leads a group that goes along leads it on', () => {
  const after = placeMember(member, { branchId: 'branch2', groupId: 'group1' }, '2026-09-22', ['group1'])
  expect(after.posts.map(({ to }) => to)).toEqual(['2026-09-21', undefined, undefined])
})

test('another group of the same branch: posts of the branch go on, those of the group end', () => {
  const after = placeMember(member, { branchId: 'branch1', groupId: 'group2' }, '2026-09-22')
  expect(after.memberships[1]).toEqual({ branchId: 'branch1', groupId: 'group2', from: '2026-09-22' })
  expect(after.posts.map(({ to }) => to)).toEqual([undefined, '2026-09-21', undefined])
})

test('where one already is nothing changes', () =>
  expect(placeMember(member, { branchId: 'branch1', groupId: 'group1' }, '2026-09-22')).toBe(member))

test('what began on the day itself leaves no trace, but that one came from outside that day does', () => {
  const arrived = aMember({ memberships: [{ branchId: 'branch1', from: '2026-09-22', fromOutside: true }] })
  expect(placeMember(arrived, { branchId: 'branch2' }, '2026-09-22').memberships).toEqual([
    { branchId: 'branch2', from: '2026-09-22', fromOutside: true },
  ])
})

test('a change of group does not undo a move that is still to come', () => {
  const moving = aMember({
    memberships: [
      { branchId: 'branch1', groupId: 'group1', from: '2020-01-01', to: '2026-09-30' },
      { branchId: 'branch2', from: '2026-10-01' },
    ],
  })
  expect(placeMember(moving, { branchId: 'branch1', groupId: 'group2' }, '2026-09-22').memberships).toEqual([
    { branchId: 'branch1', groupId: 'group1', from: '2020-01-01', to: '2026-09-21' },
    { branchId: 'branch2', from: '2026-10-01' },
    { branchId: 'branch1', groupId: 'group2', from: '2026-09-22', to: '2026-09-30' },
  ])
})
