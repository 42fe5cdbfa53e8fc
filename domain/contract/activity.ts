import * as v from 'valibot'
import { bindRequest } from './identity'
import { late } from './late'
import { minutesEntries } from './minutes'
import { count, empty, id, instant, line, named, nonce, optionalLine, year } from './shared'
import {
  absenceReason,
  activityKind,
  activityState,
  cancelReason,
  serviceKind,
  sevenOne,
  standing,
  way,
} from './words'

/** Numbers, never names or reasons (domain/activity/quorum.ts). */
export const notEntitled = v.strictObject({
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
  lecturerName: minutesEntries.lecturerName,
  lecturerPost: minutesEntries.lecturerPost,
  tags: minutesEntries.tags,
  hours: minutesEntries.hours,
  materials: minutesEntries.materials,
  /** 所属年度, of the kinds that have one (domain/activity/forYear.ts). */
  forYear: v.optional(year),
  carries: v.pipe(v.array(activityKind), v.maxLength(3)),
  agenda: v.pipe(v.array(agendaItem), v.maxLength(12)),
  expectedIds: v.pipe(v.array(id), v.minLength(1), v.maxLength(500)),
  /** 联合开展: further branches of the same unit, whose members are expected too; announced, each has a part of its own. */
  jointIds: v.optional(v.pipe(v.array(id), v.minLength(1), v.maxLength(10))),
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
    /** Leaders from outside the branch who may give it a lecture that counts for them (DUTIES rows 8, 9). */
    leaders: v.optional(v.array(named)),
    /** Kinds still missing in the running period, for the mark on a tile; and those of them whose period is in its last week. */
    gaps: v.array(activityKind),
    pressing: v.optional(v.array(activityKind)),
    /** What a 主题党日 may carry, by the rule that holds in the month it would fall into. */
    mayCarry: v.array(activityKind),
    /** Prefilled form per kind (title by month, weekday, time, place and chair of the last one held). */
    suggestions: v.array(suggestion),
    /** What the place has announced around now: what is held already is not proposed again, and what stands in the way is said. */
    around: v.array(
      v.object({
        id,
        kind: activityKind,
        hostId: id,
        title: v.string(),
        startsAt: v.number(),
        endsAt: v.number(),
      }),
    ),
    /** Who says the second word on a meeting entered afterwards; absent: a unit's 中心组. */
    secondIds: v.optional(v.array(id)),
    /**
     * With whom the branch may hold which kinds together, and on what basis it counts for each; absent: with nobody. `busy`: the hours for which
     * they have announced something, by the meeting it belongs to.
     */
    joint: v.optional(
      v.object({
        kinds: v.array(activityKind),
        branches: v.array(named),
        basis: v.string(),
        busy: v.array(v.object({ branchId: id, meetingId: id, startsAt: v.number(), endsAt: v.number() })),
      }),
    ),
    /** When `activityId` was given: the form as it stands and its state. `partOf`: the branch that convenes the joint meeting this is a part of. */
    current: v.optional(v.object({ id, state: activityState, form, partOf: v.optional(v.string()) })),
  }),
}

/**
 * Saves a draft or publishes. A resend with the same nonce finds the same activity. A branch's part of a joint meeting takes what, when and where
 * from the branch that convenes it: only who is expected is changed. Refusals: missing_lecturer, missing_topic, not_carriable, wrong_state, joint_off,
 * joint_fixed.
 */
export const save = {
  request: v.strictObject({ activityId: v.optional(id), nonce, form, publish: v.boolean() }),
  response: v.object({ activityId: id, state: activityState }),
}

