import { defaultLifts } from './lifts'

const liftable = [
  { dutyId: 'study', label: '集中学习', by: ['old_age', 'resident_in_village'] as const },
  { dutyId: 'visit', label: '帮扶走访', by: ['old_age'] as const },
].map((one) => ({ ...one, by: [...one.by] }))

test('a category lifts of itself what the answer says it does', () => {
  expect(defaultLifts(liftable, 'old_age')).toEqual(['study', 'visit'])
  expect(defaultLifts(liftable, 'resident_in_village')).toEqual(['study'])
  expect(defaultLifts(liftable, 'mobile')).toEqual([])
})
