import fc from 'fast-check'
import type { Member } from '../org/member'
import { isInForce, membershipOn } from '../org/membershipOn'
import { aBranch, aMember } from '../testing/builders'
import { addDays } from '../time/day'
import { applyEntry, type Place } from './applyEntry'
import type { MemberEntry, RegisterPost } from './entry'

const today = '2026-09-22'
const branch = (_id: string) => aBranch({ _id, validFrom: '2020-01-01' })
const place = (id: string, groupId?: string): Place => ({
  branch: branch(id),
  groupId,
  communityId: undefined,
  householdIds: [],
})
const entry: MemberEntry = { name: '李同志', phoneTail: '1234' }

const posts = fc.uniqueArray(
  fc.constantFrom<RegisterPost>('secretary', 'deputy_secretary', 'committee_member', 'group_leader'),
  { maxLength: 2 },
)
const member = fc
  .record({
    branchId: fc.constantFrom('a', 'b'),
    groupId: fc.constantFrom('g', 'h'),
    age: fc.integer({ min: 0, max: 400 }),
    posts,
  })
  .map(({ branchId, groupId, age, posts: held }): Member => {
    const from = addDays(today, -age)
    return aMember({
      memberships: [{ branchId, groupId, from }],
      posts: held.map((post) => ({
        post,
        organisationId: post === 'group_leader' ? groupId : branchId,
        from,
      })),
    })
  })
const row = fc.record({ to: fc.constantFrom('a', 'b'), groupId: fc.constantFrom(undefined, 'g', 'h'), posts })

test('a row applied twice is a row applied once, and every earlier day stays as it was', () => {
  fc.assert(
    fc.property(member, row, (before, { to, groupId, posts: named }) => {
      const said = { ...entry, ...(named.length > 0 && { posts: named }) }
      const once = applyEntry(before, said, place(to, groupId), today)
      expect(applyEntry(once, said, place(to, groupId), today)).toEqual(once)
      expect(membershipOn(once, today)?.branchId).toBe(to)
      for (const day of [addDays(today, -1), addDays(today, -30)]) {
        expect(membershipOn(once, day)?.branchId).toBe(membershipOn(before, day)?.branchId)
        const heldOn = (one: Member) =>
          one.posts.filter((post) => isInForce(post, day)).map(({ post }) => post)
        expect(heldOn(once)).toEqual(heldOn(before))
      }
    }),
  )
})

const nobody = aMember({ memberships: [], posts: [], households: [], exemptions: [] })

test.each([
  ['today, when the row says nothing', undefined, '2026-09-22'],
  ['the day it says', '2026-03-05', '2026-03-05'],
  ['not before this year, for the years before are closed', '2015-03-05', '2026-01-01'],
])('the first day of somebody new is %s', (_, since, from) => {
  const added = applyEntry(nobody, { ...entry, ...(since && { since }) }, place('a'), today)
  expect(added.memberships).toEqual([{ branchId: 'a', from }])
})

test('somebody who had left or was on the way elsewhere is here again', () => {
  const gone = aMember({
    memberships: [{ branchId: 'a', from: '2020-01-01', to: '2026-08-31' }],
    left: { on: '2026-08-31', why: 'moved_away' },
    transfer: { toBranchId: 'b', askedOn: '2026-08-01', by: 'm1' },
  })
  const back = applyEntry(gone, entry, place('b'), today)
  expect(back.left).toBeUndefined()
  expect(back.transfer).toBeUndefined()
  expect(back.memberships).toEqual([
    { branchId: 'a', from: '2020-01-01', to: '2026-08-31' },
    { branchId: 'b', from: today },
  ])
})

test('households are added, never taken away', () => {
  const linked = aMember({ households: [{ householdId: 'h1', from: '2025-01-01' }] })
  const at = { ...place('branch1'), householdIds: ['h1', 'h2'] }
  expect(applyEntry(linked, entry, at, today).households).toEqual([
    { householdId: 'h1', from: '2025-01-01' },
    { householdId: 'h2', from: today },
  ])
})
