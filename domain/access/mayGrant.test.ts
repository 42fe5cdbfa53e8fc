import { treeOf } from '../org/tree'
import { aBranch } from '../testing/builders'
import { mayGive, mayGrant } from './mayGrant'
import type { Person } from './person'

const nodes = {
  root: aBranch({ _id: 'root', type: 'work_committee', parentId: null }),
  unit1: aBranch({ _id: 'unit1', type: 'unit', parentId: 'root' }),
  unit2: aBranch({ _id: 'unit2', type: 'unit', parentId: 'unit1' }),
  branch1: aBranch(),
  community1: aBranch({ _id: 'community1', type: 'community', parentId: null }),
  village1: aBranch({ _id: 'village1', type: 'village', parentId: null }),
}
const tree = treeOf(Object.values(nodes))
const day = '2026-09-22'
const granted = (role: 'committee' | 'unit_officer' | 'inspector', organisationId: string): Person => ({
  openId: 'o',
  grants: [{ role, organisationId, from: '2026-01-01', to: '2026-09-22' }],
})
const committee = granted('committee', 'root')

test('the work committee gives every right where it can be held', () => {
  expect(mayGive(committee, nodes.root, day, tree)).toEqual(['committee', 'inspector'])
  expect(mayGive(committee, nodes.unit1, day, tree)).toEqual(['inspector', 'unit_officer'])
  expect(mayGive(committee, nodes.branch1, day, tree)).toEqual(['inspector'])
  expect(mayGive(committee, nodes.community1, day, tree)).toEqual(['community_staff'])
  expect(mayGive(committee, nodes.village1, day, tree)).toEqual(['village_contact'])
})

test('a unit’s officer gives the same right at the own unit, not below it', () => {
  const officer = granted('unit_officer', 'unit1')
  expect(mayGive(officer, nodes.unit1, day, tree)).toEqual(['unit_officer'])
  expect(mayGive(officer, nodes.unit2, day, tree)).toEqual([])
  expect(mayGive(officer, nodes.root, day, tree)).toEqual([])
})

test('nobody else gives any, and nobody after the last day', () => {
  expect(mayGive(granted('inspector', 'root'), nodes.root, day, tree)).toEqual([])
  expect(mayGrant(committee, 'committee', nodes.root, '2026-09-23', tree)).toBe(false)
})
