import fc from 'fast-check'
import type { Member } from '../org/member'
import { applyForm, formOf } from '../org/applyForm'
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

const saying = fc.record(
  {
    standing: fc.constantFrom<Member['standing']>('full', 'probationary'),
    cadre: fc.constantFrom<NonNullable<Member['cadre']>>('section', 'county'),
    groupId: fc.constantFrom('g', 'h'),
    communityId: fc.constantFrom('c1', 'c2'),
    householdId: fc.constantFrom('h1', 'h2', 'h3'),
    phoneTail: fc.constantFrom('5566', '1234'),
  },
  { requiredKeys: [] },
)
const before = fc
  .record({
    one: member,
    phoneHash: fc.constantFrom(undefined, 'hash of 1234'),
    links: fc.subarray([
      { householdId: 'h1', from: '2025-01-01' },
      { householdId: 'h2', from: '2025-01-01', to: '2025-12-31' },
    ]),
    contactPoints: fc.constantFrom(undefined, [{ branchId: 'b', from: '2026-01-01' }]),
    communities: fc.constantFrom(undefined, [{ communityId: 'c1', kind: 'unit', from: '2026-01-01' }]),
  })
  .map(({ one, links, ...also }): Member => {
    const given = Object.entries(also).filter(([, value]) => value !== undefined)
    const cadre = also.contactPoints && { cadre: 'county' as const }
    return {
      ...one,
      phoneTail: '1234',
      households: links,
      otherPosts: '党组成员',
      ...cadre,
      ...Object.fromEntries(given),
    }
  })

test('what a form says and what a row says of somebody ends in the same member', () => {
  fc.assert(
    fc.property(before, saying, (one, said) => {
      const { groupId, communityId, householdId, ...words } = said
      const form = formOf(one, today)
      const cadre = words.cadre ?? form.cadre
      const typed = {
        ...form,
        ...words,
        ...(groupId && { groupId }),
        ...(communityId && { communityId }),
        ...(householdId && { householdIds: [...form.householdIds, householdId] }),
        // 联系点 are on the form alone: who is no county leader any more has none.
        contactBranchIds: cadre === 'county' ? form.contactBranchIds : [],
      }
      const here = place(membershipOn(one, today)?.branchId ?? '', groupId)
      const row = { ...entry, name: one.name, phoneTail: '1234', ...words }
      const at = { ...here, communityId, householdIds: householdId ? [householdId] : [] }
      const byRow = applyEntry(one, row, at, today)
      const ofForm = applyForm(one, typed, today)
      const points = cadre === 'county' ? {} : { contactPoints: ofForm.contactPoints }
      expect({ ...byRow, ...points }).toEqual(ofForm)
    }),
  )
})
