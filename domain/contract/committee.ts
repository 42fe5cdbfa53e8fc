import * as v from 'valibot'
import { rule } from './duty'
import { period } from './progress'
import { template } from './reminder'
import { above, count, id, named, periodKey } from './shared'
import { activityKind, job, owing, periodKind, waitingKind } from './words'

/**
 * Beside done of owed: `late` of those done, the ones that are because something was entered afterwards; `waits` records that wait for somebody's word
 * and are not counted until then. Absent: none.
 */
export const beside = { late: v.optional(count), waits: v.optional(count) }

/** done of owed for one duty: branches, groups or members who have it, of those who owe it. Integers only; no share is computed or shown. */
export const tally = v.object({
  dutyId: v.string(),
  label: v.string(),
  of: owing,
  /** What is held, where the duty is done by holding it. */
  kind: v.optional(activityKind),
  /** Of a half-year or a year: how often it is owed in it; its numbers are those of all these periods. */
  every: v.optional(periodKind),
  done: count,
  owed: count,
  ...beside,
})
export type Tally = v.InferOutput<typeof tally>

/**
 * The county from its roll-up documents: of a month or quarter one, of a half-year or year those of the periods in it, added up. `branches` only for
 * months and quarters that are over and whose entering is closed, in 组织序列: there is no sort and no share. A cell without a duty there (不设) has
 * owed 0. `underId`: of one unit alone, closed periods only; without `periodKey` its last closed month. Refusal: invalid_request (a running
 * period of a unit).
 */
export const overview = {
  request: v.strictObject({
    periodKey: v.optional(periodKey),
    underId: v.optional(id),
    /** The first branch asked for, 0 for all there are room for. Absent (phones of before): every one. */
    from: v.optional(count),
  }),
  response: v.object({
    period,
    /** The unit asked for, and what lies above it. */
    under: v.optional(v.object({ ...named.entries, above })),
    /** Keys of the periods that can be looked at. */
    periods: v.array(v.string()),
    /** Those of them whose branches may be looked at: over, and nothing can be entered any more. */
    closed: v.array(v.string()),
    branchCount: count,
    memberCount: count,
    county: v.array(tally),
    branches: v.optional(
      v.array(
        v.object({
          id,
          number: count,
          name: v.string(),
          /** The unit it stands under. */
          unitId: v.optional(id),
          cells: v.array(v.object({ dutyId: v.string(), done: count, owed: count })),
        }),
      ),
    ),
    /** Where the branches go on that had no room in this answer. */
    next: v.optional(count),
    /** The units' own duties (中心组), for closed periods, in 组织序列. */
    units: v.optional(
      v.array(
        v.object({
          id,
          name: v.string(),
          cells: v.array(v.object({ dutyId: v.string(), done: count, owed: count })),
        }),
      ),
    ),
    rolledUpAt: v.number(),
    /** The reader may look at what waits (committee.waits). */
    mayAnswer: v.optional(v.boolean()),
    /**
     * What the county's own work has passed over because it failed, the oldest first: a branch's numbers or reminders, or a part of the night
     * (without a name). Absent when all is well.
     */
    faults: v.optional(v.array(v.object({ job: job, name: v.string(), since: v.number() }))),
  }),
}
export type Fault = NonNullable<v.InferOutput<typeof overview.response>['faults']>[number]
export type Overview = v.InferOutput<typeof overview.response>

/**
 * Why a number of the county is what it is: the rule, and the parts it is the sum of, in 组织序列. `parts` only for closed periods, as above;
 * while a period runs nobody is named. `underId` as above.
 */
export const why = {
  request: v.strictObject({
    periodKey,
    dutyId: v.pipe(v.string(), v.maxLength(64)),
    underId: v.optional(id),
    /** The first part asked for, 0 for all there are room for. Absent (phones of before): every one. */
    from: v.optional(count),
  }),
  response: v.object({
    tally,
    period,
    rule,
    parts: v.optional(
      v.array(
        v.object({
          id,
          name: v.string(),
          done: count,
          owed: count,
          ...beside,
          /** Of a half-year or a year: the periods without a record, in their order. */
          open: v.optional(v.array(periodKey)),
        }),
      ),
    ),
    /** Where the parts go on that had no room in this answer. */
    next: v.optional(count),
  }),
}
export type CountyWhy = v.InferOutput<typeof why.response>

/** 运行情况: whether the county's own work goes on by itself. Numbers and instants: it names nobody. */
export const health = {
  request: v.strictObject({}),
  response: v.object({
    contractVersion: count,
    /** The last migration all rows have been through. */
    migrated: count,
    /** Of the functions, as the deployment wrote it; empty on one machine. */
    build: v.string(),
    /** The last run of each timer (ms): when, how long, whether it came to its end. A timer that never ran is not among them. */
    runs: v.array(v.object({ job, at: v.number(), ms: count, ok: v.boolean() })),
    /** Parts of their work that failed and were passed over. */
    faults: count,
    /** The first instant of a reminder that is claimed and not yet sent. */
    oldestClaim: v.nullable(v.number()),
    /** When the last whole backup was taken, and when the county began; null: not yet, or not known. */
    backupAt: v.nullable(v.number()),
    begunAt: v.nullable(v.number()),
    /** Years whose days nobody has entered. */
    calendarMissing: v.array(v.number()),
    /** Messages people have agreed to and that are not sent yet. */
    credits: v.array(v.object({ template, left: count })),
    /**
     * What became of the messages of the last 30 days: sent; refused by WeChat, by its code; unknown: WeChat never answered, or the run died; a
     * person's to tell (what did not arrive is among it), told; kept in the inbox alone.
     */
    fared: v.object({
      sent: count,
      refused: v.array(v.object({ code: v.number(), count })),
      unknown: count,
      byPerson: count,
      told: count,
      inbox: count,
    }),
    /** Uploaded registers that still lie in the storage. */
    files: count,
  }),
}

/**
 * What waits in the county for a yes or an answer: how much of it for the work committee itself, and where the rest waits, in 组织序列. Numbers alone;
 * `since` (ms): of the oldest. Kinds of which nothing waits are left out.
 */
export const waits = {
  request: v.strictObject({}),
  response: v.object({
    lines: v.array(
      v.object({
        what: waitingKind,
        /** What only the work committee can answer. */
        own: count,
        since: v.optional(v.number()),
        places: v.array(v.object({ id, name: v.string(), count, since: v.optional(v.number()) })),
      }),
    ),
    /** By when (ms, exclusive) the most pressing 投诉建议 is to be answered. */
    feedbackDue: v.optional(v.number()),
    /** Years whose notice on holidays is not entered. */
    years: v.array(count),
    /** Of the county's timers: what is not as it should be. */
    troubles: count,
  }),
}
export type CountyWaits = v.InferOutput<typeof waits.response>
