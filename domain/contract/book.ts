import * as v from 'valibot'
import { count, id, named, year } from './shared'
import { activityKind, activityState, bookLack } from './words'

/** A meeting as the book lists it: no list of people, and nobody named but who runs it. */
export const bookMeeting = v.object({
  id,
  kind: activityKind,
  /** Kinds it also counts for. */
  carries: v.array(activityKind),
  title: v.string(),
  startsAt: v.number(),
  place: v.string(),
  topic: v.optional(v.string()),
  chair: v.optional(v.string()),
  lecturer: v.optional(v.string()),
  state: activityState,
  /** 成册 (ms), of the one in force. */
  recordedAt: v.optional(v.number()),
  /** As its record's page has them; guests are outside. */
  expected: count,
  attended: count,
  /** Expected, and nobody has said yet what became of them. */
  unsettled: count,
  /** 补录 */
  late: v.optional(v.literal(true)),
  lacks: v.array(bookLack),
})
export type BookMeeting = v.InferOutput<typeof bookMeeting>

/**
 * 台账 of a branch over a year, for whoever runs it: what was held, newest first, and what was announced for a day that is over and never opened.
 * `years`: those it has meetings of, and the running one, newest first. Refusal: invalid_request (a year to come).
 */
export const book = {
  request: v.strictObject({
    branchId: id,
    year: v.optional(year),
    /** The first meeting asked for, 0 for all there are room for. */
    from: count,
  }),
  response: v.object({
    branch: named,
    year,
    years: v.array(year),
    /** In the whole year, however many come in this answer. */
    count,
    meetings: v.array(bookMeeting),
    /** Where the meetings go on that had no room in this answer. */
    next: v.optional(count),
  }),
}
