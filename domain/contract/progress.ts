import * as v from 'valibot'
import { card } from './activity'
import { activityKind, count, day, empty, id, month, named, standing, way } from './shared'

export const period = v.object({
  kind: v.picklist(['month', 'quarter', 'half', 'year']),
  key: v.string(),
  from: day,
  to: day,
})
export const progressState = v.picklist(['done', 'missing', 'planned', 'waiting', 'not_owed', 'recorded'])
const notOwed = v.optional(
  v.picklist([
    'exempt',
    'excused',
    'no_household',
    'no_committee',
    'no_groups',
    'arrived_late',
    'not_a_member_then',
  ]),
)

/** A ring and its line. `held`: for kinds without a minimum (row 10), how many were held. */
export const dutyLine = v.object({
  dutyId: v.string(),
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

/** The member's home: month duties missing first, the next activity, then quarter and year. `daysLeft` counts today: on the last day it is 1. */
export const home = {
  request: empty,
  response: v.object({
    name: v.string(),
    branchName: v.string(),
    groupName: v.optional(v.string()),
    month: v.object({ period, daysLeft: count, duties: v.array(dutyLine), life: v.array(lifeLine) }),
    next: v.optional(card),
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
    }),
  ),
})
export type MemberRow = v.InferOutput<typeof memberRow>

/** The branch page. A group leader gets the own group's rows only. `month` absent: the running one. */
export const branch = {
  request: v.strictObject({ branchId: id, month: v.optional(month) }),
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
    duties: v.array(
      v.object({ line: dutyLine, missingNames: v.array(v.string()), kind: v.optional(activityKind) }),
    ),
    columns: v.array(v.object({ dutyId: v.string(), label: v.string(), needed: v.nullable(count) })),
    rows: v.array(memberRow),
    /** Who may plan here: the pages show 去安排 only then. */
    mayPlan: v.boolean(),
  }),
}
export type BranchProgress = v.InferOutput<typeof branch.response>

const seen = {
  id: v.string(),
  title: v.string(),
  at: v.number(),
  way: v.optional(way),
  backfilled: v.optional(v.boolean()),
  note: v.optional(v.string()),
}

/**
 * Why a number is what it is: rule with basis and version, what counts, what was seen but does not count and why, what would complete it.
 * `counted.length === line.done`, always.
 */
export const why = {
  request: v.strictObject({
    dutyId: v.pipe(v.string(), v.maxLength(64)),
    periodKey: v.pipe(v.string(), v.regex(/^\d{4}(-(0[1-9]|1[0-2])|-Q[1-4]|-H[12])?$/)),
    /** A member, or a branch or group. */
    subjectId: id,
  }),
  response: v.object({
    subjectName: v.string(),
    line: dutyLine,
    rule: v.object({ text: v.string(), basis: v.string(), validFrom: day, version: count }),
    counted: v.array(v.object(seen)),
    notCounted: v.array(v.object({ ...seen, reason: v.string() })),
    planned: v.array(v.object({ activityId: id, title: v.string(), startsAt: v.number() })),
    exemption: v.optional(v.string()),
  }),
}
export type Why = v.InferOutput<typeof why.response>

/** 我的记录: one's own facts of a year, newest first, with what each counts towards. */
export const records = {
  request: v.strictObject({ year: v.pipe(v.number(), v.integer(), v.minValue(2000), v.maxValue(2100)) }),
  response: v.object({
    year: count,
    records: v.array(
      v.object({
        id: v.string(),
        kind: v.picklist(['attendance', 'leave', 'visit', 'deed', 'talk', 'tick', 'enrolment', 'excuse']),
        title: v.string(),
        at: v.number(),
        way,
        place: v.optional(v.string()),
        countsTowards: v.array(v.string()),
        state: v.picklist(['valid', 'waiting', 'struck', 'cancelled']),
        guest: v.boolean(),
      }),
    ),
  }),
}
export type Records = v.InferOutput<typeof records.response>
