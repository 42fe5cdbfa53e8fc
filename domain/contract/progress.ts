import * as v from 'valibot'
import { card } from './activity'
import { count, day, id, month, named, periodKey, year } from './shared'
import {
  activityKind,
  doneBy,
  factKind,
  notOwedReason,
  periodKind,
  progressState,
  standing,
  way,
} from './words'

export const period = v.object({
  kind: periodKind,
  key: v.string(),
  from: day,
  to: day,
})
const notOwed = v.optional(notOwedReason)

/** A ring and its line. `held`: for kinds without a minimum (DUTIES row 10), how many were held. */
export const dutyLine = v.object({
  dutyId: v.string(),
  doneBy,
  /** What is held, where the duty is done by holding it. */
  kind: v.optional(activityKind),
  label: v.string(),
  measure: v.string(),
  state: progressState,
  done: count,
  needed: v.nullable(count),
  missing: count,
  notOwed,
  /** Latest counted record (ms). */
  lastAt: v.optional(v.number()),
  /** The next thing in the calendar that fills it. */
  next: v.optional(v.object({ activityId: id, title: v.string(), startsAt: v.number() })),
  waiting: count,
  /** Nothing counts, but something was seen: why it does not. */
  reason: v.optional(v.string()),
  subjectId: v.string(),
  period,
})
export type DutyLine = v.InferOutput<typeof dutyLine>

/** Attended and held of a kind with no minimum for members: 支部党员大会 到会 1/1 场. */
export const lifeLine = v.object({
  kind: activityKind,
  label: v.string(),
  attended: count,
  held: count,
  next: v.optional(v.number()),
  period,
})
export type LifeLine = v.InferOutput<typeof lifeLine>

/**
 * The member's home: month duties missing first, the next activity, then quarter and year. `daysLeft` counts today: on the last day it is 1.
 * `month` absent: the running one; a past one gives that month and the quarter and year it lies in as they stand today, without `next`.
 * `months`: those that can be looked back at, newest first. `contactPoints`: the branches a county leader is linked with (DUTIES row 26).
 * `unwritten`: of the running month alone, the last meeting that is over and whose record is this person's to write.
 */
export const home = {
  request: v.strictObject({ month: v.optional(month) }),
  response: v.object({
    name: v.string(),
    branchName: v.string(),
    groupName: v.optional(v.string()),
    months: v.array(v.string()),
    contactPoints: v.array(named),
    month: v.object({ period, daysLeft: count, duties: v.array(dutyLine), life: v.array(lifeLine) }),
    next: v.optional(card),
    unwritten: v.optional(v.object({ activityId: id, title: v.string(), startsAt: v.number() })),
    quarter: v.object({ period, life: v.array(lifeLine), duties: v.array(dutyLine) }),
    year: v.object({ period, duties: v.array(dutyLine), life: v.array(lifeLine) }),
  }),
}
export type Home = v.InferOutput<typeof home.response>

/** One member's row in the matrix, in register order. `lastOn`: day of the last record. */
export const memberRow = v.object({
  memberId: id,
  name: v.string(),
  standing,
  groupId: v.optional(id),
  lastOn: v.optional(day),
  cells: v.array(
    v.object({
      dutyId: v.string(),
      state: progressState,
      done: count,
      needed: v.nullable(count),
      missing: count,
      notOwed,
      exemption: v.optional(v.string()),
      /** A column of a kind without a minimum (`life:lecture`): how many were held; `done` is how many were attended. */
      held: v.optional(count),
    }),
  ),
})
export type MemberRow = v.InferOutput<typeof memberRow>

/**
 * 长期未参加 (DUTIES row 45), for the secretary and the organisation officer alone: a suggestion to talk, three or five full months in a row without
 * one of: organisational life, dues, assigned work. Never a label, never a conclusion.
 */
export const earlyNote = v.object({
  memberId: id,
  name: v.string(),
  of: v.picklist(['life', 'dues', 'work']),
  months: v.picklist([3, 5]),
  /** First month without: 2026-05. */
  since: v.string(),
})
export type EarlyNote = v.InferOutput<typeof earlyNote>

/**
 * The branch page. A group leader gets the own group's rows only. `periodKey` absent: the running month; any month, quarter, half-year or
 * year can be looked back at. A month shows the duties of the quarter, half and year it lies in too; a longer period only its own.
 * `columns`: the members' duties of that period kind, then the kinds without a minimum (`life:lecture`, DUTIES row 10).
 */
