import * as v from 'valibot'
import { agendaItem, board, form, joint, notEntitled } from './activity'
import { columnOrder } from './copyOrder'
import { late } from './late'
import { minutesEntries, shownMinutes } from './minutes'
import { count, id, instant, named, nonce, year } from './shared'
import { absenceReason, activityKind, activityState, reopenReason, standing } from './words'

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
    /** Of a joint meeting, of which this is one branch's own record. */
    joint: v.optional(joint),
    agenda: v.array(agendaItem),
    expected: v.object({ total: count, full: count, probationary: count }),
    attended: v.object({ total: count, full: count, probationary: count, backfilled: count, guests: count }),
    absent: v.array(v.object({ memberId: id, name: v.string(), reason: absenceReason })),
    unsettled: v.array(
      v.object({
        memberId: id,
        name: v.string(),
        standing,
        groupName: v.optional(v.string()),
        /** 请假 that waits for an answer to this fact; `asked`: whose it is, where it is not the reader's. */
        leave: v.optional(
          v.object({ factId: v.string(), reason: absenceReason, asked: v.optional(v.string()) }),
        ),
      }),
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
    /** As in activity.prepare: who may have lectured without being of the branch. Until 成册. */
    leaders: v.optional(v.array(named)),
    /** Of a 支部党员大会: who may vote by the registrations as they stand, from which a vote's numbers are prefilled. */
    voting: board.response.entries.voting,
    /** Until then a paper list is entered without a second person (the next workday's end, ms). */
    paperUntil: v.number(),
    witnesses: v.array(named),
    late: v.optional(late),
    /** In which order 逐栏复制 gives its texts; absent: the province's. */
    copyOrder: v.optional(columnOrder),
    /** As on the board. */
    closedItselfAt: v.optional(v.number()),
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
    ...minutesEntries,
    nonce,
  }),
  response: v.object({ activityId: id }),
}

/** Settles one 未登记 as absent with a reason, or takes that back with `reason: null`. Refusals: wrong_state, already_registered, leave_waits. */
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
