import { kindLabels } from '../activity/kindLabels'
import type { ActivityKind } from '../contract/words'
import type { NewRule, RuleChange } from '../contract/duty'
import { done, type Outcome, refuse } from '../contract/answer'
import type { Day } from '../time/day'
import { isEnd, latestOf } from './changeRule'
import { defaultDuties } from './defaultDuties'
import type { Duty } from './duty'
import { nextPeriodStart } from './nextPeriodStart'

/** What a rule counts and for whom: what of a new one is chosen from a list, since only what is evaluated can be asked. */
export type RulePattern = Pick<
  Duty,
  'subject' | 'counts' | 'conditions' | 'measure' | 'order' | 'appliesTo'
> & {
  key: string
  /** 主题党日, 帮扶走访 */
  label: string
}

/** Attended by members of their own branch; of these no default rule asks for a number. */
const attended: readonly ActivityKind[] = ['theme_party_day', 'lecture', 'general_meeting', 'seminar']
/** Entered on pages of their own, or told apart from one another: the county has one rule of each. */
const alone: readonly Duty['counts']['what'][] = ['ticked', 'talked', 'lectured']

const keyOf = ({ subject, counts }: Pick<Duty, 'subject' | 'counts'>): string =>
  [subject, counts.what, ...('kinds' in counts ? counts.kinds : [])].join('-')

const patternOf = (duty: Duty): RulePattern => {
  const { subject, counts, conditions, measure, order, appliesTo, label } = duty
  return {
    key: keyOf(duty),
    label,
    subject,
    counts,
    conditions: conditions.filter((one) => one !== 'theme_service_only' && one !== 'each_side'),
    measure,
    order,
    ...(appliesTo && { appliesTo }),
  }
}

const ofMembers = (kind: ActivityKind): RulePattern => ({
  key: keyOf({ subject: 'member', counts: { what: 'attended', kinds: [kind] } }),
  label: `参加${kindLabels[kind]}`,
  subject: 'member',
  counts: { what: 'attended', kinds: [kind] },
  conditions: [],
  measure: '次',
  order: defaultDuties.find(({ counts }) => counts.what === 'held' && counts.kinds[0] === kind)?.order ?? 90,
})

/** What a new rule may ask for: what the default rules count, each once, and members' taking part in what their branch holds. */
export const rulePatterns: readonly RulePattern[] = [
  ...new Map(
    [
      ...defaultDuties.filter(({ counts }) => !alone.includes(counts.what)).map(patternOf),
      ...attended.map(ofMembers),
    ].map((pattern) => [pattern.key, pattern]),
  ).values(),
]

/** What phones let the id of a rule of the county's own begin with: no rule of the product is called so. */
export const OWN = 'own-'

/** Rules a county has at most, ended ones among them, and versions of all: far more than anybody can keep. */
export const MOST_RULES = 100
export const MOST_VERSIONS = 1500

/** Branch types overlap where either is for all. */
const overlaps = (a: Pick<Duty, 'branchTypes'>, b: Pick<Duty, 'branchTypes'>): boolean =>
  !a.branchTypes || !b.branchTypes || a.branchTypes.some((type) => b.branchTypes?.includes(type))

/**
 * A rule the county has not had: version 1, owed from the first day of its next period on, so that nobody owes for a time when it was not there.
 * `versions`: of all rules. Refusals: rule_exists (the same is asked of the same branches in the same period already), too_many_rules,
 * rule_changed (the id is taken); invalid_request for what is no pattern, and for a sentence that does not say its number.
 */
export const newRule = (
  versions: readonly Duty[],
  change: RuleChange & { added: NewRule },
  today: Day,
): Outcome<Duty> => {
  const { added, dutyId: id, minimum, text, basis, branchTypes } = change
  const pattern = rulePatterns.find(({ key }) => key === added.pattern)
  if (!pattern) return refuse('invalid_request', { path: 'change.added.pattern' })
  if (change.options.length > 0) return refuse('invalid_request', { path: 'change.options' })
  if (change.carries) return refuse('invalid_request', { path: 'change.carries' })
  if (!change.inForce) return refuse('invalid_request', { path: 'change.inForce' })
  if (minimum !== null && !text.includes('{n}')) return refuse('invalid_request', { path: 'change.text' })
  // A rule that comes with the product comes with the county's start, or never.
  if (defaultDuties.some((one) => one.id === id)) return refuse('rule_changed')
  const latest = latestOf(versions)
  if (change.baseVersion !== 0 || latest.some((one) => one.id === id)) return refuse('rule_changed')
  const { key: _, label: _name, ...counted } = pattern
  const types = branchTypes && [...new Set(branchTypes)].sort()
  const rule: Duty = {
    ...counted,
    _id: `${id}@1`,
    id,
    version: 1,
    label: added.label,
    text,
    period: added.period,
    minimum,
    basis,
    ...(types && { branchTypes: types }),
    validFrom: nextPeriodStart(added.period, today),
  }
  const isSame = (one: Duty) =>
    !isEnd(one) && one.period === rule.period && keyOf(one) === pattern.key && overlaps(one, rule)
  if (latest.some(isSame)) return refuse('rule_exists')
  if (latest.length >= MOST_RULES || versions.length >= MOST_VERSIONS) return refuse('too_many_rules')
  return done(rule)
}
