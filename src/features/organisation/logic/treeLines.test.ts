import type { OrganisationNode } from '@domain/contract/organisation'
import { countText, treeLines } from './treeLines'

const node = (id: string, type: OrganisationNode['type'], parentId: string | null): OrganisationNode => ({
  id,
  type,
  name: id,
  parentId,
  count: 3,
  validFrom: '2020-01-01',
  countsOnly: false,
})
const nodes = [
  node('工委', 'work_committee', null),
  node('农业党组', 'unit', '工委'),
  node('农业支部', 'branch', '农业党组'),
  node('第一小组', 'group', '农业支部'),
  node('财政支部', 'branch', '工委'),
  node('滨河社区', 'community', null),
]
const drawn = (query: string) => treeLines(nodes, query).map(({ node: { id }, depth }) => `${depth}${id}`)

test('the tree stands from the top down, without groups, communities beside it', () => {
  expect(drawn('')).toEqual(['0工委', '1农业党组', '2农业支部', '1财政支部', '0滨河社区'])
})

test('letters leave what holds them, what lies above it and what lies below it', () => {
  expect(drawn('财政')).toEqual(['0工委', '1财政支部'])
  expect(drawn('党组')).toEqual(['0工委', '1农业党组', '2农业支部'])
  expect(drawn('没有')).toEqual([])
})

test('a part of the tree stands by itself', () => {
  expect(treeLines(nodes.slice(2), '')[0]).toMatchObject({ depth: 0, node: { id: '农业支部' } })
})

test('people are counted in branches, branches above them', () => {
  expect(countText({ type: 'branch', count: 26 })).toBe('26 人')
  expect(countText({ type: 'unit', count: 2 })).toBe('2 个支部')
  expect(countText({ type: 'village', count: 0 })).toBeUndefined()
})
