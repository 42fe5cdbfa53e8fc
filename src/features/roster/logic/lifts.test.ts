import { defaultLifts, liftable } from './lifts'

test('the dues can never be lifted', () => {
  expect(liftable.map(({ id }) => id)).not.toContain('dues')
  expect(defaultLifts('old_age')).toEqual(liftable.map(({ id }) => id))
})

test('a resident in a village is let off the home branch’s study alone, a mobile member off nothing', () => {
  expect(defaultLifts('resident_in_village')).toEqual(['member_study'])
  expect(defaultLifts('mobile')).toEqual([])
})
