import { isProvincial, orderOf, provincialOrder } from './copyOrder'
import { moved } from './order'

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
  expect(isProvincial(orderOf())).toBe(true)
  expect(isProvincial([...provincialOrder])).toBe(true)
  expect(isProvincial(moved(orderOf(), 'when', -1))).toBe(false)
})
