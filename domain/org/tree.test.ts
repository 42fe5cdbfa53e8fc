import { aBranch, aGroup } from '../testing/builders'
import { branchOf, isUnder, treeOf } from './tree'

const tree = treeOf([
  aBranch({ _id: 'root', type: 'work_committee', parentId: null }),
  aBranch({ _id: 'unit1', type: 'unit', parentId: 'root' }),
  aBranch(),
  aGroup(),
  aBranch({ _id: 'branch2', parentId: 'root' }),
])

test('a right on a node reaches the node and all below it, nothing beside or above', () => {
  expect(isUnder(tree, 'group1', 'branch1')).toBe(true)
  expect(isUnder(tree, 'group1', 'root')).toBe(true)
  expect(isUnder(tree, 'branch1', 'branch1')).toBe(true)
  expect(isUnder(tree, 'branch2', 'unit1')).toBe(false)
  expect(isUnder(tree, 'unit1', 'branch1')).toBe(false)
})

test('an unknown node is under nothing, and a loop in the roster ends', () => {
  const loop = treeOf([aBranch({ parentId: 'branch2' }), aBranch({ _id: 'branch2', parentId: 'branch1' })])
  expect(isUnder(tree, 'nobody', 'root')).toBe(false)
  expect(isUnder(loop, 'branch1', 'root')).toBe(false)
})

test('the branch of a group is the one above it; a unit is in none', () => {
  expect(branchOf(tree, 'group1')).toBe('branch1')
  expect(branchOf(tree, 'branch1')).toBe('branch1')
  expect(branchOf(tree, 'unit1')).toBeUndefined()
  expect(branchOf(tree, 'nobody')).toBeUndefined()
})
