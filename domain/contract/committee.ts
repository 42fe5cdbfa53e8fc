import * as v from 'valibot'
import { period } from './progress'
import { count, id } from './shared'

/** done of owed for one duty: branches, groups or members who have it, of those who owe it. Integers only; no share is computed or shown. */
export const tally = v.object({
  dutyId: v.string(),
  label: v.string(),
  of: v.picklist(['branches', 'groups', 'committees', 'members', 'units']),
  done: count,
  owed: count,
})
export type Tally = v.InferOutput<typeof tally>

/**
 * The county from one roll-up document. `branches` only for periods that are over and whose entering is closed, in 组织序列: there is no sort
 * and no share. A cell without a duty there (不设) has owed 0.
 */
export const overview = {
  request: v.strictObject({
    periodKey: v.optional(v.pipe(v.string(), v.regex(/^\d{4}(-(0[1-9]|1[0-2])|-Q[1-4]|-H[12])?$/))),
  }),
  response: v.object({
    period,
    /** The closed month before the one asked for, and which periods can be looked at. */
    periods: v.array(v.string()),
    branchCount: count,
    memberCount: count,
    county: v.array(tally),
    branches: v.optional(
      v.array(
        v.object({
          id,
          number: count,
          name: v.string(),
          cells: v.array(v.object({ dutyId: v.string(), done: count, owed: count })),
        }),
      ),
    ),
    rolledUpAt: v.number(),
  }),
}
export type Overview = v.InferOutput<typeof overview.response>
