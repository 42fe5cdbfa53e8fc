import * as v from 'valibot'
import { id, instant, line, nonce } from './shared'
import { activityKind, way } from './words'

const codeText = v.pipe(v.string(), v.minLength(1), v.maxLength(400))

/**
 * Verifies a scanned activity code at once and returns a 10-minute ticket bound to the OPENID, so that consent and binding do not outlive
 * a slot. Works for a stranger too (who is then led to binding). Writes nothing when it succeeds.
 * Refusals: code_foreign (not ours; nothing is written), code_forged, code_expired, too_early, ended, activity_cancelled, struck_out,
 * already_registered (with the first time).
 */
export const open = {
  request: v.strictObject({ code: codeText }),
  response: v.object({
    ticket: v.string(),
    you: v.picklist(['bound', 'requested', 'stranger']),
    activity: v.object({
      id,
      kind: activityKind,
      title: v.string(),
      startsAt: v.number(),
      place: v.string(),
      chairName: v.optional(v.string()),
    }),
  }),
}

/** What a registration counts towards, one line each: 集中学习 · 9月第 2 次，已满足. */
export const countsTowards = v.object({
  dutyId: v.string(),
  /** Of a member's own duty: whose number is opened by a tap. */
  periodKey: v.optional(v.string()),
  label: v.string(),
  text: v.string(),
  met: v.boolean(),
})

/**
 * The registration: one write. A resend with the same nonce gets the same answer. Someone not on the list becomes a guest.
 * Refusals: unbound, ticket_expired, already_registered, struck_out, ended, activity_cancelled.
 */
export const register = {
  request: v.strictObject({
    ticket: v.pipe(v.string(), v.maxLength(300)),
    nonce,
    fromAlbum: v.optional(v.boolean()),
  }),
  response: v.object({
    name: v.string(),
    guest: v.boolean(),
    at: v.number(),
    way,
    /** It counts once somebody else has said yes: a poster's for the staff, one's own code's for another organiser. */
    waits: v.optional(v.boolean()),
    activity: v.object({
      id,
      kind: activityKind,
      title: v.string(),
      startsAt: v.number(),
      place: v.string(),
      chairName: v.optional(v.string()),
    }),
    counts: v.array(countsTowards),
  }),
}
export type Registered = v.InferOutput<typeof register.response>

/**
 * The organiser enters someone: `roll_call` tick (may arrive late from the offline queue, `occurredAt` within the activity's window),
 * `paper` list until the next workday's end. Both equal a scan. A late tick never revives a strike.
 * Refusals: already_registered, struck_out, wrong_state, backfill_needs_witness.
 */
export const tick = {
  request: v.strictObject({
    activityId: id,
    memberId: id,
    way: v.picklist(['roll_call', 'paper']),
    occurredAt: instant,
    nonce,
  }),
  response: v.object({ memberId: id, at: v.number(), way }),
}

/** The organiser scans a member's code (我的码), also later from the offline queue. Refusals as tick, and member_code_invalid. */
export const scanMember = {
  request: v.strictObject({ activityId: id, code: codeText, occurredAt: instant, nonce }),
  response: v.object({ memberId: id, name: v.string(), guest: v.boolean(), at: v.number(), way }),
}

/** 撤销登记, reversible and named. Refusal: not_registered, wrong_state (recorded). */
export const strike = {
  request: v.strictObject({ activityId: id, memberId: id, reason: line(30) }),
  response: v.object({ memberId: id, struck: v.literal(true) }),
}
export const restore = {
  request: v.strictObject({ activityId: id, memberId: id, reason: line(30) }),
  response: v.object({ memberId: id, struck: v.literal(false) }),
}

/**
 * 补登 after the paper list's time: a reason and a second person who confirms; always so for oneself. Also into a recorded meeting, where it
 * stays marked. Refusals: witness_is_self, already_registered, struck_out, wrong_state.
 */
export const backfill = {
  request: v.strictObject({ activityId: id, memberId: id, reason: line(30), witnessId: id, nonce }),
  response: v.object({ memberId: id, waitsFor: v.string() }),
}
/** The second person's word. Refusals: request_gone, activity_cancelled. */
export const witness = {
  request: v.strictObject({ factId: v.pipe(v.string(), v.maxLength(140)), agree: v.boolean() }),
  response: v.object({ factId: v.string(), agreed: v.boolean() }),
}

/**
 * 补学 of a 集中学习 of one's branch that one was not at: by oneself with a second person who confirms (`checkin.witness`), or by those who run
 * the branch for another member, which needs nobody else. Counts in the period of the missed study and stays marked.
 * Refusals: not_a_missed_study, already_registered, witness_is_self, backfill_needs_witness.
 */
export const makeUp = {
  request: v.strictObject({ activityId: id, memberId: id, witnessId: v.optional(id), nonce }),
  response: v.object({ memberId: id, waitsFor: v.optional(v.string()) }),
}