export const branch = {
  request: v.strictObject({
    branchId: id,
    periodKey: v.optional(periodKey),
    /** The first row asked for, 0 for all there are room for: an answer over 100 KB reaches no phone. Absent (phones of before): every row. */
    from: v.optional(count),
  }),
  response: v.object({
    branch: named,
    memberCount: count,
    period,
    daysLeft: count,
    daysLeftOfQuarter: count,
    /** The whole branch, or only the reader's group(s). */
    scope: v.picklist(['branch', 'group']),
    groups: v.array(named),
    /** The branch's own duties of month, quarter and year, missing first. `parts`: per group or per committee where the duty is owed by several. */
    duties: v.array(v.object({ line: dutyLine, missingNames: v.array(v.string()) })),
    columns: v.array(
      v.object({ dutyId: v.string(), label: v.string(), needed: v.nullable(count), measure: v.string() }),
    ),
    rows: v.array(memberRow),
    /** Where the rows go on that had no room in this answer. */
    next: v.optional(count),
    /** A counts-only branch (纪委监委, 公安 and the like), asked for from outside: `rows` is empty. */
    namesHidden: v.optional(v.boolean()),
    /** Keys of the periods on offer: months, quarters, halves, years, each kind newest first. */
    periods: v.array(v.string()),
    /** Present for those who run the branch, and only in the running month. */
    early: v.optional(v.array(earlyNote)),
    /** Who may plan here: the pages show 去安排 only then. */
    mayPlan: v.boolean(),
    /** 谈心谈话 is entered here, by whoever reads this page. */
    mayTalk: v.optional(v.boolean()),
  }),
}
export type BranchProgress = v.InferOutput<typeof branch.response>

const seen = {
  id: v.string(),
  title: v.string(),
  at: v.number(),
  way: v.optional(way),
  backfilled: v.optional(v.boolean()),
  /** 补学 */
  madeUp: v.optional(v.boolean()),
  note: v.optional(v.string()),
}

/**
 * Why a number is what it is: rule with basis and version, what counts, what was seen but does not count and why, what would complete it.
 * `counted`, with those of `further`, are as many as `line.done`, always. `dutyId` is a duty's, or `life:<kind>` for a kind without a minimum: there `notCounted` are the
 * meetings held without the member, so that counted and not counted together are what was held.
 */
export const why = {
  request: v.strictObject({
    dutyId: v.pipe(v.string(), v.maxLength(64)),
    periodKey,
    /** A member, a branch or group, or a unit. */
    subjectId: id,
  }),
  response: v.object({
    subjectName: v.string(),
    line: dutyLine,
    rule: v.object({ text: v.string(), basis: v.string(), validFrom: day, version: count }),
    counted: v.array(v.object(seen)),
    /** How many more there are of each list than the sheet names: of the records the newest are named, of what is planned the nearest. */
    further: v.optional(
      v.object({
        counted: v.optional(count),
        notCounted: v.optional(count),
        planned: v.optional(count),
        mayMakeUp: v.optional(count),
      }),
    ),
    notCounted: v.array(v.object({ ...seen, reason: v.string() })),
    planned: v.array(v.object({ activityId: id, title: v.string(), startsAt: v.number() })),
    exemption: v.optional(v.string()),
    /** The branch on whose pages the reader enters it: dues, talks and ticks of its members, while they are open. */
    enterIn: v.optional(id),
    /** Held studies the member was not at and may make up (补学). */
    mayMakeUp: v.array(v.object({ activityId: id, title: v.string(), startsAt: v.number() })),
    /** Whom the make-up may be sent to. Empty: nobody has to be asked, because the reader runs the branch and it is another's. */
    witnesses: v.array(named),
  }),
}
export type Why = v.InferOutput<typeof why.response>

/**
 * 我的记录: one's own facts of a year, newest first and in parts (`from`: 0 first), with what each counts towards; `of` is the number it is part of, which opens with
 * `progress.why` (kinds that are only recorded have none).
 */
export const records = {
  request: v.strictObject({
    year,
    from: v.optional(count),
  }),
  response: v.object({
    year: count,
    /** Where those go on that had no room in this answer. */
    next: v.optional(count),
    records: v.array(
      v.object({
        id: v.string(),
        kind: factKind,
        title: v.string(),
        at: v.number(),
        way,
        place: v.optional(v.string()),
        countsTowards: v.array(
          v.object({
            label: v.string(),
            /** Absent for kinds without a minimum. */
            doneBy: v.optional(doneBy),
            of: v.optional(v.object({ dutyId: v.string(), periodKey })),
          }),
        ),
        state: v.picklist(['valid', 'waiting', 'struck', 'cancelled']),
        guest: v.boolean(),
        /** Of a 补录. */
        late: v.optional(v.boolean()),
        /** At a community's service. */
        service: v.optional(v.literal(true)),
      }),
    ),
  }),
}
export type Records = v.InferOutput<typeof records.response>
