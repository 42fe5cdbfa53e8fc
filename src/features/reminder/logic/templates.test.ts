import { templatesToAsk } from './templates'

test('asked for is what the owner has a template for, in the order shown', () => {
  expect(templatesToAsk({ templateIds: { month_gap: 'b', meeting: 'a' } })).toEqual(['meeting', 'month_gap'])
  expect(templatesToAsk({ templateIds: { month_gap: 'b', meeting: '' } })).toEqual(['month_gap'])
  expect(templatesToAsk({ templateIds: {} })).toEqual([])
})

test('what an earlier version asked for and nothing sends is asked for no more', () => {
  expect(templatesToAsk({ templateIds: { meeting: 'a', change: 'c', confirmed: 'd' } })).toEqual(['meeting'])
})
