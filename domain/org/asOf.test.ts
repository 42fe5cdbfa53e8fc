import { aBranch, aGroup } from '../testing/builders'
import { asOf, treeAsOf } from './asOf'
import { treeOf } from './tree'

const renamed = aBranch({
  name: '县农业农村局机关党支部',
  parentId: 'unit2',
  order: 3,
  past: [
    { until: '2026-03-31', name: '县农业局党支部', parentId: 'unit1', order: 1, countsOnly: true },
    { until: '2026-08-31', name: '县农业农村局党支部', parentId: 'unit1', order: 1 },
  ],
})

test('each state holds until its last day, and the last one from the day after', () => {
  expect(asOf(renamed, '2019-01-01').name).toBe('县农业局党支部')
  expect(asOf(renamed, '2026-03-31').name).toBe('县农业局党支部')
  expect(asOf(renamed, '2026-04-01').name).toBe('县农业农村局党支部')
  expect(asOf(renamed, '2026-08-31').parentId).toBe('unit1')
  expect(asOf(renamed, '2026-09-01')).toMatchObject({ parentId: 'unit2', order: 3 })
})

test('what a state did not have is not there, whatever comes before or after', () => {
  expect(asOf(renamed, '2026-03-31')).toMatchObject({ countsOnly: true, _id: 'branch1' })
  expect(asOf(renamed, '2026-03-31')).not.toHaveProperty('hasCommittee')
  expect(asOf(renamed, '2026-04-01')).not.toHaveProperty('countsOnly')
  expect(asOf(renamed, '2026-09-01').hasCommittee).toBe(true)
})

test('an organisation that never changed, and a tree of such, are handed back as they are', () => {
  const group = aGroup()
  expect(asOf(group, '2026-01-01')).toBe(group)
  const tree = treeOf([group, aBranch()])
  expect(treeAsOf(tree, '2026-01-01')).toBe(tree)
  const changed = treeOf([group, renamed])
  expect(treeAsOf(changed, '2026-04-30').get('branch1')?.name).toBe('县农业农村局党支部')
  expect(treeAsOf(changed, '2026-04-30').get('group1')).toBe(group)
})
