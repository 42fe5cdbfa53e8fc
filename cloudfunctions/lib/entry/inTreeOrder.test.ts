import { treeOf } from '@domain/org/tree'
import { aBranch } from '@domain/testing/builders'
import { inTreeOrder } from './inTreeOrder'

const node = (_id: string, parentId: string | null, order: number) => aBranch({ _id, parentId, order })

test('organisations stand as in the register: by the orders on the way down, a parent before its children', () => {
  const nodes = [
    node('b', 'u2', 1),
    node('c', 'root', 3),
    node('a', 'u1', 9),
    node('u1', 'root', 1),
    node('u2', 'root', 2),
  ]
  const tree = treeOf([...nodes, node('root', null, 1)])
  expect(nodes.sort(inTreeOrder(tree)).map(({ _id }) => _id)).toEqual(['u1', 'a', 'u2', 'b', 'c'])
})

test('a loop in a broken tree does not hang', () => {
  const nodes = [node('x', 'y', 1), node('y', 'x', 2)]
  expect(nodes.sort(inTreeOrder(treeOf(nodes)))).toHaveLength(2)
})
