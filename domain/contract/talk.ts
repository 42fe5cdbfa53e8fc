import * as v from 'valibot'
import { day, id, month, named, nonce, periodKey } from './shared'

/**
 * 谈心谈话 (DUTIES row 19): which day, and who with whom. What was said has no field. Whom a branch may enter a talk of, and what was entered; of a
 * group leader the own group and oneself.
 */
export const page = {
  request: v.strictObject({ branchId: id }),
  response: v.object({
    branch: named,
    /** Whether talks are entered here at all: the county may have ended the rule, or bound other branches by it. */
    talks: v.boolean(),
    /** The first day of which one may still be entered, or taken back; the last is today. */
    from: v.string(),
    /** Of a group leader, who enters what one has talked oneself. */
    led: v.optional(v.boolean()),
    /** Who asks, where they are among `people`. */
    me: v.optional(id),
    /** In register order. `last`: the last talk of a year, with whom. */
    people: v.array(
      v.object({
        memberId: id,
        name: v.string(),
        groupId: v.optional(id),
        last: v.optional(v.object({ on: v.string(), with: v.string() })),
      }),
    ),
    groups: v.array(named),
    /** Those entered since `from`, newest first: they can be taken back. */
    entered: v.array(v.object({ who: named, with: named, on: v.string() })),
    /**
     * What is ticked here besides the dues (党性分析, 思想汇报), nothing of it by a group leader. `periods`: those that may still be ticked, the running one
     * first, each with a month to ask `deed.ticks` by.
     */
    ticks: v.array(
      v.object({ dutyId: id, label: v.string(), periods: v.array(v.object({ periodKey, month })) }),
    ),
  }),
}

/** Of two, in whichever order; `held: false` takes it back. Refusals: entry_closed, too_early, too_many_today. */
export const enter = {
  request: v.strictObject({ branchId: id, memberId: id, withId: id, on: day, held: v.boolean(), nonce }),
  response: v.object({ held: v.boolean() }),
}
