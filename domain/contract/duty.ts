import * as v from 'valibot'
import { count, day, empty, id, line, nonce } from './shared'
import { branchType, carriedKind, dutySubject, owing, periodKind } from './words'

/** 1 to 31 times a period; null: 定期, recorded without a minimum. */
const minimum = v.nullable(v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(31)))

/** 依据: document, 文号 and article. Without a number the pages say 文号待补. */
const basis = v.strictObject({
  document: line(60),
  number: v.optional(line(30)),
  article: v.optional(line(20)),
})

/** What a rule can be switched to (DUTIES, decisions); each stands only at the rule it concerns. */
export const option = v.picklist(['theme_service_only', 'each_side'])
export type RuleOption = v.InferOutput<typeof option>

/** A rule as the pages show it. `text` has its minimum filled in. */
export const rule = v.object({
  dutyId: id,
  version: count,
  label: v.string(),
  text: v.string(),
  subject: dutySubject,
  period: periodKind,
  minimum,
  measure: v.string(),
  basis,
  /** What the document above asks, and whether this rule asks more than that (层层加码); `asks`: in its own words, where it names no number. */
  upper: v.optional(
    v.object({ ...basis.entries, minimum, period: periodKind, asks: v.optional(v.string()) }),
  ),
  exceedsUpper: v.boolean(),
  validFrom: day,
  validTo: v.optional(day),
})
export type Rule = v.InferOutput<typeof rule>

/** What of a rule is chosen once, when the county adds it: what it counts and for whom (domain/duty/newRule.ts), its name, its period. */
const added = v.strictObject({ pattern: id, label: line(12), period: periodKind })
export type NewRule = v.InferOutput<typeof added>

/** What the editor may change. What a rule counts, for whom and in which period is no setting. */
const change = v.strictObject({
  dutyId: id,
  /** The version on the screen: a change on top of another one is refused with `rule_changed`. */
  baseVersion: count,
  minimum,
  /** The sentence with `{n}` where the minimum stands. */
  text: line(120),
  basis,
  options: v.pipe(v.array(option), v.maxLength(2)),
  branchTypes: v.optional(v.pipe(v.array(branchType), v.minLength(1), v.maxLength(4))),
  /** The kinds a 主题党日 may carry; only at that rule. */
  carries: v.optional(v.pipe(v.array(carriedKind), v.maxLength(3))),
  /** false: the rule ends with the running period. */
  inForce: v.boolean(),
  /** The rule is new: `dutyId` is made on the phone, `baseVersion` is 0. */
  added: v.optional(added),
})
export type RuleChange = v.InferOutput<typeof change>

/** All rules in register order, with what is decided for the next period, and the form the editor starts from. 减负自查表 is the same list. */
export const list = {
  request: empty,
  response: v.object({
    rules: v.array(
      v.object({
        rule,
        /** The version that takes over with the next period. */
        next: v.optional(rule),
        /** The latest version as a form; `mayCarry` and `mayOption` say which switches the rule has. */
        form: change,
        mayOption: v.array(option),
        mayCarry: v.array(carriedKind),
        /** Earlier versions, newest first: from, to and their minimum. */
        history: v.array(v.object({ version: count, minimum, validFrom: day, validTo: v.optional(day) })),
      }),
    ),
    /** Nobody but the work committee edits; an inspector reads. */
    mayEdit: v.boolean(),
  }),
}
export type RuleList = v.InferOutput<typeof list.response>

/**
 * What a change would do, nothing saved: from which day, line by line, and how many it binds. Refusals: rule_changed, nothing_changed; of a new
 * rule rule_exists, too_many_rules.
 */
export const preview = {
  request: v.strictObject({ change }),
  response: v.object({
    startsOn: day,
    lines: v.array(v.object({ label: v.string(), before: v.string(), after: v.string() })),
    exceedsUpper: v.boolean(),
    /** How many owe it, before and after. */
    bound: v.object({
      of: owing,
      before: count,
      after: count,
    }),
  }),
}
export type RulePreview = v.InferOutput<typeof preview.response>

/** Saves a version that holds from the first day of the next period on; a not yet begun one is replaced. Refusals: those of `preview`, too_many_today. */
export const save = {
  request: v.strictObject({ change, nonce }),
  response: v.object({ dutyId: id, version: count, validFrom: day }),
}