/** 联合开展: by name the branches that hold it together, the one that convenes it first. */
export const joint = v.object({ branches: v.array(v.string()) })

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
  /**
   * 请假 once a meeting has begun: late: it may still be asked for, and then waits · waits: for whoever runs the meeting · declined: they said no.
   */
  leave: v.optional(v.picklist(['late', 'waits', 'declined'])),
  registeredAt: v.optional(v.number()),
  way: v.optional(way),
  /** The caller may run it (open the code, roll call). */
  runs: v.boolean(),
  joint: v.optional(joint),
  /** Of a community's service: its kind, how many places (absent: 名额不限), whom to ask, which of 七个一 it carries, and which branch proposed it. */
  service: v.optional(
    v.object({
      kind: serviceKind,
      limit: v.optional(count),
      contact: v.optional(v.string()),
      sevenOnes: v.optional(v.array(sevenOne)),
      proposedBy: v.optional(v.string()),
    }),
  ),
})
export type ActivityCard = v.InferOutput<typeof card>

/** upcoming: from today on, ascending; past: this and last quarter, newest first; services: the community's coming services, ascending. */
export const list = {
  request: empty,
  response: v.object({ upcoming: v.array(card), services: v.array(card), past: v.array(card) }),
}

/**
 * One meeting for whoever is expected or was there: its card, and what is gone through. Who chairs and lectures is named only where the reader may
 * read it. `opensAt`: from then on it can be registered (ms).
 */
export const view = {
  request: v.strictObject({ activityId: id }),
  response: v.object({
    card,
    opensAt: v.number(),
    chairName: v.optional(v.string()),
    lecturer: v.optional(v.object({ name: v.optional(v.string()), post: v.optional(v.string()) })),
    topic: v.optional(v.string()),
    agenda: v.array(agendaItem),
    /** Titles alone. */
    materials: v.array(v.string()),
  }),
}

/**
 * 请假 or taking it back, unless one is registered. From the start of a meeting on, until its record stands, it waits for the yes of whoever runs
 * it (`checkin.witness`); until then it may be taken back. At a service it ends with it. Refusals: already_registered, ended,
 * activity_cancelled, leave_settled (the record says why one was absent, or they said no).
 */
export const leave = {
  request: v.strictObject({ activityId: id, leave: v.boolean(), reason: v.optional(absenceReason), nonce }),
  response: v.object({ activityId: id, onLeave: v.boolean(), waits: v.optional(v.boolean()) }),
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
        /** The fact of a 请假 asked for after the start, which nobody has answered. */
        leaveAsked: v.optional(v.string()),
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
    /** Of a part of a joint meeting: the branch that convenes it. */
    partOf: v.optional(v.string()),
    /** Of a joint meeting the other branches: how many are expected and registered there, no names. */
    joint: v.optional(v.array(v.object({ name: v.string(), expected: count, registered: count }))),
    bindRequests: v.array(bindRequest),
    /**
     * Only at a 支部党员大会: every full member of the branch that day and those of them who are present, whoever was ticked as expected; the
     * probationary ones; who is not entitled, and how many of these are there, as numbers. Thresholds are domain/activity/quorum.ts's.
     */
    voting: v.optional(v.object({ full: count, present: count, probationary: count, notEntitled })),
    late: v.optional(late),
    /** Nobody pressed 结束: since when it is closed (ms). */
    closedItselfAt: v.optional(v.number()),
    /** Who may be asked to confirm a back-fill: whoever else runs the branch (of a unit its 中心组), and the work committee where these are too few. */
    witnesses: v.array(named),
  }),
}
export type Board = v.InferOutput<typeof board.response>

/**
 * Opens registration (from 60 minutes before the start on), closes it, opens it again before the record is confirmed, or cancels. Opened for
 * the first time after the next workday, a service when its month is closed, it is a 补录. What is done to a joint meeting is done to its parts; a part
 * that is cancelled is a branch that does not take part. Refusals: wrong_state, too_early.
 */
export const setState = {
  request: v.strictObject({
    activityId: id,
    to: v.picklist(['open', 'closed', 'cancelled']),
    reason: v.optional(cancelReason),
  }),
  response: v.object({ activityId: id, state: activityState }),
}
