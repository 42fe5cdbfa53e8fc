import * as v from 'valibot'
import { arrival } from './activity'
import { late } from './late'
import { count, day, empty, id, instant, line, named, nameLine, nonce, optionalLine } from './shared'
import { activityState, missedRecord, serviceKind, sevenOne, way } from './words'

/** A 集中志愿服务 as the community's staff fill it. `limit` absent: 名额不限; `sevenOnes`: which of 七个一 it carries. */
export const serviceForm = v.strictObject({
  communityId: id,
  serviceKind,
  title: line(40),
  startsAt: instant,
  endsAt: instant,
  place: line(40),
  contact: optionalLine(20),
  sevenOnes: v.optional(v.pipe(v.array(sevenOne), v.maxLength(7))),
  limit: v.optional(v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(500))),
})
export type ServiceForm = v.InferOutput<typeof serviceForm>

/**
 * Prefilled from the community's last service: 照上月再发. `residents`: members who registered with this community; `month`: what is announced for the
 * running month, and how many places that is (absent: one of them has 名额不限). With `activityId` also the service as it stands, to be changed;
 * another community's is refused as if it were not there.
 */
export const prepare = {
  request: v.strictObject({ communityId: id, activityId: v.optional(id) }),
  response: v.object({
    community: named,
    residents: count,
    suggestion: serviceForm,
    last: v.optional(v.object({ title: v.string(), startsAt: v.number() })),
    month: v.optional(v.object({ services: count, places: v.optional(count) })),
    current: v.optional(v.object({ form: serviceForm, enrolled: count })),
  }),
}

/** Publishes; a resend with the same nonce finds the same service. Refusal: wrong_times. */
export const publish = {
  request: v.strictObject({ nonce, form: serviceForm }),
  response: v.object({ activityId: id, state: activityState }),
}

/**
 * Changes what is announced and has not begun; those enrolled stay so and are told of another hour or place. The same form again changes nothing.
 * Refusals: wrong_times, wrong_state (it has been opened, is over or cancelled).
 */
export const change = {
  request: v.strictObject({ activityId: id, form: serviceForm }),
  response: publish.response,
}

/**
 * 报名 and taking it back, until registration begins. A fact `activityId_memberId_enrol`; it obliges to nothing (志愿服务条例 art. 25).
 * Refusals: ended, activity_cancelled, service_full.
 */
export const join = {
  request: v.strictObject({ activityId: id, join: v.boolean(), nonce }),
  response: v.object({ activityId: id, joined: v.boolean() }),
}

/** Someone entered by poster or list: waits for the staff's look. */
export const pendingService = v.object({
  factId: v.string(),
  memberId: id,
  name: v.string(),
  branchName: v.string(),
  way,
  at: v.number(),
  /** 申请更正: why the member says to have been there; nobody is ticked beforehand for it. */
  asks: v.optional(v.string()),
})

/** The staff's view of a running service, polled while open. What a staff-shown code registered is confirmed already. */
export const board = {
  request: v.strictObject({ activityId: id }),
  response: v.object({
    id,
    title: v.string(),
    state: activityState,
    /** Cancelled when it was over: it did not take place. */
    notHeld: v.optional(v.boolean()),
    startsAt: v.number(),
    endsAt: v.number(),
    place: v.string(),
    community: named,
    codeKey: v.optional(v.string()),
    codePrefix: v.string(),
    /** Static text of the poster's code: carries an opaque id that grants nothing. */
    posterCode: v.string(),
    opensAt: v.number(),
    limit: v.optional(count),
    sevenOnes: v.optional(v.array(sevenOne)),
    /** The branch whose idea it was. */
    proposedBy: v.optional(v.string()),
    totals: v.object({ enrolled: count, confirmed: count, pending: count }),
    /** Who means to come, in the order in which they said so; once it is over only how many. */
    enrolments: v.array(v.object({ memberId: id, name: v.string(), branchName: v.string() })),
    pending: v.array(pendingService),
    arrivals: v.array(arrival),
    late: v.optional(late),
  }),
}
export type ServiceBoard = v.InferOutput<typeof board.response>

/** Confirms a batch; who was not seen stays waiting and counts for nothing. Repeating it changes nothing. Refusal: wrong_state. */
export const confirm = {
  request: v.strictObject({
    activityId: id,
    factIds: v.pipe(v.array(v.pipe(v.string(), v.maxLength(140))), v.minLength(1), v.maxLength(500)),
  }),
  response: v.object({ activityId: id, confirmed: count }),
}

/**
 * 申请更正: services of the own community, or to which one put the name down, that are over, that can be entered still and at which one is not
 * registered, newest first.
 */
export const missed = {
  request: empty,
  response: v.object({
    services: v.array(
      v.object({
        id,
        title: v.string(),
        startsAt: v.number(),
        community: v.string(),
        record: missedRecord,
      }),
    ),
  }),
}
export type Missed = v.InferOutput<typeof missed.response>

/**
 * Asks the community to register one who was there, or to look again at what it struck out; it waits for the batch like a poster's scan and counts
 * for nothing until then. Once for a service. Refusals: wrong_state (not over, or recorded), activity_cancelled, already_registered,
 * correction_answered, entry_closed (after the fifth workday of the next month).
 */
export const correct = {
  request: v.strictObject({ activityId: id, reason: line(30), nonce }),
  response: v.object({ activityId: id, waitsFor: v.string() }),
}

/**
 * 七个一 of a branch (DUTIES row 29), in the source's order: of each the newest record of the last twelve months, by nobody's name. None is owed.
 */
export const sevenOnes = {
  request: v.strictObject({ branchId: id }),
  response: v.object({
    branch: named,
    tiles: v.array(
      v.object({
        one: sevenOne,
        last: v.optional(v.object({ on: day, title: v.optional(v.string()) })),
      }),
    ),
  }),
}
export type SevenOneTiles = v.InferOutput<typeof sevenOnes.response>['tiles']

/** Members who registered with this community, by the whole name: the staff's paper list. At most 20 namesakes. Refusal: too_many_attempts (200 a day). */
export const residents = {
  request: v.strictObject({ communityId: id, name: nameLine(20) }),
  response: v.object({
    residents: v.array(v.object({ memberId: id, name: v.string(), branchName: v.string() })),
  }),
}

/** Enters someone from the paper list; it waits for the batch like a poster's scan. Refusals: already_registered, struck_out, wrong_state. */
export const enter = {
  request: v.strictObject({ activityId: id, memberId: id, occurredAt: instant, nonce }),
  response: v.object({ memberId: id, at: v.number() }),
}
