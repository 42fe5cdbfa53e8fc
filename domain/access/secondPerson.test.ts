import type { Post } from '../org/member'
import { treeOf } from '../org/tree'
import { aBranch, aMember } from '../testing/builders'
import { mayBeSecond, mayConfirmService, runnersOf } from './secondPerson'

const tree = treeOf([
  aBranch({ _id: 'root', type: 'work_committee', parentId: null }),
  aBranch({ parentId: 'root' }),
  aBranch({ _id: 'branch2', parentId: 'root' }),
  aBranch({ _id: 'community1', type: 'community', parentId: null }),
  aBranch({ _id: 'community2', type: 'community', parentId: null }),
])
const day = '2026-09-22'
const holder = (_id: string, post: Post['post'], organisationId = 'branch1', to?: string) => ({
  openId: `o-${_id}`,
  member: aMember({ _id, posts: [{ post, organisationId, from: '2024-01-01', ...(to && { to }) }] }),
})
const committee = {
  openId: 'c',
  grants: [{ role: 'committee' as const, organisationId: 'root', from: '2026-01-01' }],
}
const asked = { memberId: 'm1', branchId: 'branch1', askedAbove: false }

test('the second person runs the member’s own branch today, and is neither the member nor who entered it', () => {
  const may = (person: Parameters<typeof mayBeSecond>[0], more = {}) =>
    mayBeSecond(person, { ...asked, ...more }, day, tree)
  for (const post of ['secretary', 'deputy_secretary', 'organisation_officer'] as const)
    expect(may(holder('m2', post))).toBe(true)
  for (const post of ['publicity_officer', 'committee_member', 'group_leader'] as const)
    expect(may(holder('m2', post))).toBe(false)
  expect(may(holder('m1', 'secretary'))).toBe(false)
  expect(may(holder('m2', 'secretary'), { enteredBy: 'm2' })).toBe(false)
  expect(may(holder('m2', 'secretary', 'branch2'))).toBe(false)
  expect(may(holder('m2', 'secretary', 'branch1', '2026-09-21'))).toBe(false)
})

test('where nobody else runs the branch the work committee above it is asked, and nowhere else', () => {
  expect(mayBeSecond(committee, asked, day, tree)).toBe(false)
  expect(mayBeSecond(committee, { ...asked, askedAbove: true }, day, tree)).toBe(true)
  expect(mayBeSecond(holder('m1', 'secretary'), { ...asked, askedAbove: true }, day, tree)).toBe(false)
})

test('those who run a branch are found by their posts of the day', () => {
  const people = [
    holder('m1', 'secretary'),
    holder('m2', 'committee_member'),
    holder('m3', 'organisation_officer'),
  ]
  expect(
    runnersOf(
      people.map(({ member }) => member),
      'branch1',
      day,
    ).map(({ _id }) => _id),
  ).toEqual(['m1', 'm3'])
})

test('what a community entered of its service is confirmed by who works there today, and by the committee only where it is asked', () => {
  const staff = (organisationId: string, to?: string) => ({
    openId: 's',
    grants: [{ role: 'community_staff' as const, organisationId, from: '2026-01-01', ...(to && { to }) }],
  })
  const may = (person: Parameters<typeof mayBeSecond>[0], asker = 'community1') =>
    mayConfirmService(person, { communityId: 'community1', asked: asker }, day, tree)
  expect(may(staff('community1'))).toBe(true)
  expect([may(staff('community2')), may(staff('community1', '2026-09-21'))]).toEqual([false, false])
  expect([may(committee), may(committee, 'root')]).toEqual([false, true])
  expect(may(holder('m2', 'secretary'), 'root')).toBe(false)
})
