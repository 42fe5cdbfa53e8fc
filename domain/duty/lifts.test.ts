import type { ExemptionCategory } from '../contract/words'
import { theDuty } from '../testing/progressOf'
import { lifts } from './lifts'

test.each<[ExemptionCategory, string, boolean]>([
  ['old_age', 'member_study', true],
  ['old_age', 'community_service', true],
  ['health', 'household_visit', true],
  ['maternity', 'practical_deed', true],
  ['abroad', 'member_study', true],
  ['abroad', 'dues', false],
  ['resident_in_village', 'member_study', true],
  ['resident_in_village', 'household_visit', false],
  ['mobile', 'member_study', false],
])('%s lifts %s: %p', (category, dutyId, lifted) => {
  expect(lifts({ category }, theDuty(dutyId))).toBe(lifted)
})

test('an exemption with its own list lifts that and nothing else, and never dues', () => {
  const own = { category: 'health', dutyIds: ['household_visit', 'dues'] } as const
  const exemption = { ...own, dutyIds: [...own.dutyIds] }
  expect(lifts(exemption, theDuty('household_visit'))).toBe(true)
  expect(lifts(exemption, theDuty('member_study'))).toBe(false)
  expect(lifts(exemption, theDuty('dues'))).toBe(false)
})
