import * as v from 'valibot'
import { id, instant } from './shared'
import { activityKind, movedReason } from './words'

/** Months ahead for which a repeat is proposed. */
export const REPEATS = 6

/**
 * 以后每月: for the coming months the day on which the same would be held. `because`: the date itself is no workday, or wanted by something else;
 * `already`: what the host has announced or drafted of the kind in that month, so that nothing is proposed again. Nothing is stored: the page saves
 * those that are wanted as drafts, each by itself.
 */
export const repeat = {
  request: v.strictObject({ hostId: id, kind: activityKind, startsAt: instant, endsAt: instant }),
  response: v.object({
    months: v.array(
      v.object({
        startsAt: v.number(),
        /** The start on the date itself. */
        wanted: v.number(),
        because: v.optional(movedReason),
        already: v.optional(v.string()),
      }),
    ),
  }),
}
