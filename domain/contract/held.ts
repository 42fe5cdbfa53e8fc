import * as v from 'valibot'
import { form } from './activity'
import { count, id, nonce } from './shared'
import { absenceReason } from './words'

/**
 * A meeting that was held and never planned, from its paper list: who was there, who was not and why; nobody is said of the others yet. It
 * is a 补录 from the first on. A resend with the same nonce is the same meeting. Refusals: as for a plan, wrong_times (it is not over),
 * invalid_request (somebody who is not expected, or stands in both lists), too_many_today.
 */
export const enterHeld = {
  request: v.strictObject({
    nonce,
    form,
    presentIds: v.pipe(v.array(id), v.minLength(1), v.maxLength(500)),
    absent: v.pipe(v.array(v.strictObject({ memberId: id, reason: absenceReason })), v.maxLength(500)),
  }),
  response: v.object({
    activityId: id,
    present: count,
  }),
}
