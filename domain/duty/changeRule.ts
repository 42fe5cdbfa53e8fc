import { carriable } from '../activity/validatePlan'
import { done, type Outcome, refuse } from '../contract/answer'
import type { RuleChange } from '../contract/duty'
import { addDays, type Day } from '../time/day'
import type { Basis, Condition, Duty } from './duty'
import { nextPeriodStart } from './nextPeriodStart'

/** Conditions that are settings of the committee; the others belong to the rule. */
const settings: readonly Condition[] = ['theme_service_only', 'each_side']

const isSame = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b)
const sorted = <T>(list: readonly T[] | undefined): T[] | undefined => list && [...new Set(list)].sort()
const basisOf = ({ document, number, article }: Basis): Basis => ({
  document,
  ...(number === undefined ? {} : { number }),
  ...(article === undefined ? {} : { article }),
})

/** What the editor decides of a rule, for comparing. */
const settledOf = ({ minimum, text, basis, conditions, branchTypes, carries }: Duty): unknown => [
  minimum,
  text,
  basisOf(basis),
  sorted(conditions.filter((condition) => settings.includes(condition))),
  sorted(branchTypes),
  sorted(carries ?? carriable),
]

/** A version that ends before it begins is never in force: it stands for the end of the rule. */
export const isEnd = ({ validFrom, validTo }: Pick<Duty, 'validFrom' | 'validTo'>): boolean =>
  validTo !== undefined && validTo < validFrom

/** The latest version of every rule, ended ones among them. */
export const latestOf = <D extends Duty>(versions: readonly D[]): D[] => {
  const latest = new Map<string, D>()
  for (const one of versions) if ((latest.get(one.id)?.version ?? 0) < one.version) latest.set(one.id, one)
  return [...latest.values()]
}

/** A rule for every type is for all branches. */
const ALL_TYPES = 4

const applied = (latest: Duty, change: RuleChange): Duty => {
  const { branchTypes: _types, carries: _carries, validTo: _ended, ...rest } = latest
  const carries = change.carries ?? latest.carries
  const types = sorted(change.branchTypes)
  return {
    ...rest,
    minimum: change.minimum,
    text: change.text,
    basis: basisOf(change.basis),
    conditions: [...latest.conditions.filter((one) => !settings.includes(one)), ...new Set(change.options)],
    ...(types && types.length < ALL_TYPES ? { branchTypes: types } : {}),
    ...(carries ? { carries: [...new Set(carries)] } : {}),
  }
}

/**
 * The version a change makes of a rule, valid from the first day of its next period on. It stands on top of the latest one: an older one ends
 * where a later one begins (dutiesFor), and one that had not begun yet never does. With `inForce: false` it ends the rule: its `validTo` is the
 * day before its `validFrom`. `versions`: all of the one rule, in any order.
 * Refusals: rule_changed, nothing_changed; invalid_request for a sentence that does not say its number.
 */
export const changeRule = (versions: readonly Duty[], change: RuleChange, today: Day): Outcome<Duty> => {
  const latest = versions.reduce<Duty | undefined>(
    (found, one) => (found && found.version > one.version ? found : one),
    undefined,
  )
  if (latest?.id !== change.dutyId) return refuse('invalid_request', { path: 'change.dutyId' })
  if (latest.version !== change.baseVersion) return refuse('rule_changed')
  if (change.minimum !== null && !change.text.includes('{n}'))
    return refuse('invalid_request', { path: 'change.text' })
  const version = latest.version + 1
  const validFrom = nextPeriodStart(latest.period, today)
  const named = { _id: `${latest.id}@${version}`, version, validFrom }
  if (!change.inForce)
    return isEnd(latest)
      ? refuse('nothing_changed')
      : done({ ...latest, ...named, validTo: addDays(validFrom, -1) })
  const next = applied(latest, change)
  if (!isEnd(latest) && isSame(settledOf(next), settledOf(latest))) return refuse('nothing_changed')
  return done({ ...next, ...named })
}
