import { carriable } from '@domain/activity/validatePlan'
import type { RuleChange, RuleOption } from '@domain/contract/duty'
import type { ActivityKind, DoneBy } from '@domain/contract/words'
import { doneBy, heldKindOf } from '@domain/duty/doneBy'
import type { Duty } from '@domain/duty/duty'

type Carried = NonNullable<RuleChange['carries']>[number]

/** DUTIES, decisions: what each rule may be switched to, by how it is done; all others have no switch. */
const options: Partial<Record<DoneBy, RuleOption[]>> = {
  service: ['theme_service_only'],
  deed: ['each_side'],
}

export const mayOption = (duty: Duty): RuleOption[] => options[doneBy(duty)] ?? []

/** Only a 主题党日 carries. */
export const mayCarry = (duty: Duty): Carried[] =>
  heldKindOf(duty) === 'theme_party_day' ? ['study', 'lecture', 'seminar'] : []

const carriedBy = (duty: Duty): Carried[] => {
  const kinds: readonly ActivityKind[] = duty.carries ?? carriable
  return mayCarry(duty).filter((kind) => kinds.includes(kind))
}

/** The latest version as the editor's form begins with it. */
export function ruleForm(duty: Duty): RuleChange {
  const { id, version, minimum, text, basis, conditions, branchTypes, validTo } = duty
  return {
    dutyId: id,
    baseVersion: version,
    minimum,
    text,
    basis,
    options: mayOption(duty).filter((option) => conditions.includes(option)),
    ...(branchTypes && { branchTypes }),
    ...(mayCarry(duty).length > 0 && { carries: carriedBy(duty) }),
    inForce: validTo === undefined,
  }
}
