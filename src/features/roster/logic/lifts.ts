import { exemptionDefaults } from '@domain/org/exemptions'
import { memberDuties } from '@domain/duty/memberDuties'
import type { ExemptionCategory } from '@domain/contract/words'

/** What an exemption may lift: everything a member owes but the dues, which are never lifted. */
export const liftable: readonly { id: string; label: string }[] = memberDuties
  .filter(({ id, minimum }) => id !== 'dues' && minimum !== null)
  .map(({ id, label }) => ({ id, label }))

/** What a category lifts of itself. */
export function defaultLifts(category: ExemptionCategory): string[] {
  const lifted = exemptionDefaults[category]
  return liftable.map(({ id }) => id).filter((id) => lifted === 'all_but_dues' || lifted.includes(id))
}

/** What is said below the choice. */
export function liftText(category: ExemptionCategory): string {
  const always = '党费照常交纳。只存类别和起止日期，不计次数、不提醒；愿意参加时随时欢迎。'
  return category === 'mobile' ? `外出流动党员在所在地参加，一般不减少事项。${always}` : always
}
