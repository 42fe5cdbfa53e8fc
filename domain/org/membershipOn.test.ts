import { at } from '../testing/at'
import { aBranch, aMember } from '../testing/builders'
import { periodByKey } from '../time/period'
import { branchFor, isActiveOn, membershipOn, postsOn } from './membershipOn'

const moved = aMember({
  memberships: [
    { branchId: 'branch1', from: '2020-01-01', to: '2026-09-14' },
    { branchId: 'branch2', from: '2026-09-15' },
  ],
})

test('both days of a membership are inclusive', () => {
  expect(membershipOn(moved, '2026-09-14')?.branchId).toBe('branch1')
  expect(membershipOn(moved, '2026-09-15')?.branchId).toBe('branch2')
  expect(membershipOn(moved, '2019-12-31')).toBeUndefined()
})

test('of overlapping entries the later one holds', () => {
  const both = aMember({
    memberships: [
      { branchId: 'branch1', from: '2020-01-01' },
      { branchId: 'branch2', from: '2026-09-15' },
    ],
  })
  expect(membershipOn(both, '2026-09-15')?.branchId).toBe('branch2')
  expect(membershipOn(both, '2026-09-14')?.branchId).toBe('branch1')
})

test('a period belongs to the branch of its last day; while it runs, to that of today', () => {
  const september = periodByKey('2026-09')
  expect(branchFor(moved, september, at('2026-09-14 23:59:59.999'))).toBe('branch1')
  expect(branchFor(moved, september, at('2026-09-15 00:00'))).toBe('branch2')
  expect(branchFor(moved, periodByKey('2026-08'), at('2026-09-22 10:00'))).toBe('branch1')
  expect(branchFor(moved, september, at('2026-12-01 10:00'))).toBe('branch2')
})

test('a post gives nothing before its first or after its last day', () => {
  const post = { post: 'secretary', organisationId: 'branch1', from: '2026-03-01', to: '2026-09-22' } as const
  const member = aMember({ posts: [post] })
  expect(postsOn(member, '2026-02-28')).toEqual([])
  expect(postsOn(member, '2026-03-01')).toEqual([post])
  expect(postsOn(member, '2026-09-22')).toEqual([post])
  expect(postsOn(member, '2026-09-23')).toEqual([])
})

test('a dissolved branch exists until its last day', () => {
  const branch = aBranch({ validFrom: '2026-01-01', validTo: '2026-06-30' })
  expect(isActiveOn(branch, '2025-12-31')).toBe(false)
  expect(isActiveOn(branch, '2026-06-30')).toBe(true)
  expect(isActiveOn(branch, '2026-07-01')).toBe(false)
})
