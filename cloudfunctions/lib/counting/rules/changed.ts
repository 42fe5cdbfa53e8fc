import { done, type Outcome, refuse } from '@domain/contract/answer'
import type { RuleChange } from '@domain/contract/duty'
import { changeRule } from '@domain/duty/changeRule'
import type { Duty } from '@domain/duty/duty'
import { MOST_VERSIONS, newRule } from '@domain/duty/newRule'
import type { Day } from '@domain/time/day'
import { mayCarry, mayOption } from './ruleForm'

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
