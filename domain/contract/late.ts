import * as v from 'valibot'
import { count, id, named } from './shared'
import { absenceReason } from './words'

const digest = v.pipe(v.string(), v.regex(/^[\w-]{1,32}$/))

/** 补录: who entered it, and whether a second person has said yes, or 有出入. It counts from the yes on, and stays marked. */
export const late = v.object({
  by: v.string(),
  at: v.number(),
  state: v.picklist(['waiting', 'doubted', 'confirmed']),
  /** Who said it last. */
  answeredBy: v.optional(v.string()),
  /** 有出入: who was not there, as the second person says. */
  marked: v.optional(v.array(named)),
})
export type Late = v.InferOutput<typeof late>

/**
 * A 补录 as the second person reads it, every name of it: whoever else runs the branch (of a unit the 中心组, of a service who else works for the
 * community), or the work committee where nobody else does.
 */
export const lateEntry = {
  request: v.strictObject({ activityId: id }),
  response: v.object({
    id,
    title: v.string(),
    startsAt: v.number(),
    endsAt: v.number(),
    place: v.string(),
    topic: v.optional(v.string()),
    late,
    /** Who was there, by group; the group without a name is of those in none. `memberIds`: of the people, in their order. */
    groups: v.array(
      v.object({
        name: v.string(),
        people: v.array(v.string()),
        memberIds: v.optional(v.array(id)),
      }),
    ),
    present: count,
    absent: v.array(v.object({ name: v.string(), reason: absenceReason })),
    /** A community's service: open to everybody, so that nobody is missing. */
    service: v.optional(v.boolean()),
    /** Expected, neither there nor excused: nobody has said anything of them. */
    unsettled: v.optional(v.array(v.string())),
    /** Stands for the roll that was read: goes back with the word on it. */
    seen: v.string(),
  }),
}
export type LateEntryShown = v.InferOutput<typeof lateEntry.response>

/**
 * The second person's word on a 补录: 属实, or 有出入 (`memberIds`: of these of the roll), after which the whole waits for those who run it. A resend
 * is the same answer. Refusals: wrong_state (not entered to its end yet), witness_is_self (one has entered names there), roll_changed,
 * request_gone, invalid_request (a name that is not on the roll, or a yes with marks).
 */
export const confirmLate = {
  request: v.strictObject({
    activityId: id,
    agree: v.boolean(),
    seen: digest,
    memberIds: v.optional(v.pipe(v.array(id), v.maxLength(500))),
  }),
  response: v.object({ activityId: id, agreed: v.boolean() }),
}
