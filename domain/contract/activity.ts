import * as v from 'valibot'
import { bindRequest } from './identity'
import { late } from './late'
import { minutesFields, shownMinutes } from './minutes'
import { count, empty, id, instant, line, named, nonce, optionalLine } from './shared'
import {
  absenceReason,
  activityKind,
  activityState,
  cancelReason,
  reopenReason,
  serviceKind,
  standing,
  way,
} from './words'

const year = v.pipe(v.number(), v.integer(), v.minValue(2000), v.maxValue(2200))
/** Numbers, never names or reasons (domain/activity/quorum.ts). */
const notEntitled = v.strictObject({
  withoutVote: v.pipe(count, v.maxValue(500)),
  leftOut: v.pipe(count, v.maxValue(500)),
  withoutVoteHere: v.optional(v.pipe(count, v.maxValue(500))),
  leftOutHere: v.optional(v.pipe(count, v.maxValue(500))),
})

export const agendaItem = v.strictObject({
  text: line(60),
  minutes: v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(480)),
})

/** The plan as the organiser fills it. Rules: a 党课 (held or carried) needs lecturer and topic; a 交流研讨 needs a topic; only a 主题党日 carries. */
export const form = v.strictObject({
  kind: activityKind,
  hostId: id,
  title: line(40),
  startsAt: instant,
  endsAt: instant,
  place: line(40),
  chairId: v.optional(id),
  recorderId: v.optional(id),
  topic: optionalLine(60),
  lecturerId: v.optional(id),
  lecturerName: minutesFields.lecturerName,
  lecturerPost: minutesFields.lecturerPost,
  tags: minutesFields.tags,
  hours: minutesFields.hours,
  materials: minutesFields.materials,
  /** 所属年度, of the kinds that have one (domain/activity/forYear.ts). */
  forYear: v.optional(year),
  carries: v.pipe(v.array(activityKind), v.maxLength(3)),
  agenda: v.pipe(v.array(agendaItem), v.maxLength(12)),
  expectedIds: v.pipe(v.array(id), v.minLength(1), v.maxLength(500)),
})
export type ActivityForm = v.InferOutput<typeof form>

/** A form to begin with. Expected, where it does not say, is everybody of its host: a branch of 330 is not named once for each kind. */
const suggestion = v.object({ ...form.entries, expectedIds: v.optional(form.entries.expectedIds) })
export type Suggestion = v.InferOutput<typeof suggestion>

/**
 * Everything the plan page needs to prefill a form: hosts with their people, gaps, and how the last one of each kind was held. `branchId`: a
 * branch, or a unit, whose people are its 中心组.
 */
export const prepare = {
  request: v.strictObject({ branchId: id, activityId: v.optional(id) }),
  response: v.object({
    branch: named,
    /** The branch and its groups. `kinds` are those this host may hold; committee meetings appear under the branch when it has a committee. */
    hosts: v.array(v.object({ id, name: v.string(), kinds: v.array(activityKind), memberIds: v.array(id) })),
    people: v.array(v.object({ id, name: v.string(), standing, groupId: v.optional(id) })),
    /** Kinds still missing in the running period, for the 还差 mark on a tile. */
    gaps: v.array(activityKind),
    /** What a 主题党日 may carry, by the rule that holds in the month it would fall into. */
    mayCarry: v.array(activityKind),
    /** Prefilled form per kind (title by month, weekday, time, place and chair of the last one held). */
    suggestions: v.array(suggestion),
    /** When `activityId` was given: the form as it stands and its state. */
    current: v.optional(v.object({ id, state: activityState, form })),
  }),
}

/** Saves a draft or publishes. A resend with the same nonce finds the same activity. Refusals: missing_lecturer, missing_topic, not_carriable, wrong_state. */
export const save = {
  request: v.strictObject({ activityId: v.optional(id), nonce, form, publish: v.boolean() }),
  response: v.object({ activityId: id, state: activityState }),
}

/** A card of the 活动 tab. `mine`: how I stand to it. */
export const card = v.object({
  id,
  kind: activityKind,
  title: v.string(),
  startsAt: v.number(),
  endsAt: v.number(),
  place: v.string(),
  hostName: v.string(),
  state: activityState,
  mine: v.picklist([
    'expected',
    'on_leave',
    'registered',
    'waiting',
    'enrolled',
    'open_to_all',
    'not_registered',
  ]),
  registeredAt: v.optional(v.number()),
  way: v.optional(way),
  /** The caller may run it (open the code, roll call). */
  runs: v.boolean(),
  /** Of a community's service: its kind, how many places (absent: 名额不限) and whom to ask. */
  service: v.optional(
    v.object({ kind: serviceKind, limit: v.optional(count), contact: v.optional(v.string()) }),
  ),
})
export type ActivityCard = v.InferOutput<typeof card>

