import type { LiftableDuty } from '@domain/contract/roster'
import type { ExemptionCategory } from '@domain/contract/words'

/** What a category lifts of itself. */
export const defaultLifts = (liftable: readonly LiftableDuty[], category: ExemptionCategory): string[] =>
  liftable.filter(({ by }) => by.includes(category)).map(({ dutyId }) => dutyId)

/** What is said below the choice. */
export function liftText(category: ExemptionCategory): string {
  const always = '党费照常交纳。只存类别和起止日期，不计次数、不提醒；愿意参加时随时欢迎。'
  return category === 'mobile' ? `外出流动党员在所在地参加，一般不减少事项。${always}` : always
}
