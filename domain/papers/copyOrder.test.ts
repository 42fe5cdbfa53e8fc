import { orderOf, provincialOrder } from './copyOrder'
import { isSameOrder, moved } from './order'

test('a column is moved one place up or down, and stays at the ends of the list', () => {
  const order = orderOf()
  expect(moved(order, 'when', -1).slice(0, 3)).toEqual(['when', 'title', 'place'])
  expect(moved(order, 'title', 1).slice(0, 3)).toEqual(['when', 'title', 'place'])
  expect(moved(order, 'title', -1)).toEqual(order)
  expect(moved(order, 'lecturer', 1)).toEqual(order)
})

test('every column is there once, whatever was saved; what a county has never heard of comes last', () => {
  const order = orderOf(['lecturer', 'topic', 'lecturer'])
  expect(order.slice(0, 3)).toEqual(['lecturer', 'topic', 'title'])
  expect([...order].sort()).toEqual([...provincialOrder].sort())
})

test('the province’s order is known as such, saved or not', () => {
  expect(isSameOrder(orderOf(), provincialOrder)).toBe(true)
  expect(isSameOrder(orderOf([...provincialOrder]), provincialOrder)).toBe(true)
  expect(isSameOrder(moved(orderOf(), 'when', -1), provincialOrder)).toBe(false)
})