/** upcoming: from today on, ascending; past: this and last quarter, newest first; services: the community's coming services, ascending. */
export const list = {
  request: empty,
  response: v.object({ upcoming: v.array(card), services: v.array(card), past: v.array(card) }),
}

/** 请假 or taking it back, until the planned end, unless one is registered. Refusals: already_registered, ended, activity_cancelled. */
export const leave = {
  request: v.strictObject({ activityId: id, leave: v.boolean(), reason: v.optional(absenceReason), nonce }),
  response: v.object({ activityId: id, onLeave: v.boolean() }),
}

/** One line of the organiser's list. What is usual takes no bytes: a list of 330 is asked for every few seconds. */
export const arrival = v.object({
  memberId: id,
  name: v.string(),
  branchName: v.optional(v.string()),
  way,
  at: v.number(),
  /** Absent: no. */
  guest: v.optional(v.boolean()),
  fromAlbum: v.optional(v.boolean()),
  struck: v.optional(v.object({ by: v.string(), reason: v.string(), at: v.number() })),
  /** back-fill that waits for its second person. */
  waitsFor: v.optional(v.string()),
})
export type Arrival = v.InferOutput<typeof arrival>

/**
 * The organiser's view of a running meeting, polled while the page is open: who is expected, who has arrived, who knocks at the door.
 * `codeKey` only while published or open: the organiser's phone mints the rotating code from it, also without network. Registered is whoever
 * stands among the arrivals and neither is struck nor waits for somebody.
 */
export const board = {
  request: v.strictObject({ activityId: id }),
  response: v.object({
    id,
    kind: activityKind,
    title: v.string(),
    state: activityState,
    startsAt: v.number(),
    endsAt: v.number(),
    place: v.string(),
    branchId: id,
    codeKey: v.optional(v.string()),
    /** Prefix of the drawn code when the owner has a filed domain, e.g. `https://example.gov.cn/c?t=`; else empty. */
    codePrefix: v.string(),
    opensAt: v.number(),
    /** Until then a paper list is entered without a second person (the next workday's end, ms). */
    paperUntil: v.number(),
    groups: v.array(named),
    expected: v.array(
      v.object({
        memberId: id,
        name: v.string(),
        alias: v.string(),
        /** The place of the group among `groups`, from 0 on. */
        group: v.optional(count),
        /** Absent: full. */
        standing: v.optional(standing),
        /** Absent: no. */
        onLeave: v.optional(v.boolean()),
        absence: v.optional(absenceReason),
      }),
    ),
    /** Newest first: expected members and guests, struck-out ones among them. */
    arrivals: v.array(arrival),
    totals: v.object({
      expected: count,
      registered: count,
      onLeave: count,
      unregistered: count,
      guests: count,
    }),
    bindRequests: v.array(bindRequest),
    /**
     * Only at a 支部党员大会: every full member of the branch that day and those of them who are present, whoever was ticked as expected; the
     * probationary ones; who is not entitled, and how many of these are there, as numbers. Thresholds are domain/activity/quorum.ts's.
     */
    voting: v.optional(v.object({ full: count, present: count, probationary: count, notEntitled })),
    late: v.optional(late),
    /** Who may be asked to confirm a back-fill: whoever else runs the branch (of a unit its 中心组), and the work committee where these are too few. */
    witnesses: v.array(named),
  }),
}
export type Board = v.InferOutput<typeof board.response>

/**
 * Opens registration (from 60 minutes before the start on), closes it, opens it again before the record is confirmed, or cancels. Opened for
 * the first time after the next workday, a service when its month is closed, it is a 补录. Refusals: wrong_state, too_early.
 */
export const setState = {
  request: v.strictObject({
    activityId: id,
    to: v.picklist(['open', 'closed', 'cancelled']),
    reason: v.optional(cancelReason),
  }),
  response: v.object({ activityId: id, state: activityState }),
}

