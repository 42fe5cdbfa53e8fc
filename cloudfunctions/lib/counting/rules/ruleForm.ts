import { carriable } from '@domain/activity/validatePlan'
import { done, type Outcome, refuse } from '@domain/contract/answer'
import type { Rule, RuleChange, RuleOption } from '@domain/contract/duty'
import type { ActivityKind, DoneBy } from '@domain/contract/words'
import { changeRule } from '@domain/duty/changeRule'
import { doneBy, heldKindOf } from '@domain/duty/doneBy'
import type { Duty } from '@domain/duty/duty'
import { exceedsUpper } from '@domain/duty/exceedsUpper'
import { MOST_VERSIONS, newRule } from '@domain/duty/newRule'
import { ruleText } from '@domain/duty/ruleText'
import type { Day } from '@domain/time/day'

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

/** The path of the first field that this rule has no setting for (a switch or carried kinds of another rule); null: all are its own. */
function foreign(change: RuleChange, duty: Duty): string | null {
  if (change.options.some((option) => !mayOption(duty).includes(option))) return 'change.options'
  const carries = change.carries ?? []
  return carries.some((kind) => !mayCarry(duty).includes(kind)) ? 'change.carries' : null
}

export interface Changed {
  /** The latest version, on top of which the change is made; of a new rule there is none. */
  before: Duty | null
  after: Duty
}

/** What a change makes of a rule. `versions`: of all rules, in any order. */
export function changed(versions: readonly Duty[], change: RuleChange, today: Day): Outcome<Changed> {
  const { added } = change
  if (added) {
    const made = newRule(versions, { ...change, added }, today)
    return made.ok ? done({ before: null, after: made.data }) : made
  }
  if (versions.length >= MOST_VERSIONS) return refuse('too_many_rules')
  const own = versions.filter(({ id }) => id === change.dutyId).sort((a, b) => a.version - b.version)
  const before = own[own.length - 1]
  if (!before) return refuse('invalid_request', { path: 'change.dutyId' })
  const path = foreign(change, before)
  if (path !== null) return refuse('invalid_request', { path })
  if (change.baseVersion !== before.version) return refuse('rule_changed')
  const outcome = changeRule(own, change, today)
  return outcome.ok ? done({ before, after: outcome.data }) : outcome
}
