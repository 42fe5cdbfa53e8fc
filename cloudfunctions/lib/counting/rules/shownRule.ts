import type { Rule } from '@domain/contract/duty'
import type { Duty } from '@domain/duty/duty'
import { exceedsUpper } from '@domain/duty/exceedsUpper'
import { ruleText } from '@domain/duty/ruleText'

/** A version of a rule as every page shows it. */
export function shownRule(duty: Duty): Rule {
  const { id, version, label, subject, period, minimum, measure, basis, upper, validFrom, validTo } = duty
  return {
    dutyId: id,
    version,
    label,
    text: ruleText(duty),
    subject,
    period,
    minimum,
    measure,
    basis,
    ...(upper && { upper }),
    exceedsUpper: exceedsUpper(duty),
    validFrom,
    ...(validTo !== undefined && { validTo }),
  }
}
