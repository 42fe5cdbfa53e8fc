import { treeOf } from '../org/tree'
import { aBranch, aGroup, aMember } from '../testing/builders'
import type { Person } from './person'
import { seesNameOf, seesNames } from './seesNames'

const closed = aBranch({ countsOnly: true })
const tree = treeOf([
  aBranch({ _id: 'root', type: 'work_committee', parentId: null }),
  aBranch({ _id: 'unit1', type: 'unit', parentId: 'root' }),
  closed,
  aGroup(),
])
const day = '2026-09-22'
const committee: Person = {
  openId: 'o1',
  grants: [{ role: 'committee', organisationId: 'root', from: '2026-01-01' }],
}
const elsewhere = { memberships: [{ branchId: 'branch2', from: '2020-01-01' }] }

test('names of a branch whose numbers alone may leave it are seen by those of the branch', () => {
  const leads = { post: 'group_leader', organisationId: 'group1', from: '2026-01-01' } as const
  expect(seesNames({ openId: 'o2', member: aMember() }, closed, day, tree)).toBe(true)
  expect(
    seesNames({ openId: 'o3', member: aMember({ ...elsewhere, posts: [leads] }) }, closed, day, tree),
  ).toBe(true)
})

test('not by the work committee, nor by members of other branches', () => {
  expect(seesNames(committee, closed, day, tree)).toBe(false)
  expect(seesNames({ openId: 'o4', member: aMember(elsewhere) }, closed, day, tree)).toBe(false)
})

test('of every other branch whoever may read it sees names', () =>
  expect(seesNames(committee, aBranch(), day, tree)).toBe(true))

test('the name of one of its members is read by the branch, by oneself, and by no branch that is only asked to take them over', () => {
  const one = aMember({
    _id: 'one',
    transfer: { toBranchId: 'branch2', askedOn: day, by: 'x' },
  })
  const reads = (person: Person) => seesNameOf(person, one, day, tree)
  expect(reads({ openId: 'own', member: one })).toBe(true)
  expect(reads({ openId: 'o2', member: aMember({ _id: 'beside' }) })).toBe(true)
  expect(reads({ openId: 'o4', member: aMember({ _id: 'there', ...elsewhere }) })).toBe(false)
  expect(reads(committee)).toBe(false)
})

test('whoever was of it before is read by their old branch; the others read a name only from the day of the move on', () => {
  const moved = aMember({
    _id: 'moved',
    memberships: [
      { branchId: 'branch1', from: '2020-01-01', to: '2026-09-21' },
      { branchId: 'branch2', from: '2026-09-22' },
    ],
  })
  const open = treeOf([closed, aBranch({ _id: 'branch2' })])
  expect(seesNameOf(committee, moved, '2026-09-21', open)).toBe(false)
  expect(seesNameOf(committee, moved, '2026-09-22', open)).toBe(true)
})