/** The record (会议记录), prefilled from registrations. `unsettled`: expected, not registered, not on leave, not yet settled as absent. */
export const record = {
  request: v.strictObject({ activityId: id }),
  response: v.object({
    id,
    title: v.string(),
    state: activityState,
    kind: activityKind,
    branchId: id,
    startsAt: v.number(),
    endsAt: v.number(),
    place: v.string(),
    topic: v.optional(v.string()),
    agenda: v.array(agendaItem),
    expected: v.object({ total: count, full: count, probationary: count }),
    attended: v.object({ total: count, full: count, probationary: count, backfilled: count, guests: count }),
    absent: v.array(v.object({ memberId: id, name: v.string(), reason: absenceReason })),
    unsettled: v.array(
      v.object({ memberId: id, name: v.string(), standing, groupName: v.optional(v.string()) }),
    ),
    /** 所属年度: the one it counts for, and those that may be chosen; absent where the kind has none. */
    year: v.optional(v.object({ value: year, choices: v.array(year) })),
    chair: v.optional(v.string()),
    recorder: v.optional(v.string()),
    lecturer: v.optional(v.string()),
    recordedAt: v.optional(v.number()),
    ...shownMinutes,
    chairId: v.optional(id),
    recorderId: v.optional(id),
    lecturerId: v.optional(id),
    /** Every 成册 there has been with who said it, and where it was taken back why; the last one last. */
    recordings: v.array(
      v.object({
        at: v.number(),
        by: v.string(),
        takenBack: v.optional(v.object({ at: v.number(), by: v.string(), reason: reopenReason })),
      }),
    ),
    /** The caller may take 成册 back. */
    mayTakeBack: v.boolean(),
    /** Who may stand in a field of it: the branch, and whoever stands in one already. Until 成册. */
    people: v.optional(v.array(named)),
    /** Of a 支部党员大会: who may vote as of today's registrations, from which a vote's numbers are prefilled. */
    voting: board.response.entries.voting,
    /** Until then a paper list is entered without a second person (the next workday's end, ms). */
    paperUntil: v.number(),
    witnesses: v.array(named),
    late: v.optional(late),
  }),
}

/**
 * What the record says, until 成册; each field given replaces what stood there, an empty one removes it. 所属年度 and who has no vote may be said before
 * the meeting as well. Refusals: wrong_state, missing_lecturer, missing_topic, invalid_request (another day, somebody of another branch, more
 * there than there are, a vote whose numbers do not add up).
 */
export const amend = {
  request: v.strictObject({
    activityId: id,
    forYear: v.optional(year),
    notEntitled: v.optional(notEntitled),
    title: v.optional(form.entries.title),
    /** As held: on the day it was planned for. */
    startsAt: v.optional(instant),
    endsAt: v.optional(instant),
    place: v.optional(form.entries.place),
    topic: form.entries.topic,
    /** As held. */
    agenda: v.optional(form.entries.agenda),
    chairId: v.optional(v.nullable(id)),
    recorderId: v.optional(v.nullable(id)),
    lecturerId: v.optional(v.nullable(id)),
    ...minutesFields,
    nonce,
  }),
  response: v.object({ activityId: id }),
}

/** Settles one 未登记 as absent with a reason, or takes that back with `reason: null`. Refusal: wrong_state, already_registered. */
export const settle = {
  request: v.strictObject({ activityId: id, memberId: id, reason: v.nullable(absenceReason) }),
  response: v.object({ activityId: id, unsettled: count }),
}

/** The same of many at once, with one reason; who has come meanwhile is left out. Refusal: wrong_state, invalid_request (not expected). */
export const settleMany = {
  request: v.strictObject({
    activityId: id,
    memberIds: v.pipe(v.array(id), v.minLength(1), v.maxLength(500)),
    reason: absenceReason,
  }),
  response: settle.response,
}

/** 成册 taken back by whoever runs the branch: recorded → closed, both kept. Refusals: wrong_state, reopened_often. */
export const takeBack = {
  request: v.strictObject({ activityId: id, reason: reopenReason }),
  response: v.object({ activityId: id, state: activityState }),
}

/**
 * 确认成册: closed → recorded; the code key is removed. Before the planned end only with `beforeEnd`: whoever says so was told. From then on only
 * 补登 changes who was there, unless it is taken back. Refusals: wrong_state, unsettled_members, awaits_second, not_over_yet (`at`: the planned end).
 */
export const confirmRecord = {
  request: v.strictObject({ activityId: id, beforeEnd: v.optional(v.literal(true)) }),
  response: v.object({ activityId: id, state: activityState }),
}
