import * as v from 'valibot'
import { count, id, line, month, named, nonce, periodKey } from './shared'
import { deedSevenOne, deedSide, ownDeedState, standing } from './words'

/** 实事: 认领 → 办结 → 确认. What was done is one line; of the family nothing is written. */
export const deedState = v.picklist([...ownDeedState.options, 'confirmed'])
export const deed = v.object({
  id: v.string(),
  title: v.string(),
  state: deedState,
  /** community or household: who confirms it. */
  beneficiary: deedSide,
  where: v.string(),
  claimedAt: v.number(),
  finishedAt: v.optional(v.number()),
  confirmedAt: v.optional(v.number()),
  /** The side it is done for said 还没办好; until it is finished anew. */
  returned: v.optional(v.boolean()),
  /** It was asked for by its place, which has withdrawn the need since; only while it is in hand. */
  withdrawn: v.optional(v.boolean()),
  /** Which of 七个一 it is, where its member said so. */
  sevenOne: v.optional(deedSevenOne),
})
export type Deed = v.InferOutput<typeof deed>

/** One's own deeds of the year and older ones that are open, newest first and in parts (`from`: 0 first), and where a new one may be claimed. */
export const list = {
  request: v.strictObject({ from: v.optional(count) }),
  response: v.object({
    deeds: v.array(deed),
    /** Where those go on that had no room in this answer. */
    next: v.optional(count),
    done: count,
    needed: v.nullable(count),
    community: v.optional(named),
    households: v.array(v.object({ id, number: v.string(), village: v.string() })),
  }),
}
/** Refusal: not_own_household. */
export const claim = {
  request: v.strictObject({
    title: line(40),
    beneficiary: deedSide,
    householdId: v.optional(id),
    sevenOne: v.optional(deedSevenOne),
    nonce,
  }),
  response: v.object({ deed }),
}
/** claimed → finished or dropped, and back from finished while unconfirmed. Refusal: wrong_state. */
export const move = {
  request: v.strictObject({
    deedId: v.pipe(v.string(), v.maxLength(140)),
    to: ownDeedState,
  }),
  response: v.object({ deed }),
}
/** Community staff (or the village contact) see finished deeds that wait, and confirm. */
export const pending = {
  request: v.strictObject({ placeId: id }),
  response: v.object({
    pending: v.array(
      v.object({
        deedId: v.string(),
        title: v.string(),
        name: v.string(),
        branchName: v.string(),
        finishedAt: v.number(),
      }),
    ),
  }),
}
export const confirm = {
  request: v.strictObject({
    placeId: id,
    deedIds: v.pipe(v.array(v.pipe(v.string(), v.maxLength(140))), v.minLength(1), v.maxLength(200)),
  }),
  response: v.object({ confirmed: count }),
}

/** 还没办好: its side gives a finished deed back to who claimed it. Refusal: request_gone (it waits no more; one's own). */
export const giveBack = {
  request: v.strictObject({ placeId: id, deedId: v.pipe(v.string(), v.maxLength(140)) }),
  response: v.object({ deedId: v.string() }),
}

/**
 * What is ticked: without a rule the dues of a month, paid or not, no amounts (DUTIES row 14); of a rule (党性分析, 思想汇报, rows 20 and 21) the period
 * of it that the month lies in.
 */
const ticked = { branchId: id, month, dutyId: v.optional(id) }

/** Of whom there is a tick. The branch ticks; taking a tick back is kept. */
export const ticks = {
  request: v.strictObject(ticked),
  response: v.object({
    branch: named,
    month: v.string(),
    /** The period the ticks are for; absent: the month. */
    periodKey: v.optional(periodKey),
    open: v.boolean(),
    rows: v.array(
      v.object({
        memberId: id,
        name: v.string(),
        standing,
        ticked: v.boolean(),
        at: v.optional(v.number()),
        /** Ticked by the member alone: it counts when somebody else ticks it too. */
        waits: v.optional(v.boolean()),
      }),
    ),
  }),
}
/** Refusal: entry_closed. */
export const tick = {
  request: v.strictObject({
    ...ticked,
    memberIds: v.pipe(v.array(id), v.minLength(1), v.maxLength(500)),
    ticked: v.boolean(),
    nonce,
  }),
  response: v.object({ changed: count }),
}
