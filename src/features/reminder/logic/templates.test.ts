import { templatesToAsk } from './templates'

const templateIds = { meeting: 'a', month_gap: 'b', change: 'c', confirmed: 'd' }

test('the three with the fewest left are asked for, in the order shown', () => {
  const credits = [
    { template: 'meeting' as const, left: 2 },
    { template: 'month_gap' as const, left: 1 },
    { template: 'confirmed' as const, left: 3 },
  ]
  expect(templatesToAsk({ credits, templateIds })).toEqual(['meeting', 'month_gap', 'change'])
})

test('never more than the three WeChat takes at once', () => {
  expect(templatesToAsk({ credits: [], templateIds })).toHaveLength(3)
})

test('what the owner has no template for is not asked', () => {
  expect(templatesToAsk({ credits: [], templateIds: { month_gap: 'b', change: '' } })).toEqual(['month_gap'])
  expect(templatesToAsk({ credits: [], templateIds: {} })).toEqual([])
})
