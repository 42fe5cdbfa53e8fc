import * as v from 'valibot'
import { period } from './progress'
import { count, id, periodKey } from './shared'
import { activityKind, doneBy, notOwedReason, periodKind, progressState } from './words'

/**
 * A half-year or a year of a branch, a unit or a member, as what lies in it: each duty in every month, quarter, half and the year itself (支部这一年).
 * Each cell is the number that `progress.why` tells of that period, and nothing is done that is not done in all of them.
 */
export const span = {
  request: v.strictObject({ subjectId: id, periodKey }),
  response: v.object({
    subjectName: v.string(),
    period,
    /** Half-years and years on offer, each kind newest first. */
    periods: v.array(v.string()),
    /** 学时 of a member, by halves: a fact beside what the 条例 asks of a year, never a gap. The newest meetings, and how many more there are. */
    study: v.optional(
      v.object({
        hours: v.number(),
        asks: v.string(),
        basis: v.string(),
        meetings: v.array(v.object({ id: v.string(), title: v.string(), at: v.number(), hours: v.number() })),
        further: count,
      }),
    ),
    /** Whether the asker may have it as papers: 组织生活开展情况表, 述职材料. Absent: no. */
    mayExport: v.optional(v.boolean()),
    sections: v.array(
      v.object({
        kind: periodKind,
        rows: v.array(
          v.object({
            dutyId: v.string(),
            label: v.string(),
            measure: v.string(),
            doneBy,
            /** What is held, where the duty is done by holding it. */
            kind: v.optional(activityKind),
            cells: v.array(
              v.object({
                key: periodKey,
                state: progressState,
                done: count,
                needed: v.nullable(count),
                missing: count,
                /** Of those done, entered afterwards. */
                late: count,
                notOwed: v.optional(notOwedReason),
                /** Which of its groups miss it. */
                missingNames: v.array(v.string()),
                /** As in a line of its own. */
                reason: v.optional(v.string()),
              }),
            ),
          }),
        ),
      }),
    ),
  }),
}
export type SpanOf = v.InferOutput<typeof span.response>
