import * as v from 'valibot'
import { bookMeeting } from './book'
import { beside } from './committee'
import { late } from './late'
import { period } from './progress'
import { record } from './record'
import { above, count, day, id, month, named } from './shared'
import { absenceReason, activityKind, activityState, bookLack, notOwedReason, progressState } from './words'

/**
 * A branch's closed month, as the work committee and inspectors read it: what was held, item by item in the order of the rules, and how many of its
 * members took part; no member is named. `month` absent: the last one that is closed. A running month is refused (forbidden), one before there were
 * rules is invalid_request.
 */
export const branch = {
  request: v.strictObject({ branchId: id, month: v.optional(month) }),
  response: v.object({
    branch: named,
    above,
    period,
    /** The last day on which anything of it could be entered. */
    enteredUntil: day,
    /** Closed months there is something to say of, newest first. */
    months: v.array(v.string()),
    memberCount: count,
    /** A counts-only branch: nothing that was typed leaves it, nor who ran its meetings. */
    namesHidden: v.optional(v.boolean()),
    /** What the branch, its committee and its groups owe each month. */
    duties: v.array(
      v.object({
        dutyId: v.string(),
        label: v.string(),
        /** What is held for it; meetings of this kind, or which carry it, are its own. */
        kind: v.optional(activityKind),
        state: progressState,
        done: count,
        needed: v.nullable(count),
        notOwed: v.optional(notOwedReason),
        /** Which of its groups have no record. */
        missingNames: v.array(v.string()),
        /** Seen and not counted: which meeting, and why. */
        notCounted: v.array(v.object({ id: v.string(), reason: v.string() })),
        /** The month before, where that has no record either: a fact for whoever reads it, of which nobody is told. */
        openBefore: v.optional(month),
      }),
    ),
    /** What was held, by day. */
    meetings: v.array(bookMeeting),
    /** Of the members' monthly duties, how many have them of those who owe them. */
    members: v.array(
      v.object({ dutyId: v.string(), label: v.string(), done: count, owed: count, ...beside }),
    ),
    /** Its neighbours in 组织序列. */
    previous: v.optional(named),
    next: v.optional(named),
  }),
}
export type BranchMonth = v.InferOutput<typeof branch.response>

const { expected, attended } = record.response.entries

/**
 * A meeting of a closed month and its record, read from above. Who was absent and why is told once the record is 成册, and only where names may leave
 * the branch; that is a look at them. 内容要点 and 决议 stay with the branch.
 */
export const meeting = {
  request: v.strictObject({ activityId: id }),
  response: v.object({
    id,
    branch: named,
    above,
    /** Of its month, where its branch's page tells of it. */
    month,
    kind: activityKind,
    carries: v.array(activityKind),
    /** The group that held it. */
    groupName: v.optional(v.string()),
    title: v.string(),
    startsAt: v.number(),
    endsAt: v.number(),
    place: v.optional(v.string()),
    topic: v.optional(v.string()),
    agenda: v.array(v.string()),
    state: activityState,
    chair: v.optional(v.string()),
    recorder: v.optional(v.string()),
    lecturer: v.optional(v.string()),
    expected,
    attended,
    /** 缺席, and of how many nothing is said. */
    absentCount: count,
    unsettled: count,
    absent: v.optional(v.array(v.object({ name: v.string(), reason: absenceReason }))),
    observers: count,
    votes: count,
    lacks: v.array(bookLack),
    late: v.optional(late),
    recordedAt: v.optional(v.number()),
    /** How often its 成册 was taken back. */
    takenBack: count,
    namesHidden: v.optional(v.boolean()),
  }),
}
export type MeetingSeen = v.InferOutput<typeof meeting.response>
