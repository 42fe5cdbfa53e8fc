import * as v from 'valibot'
import { count, day, id, instant, named, nonce, periodKey } from './shared'

/** 宣传政策、交心谈心、排忧解难、谋划发展 (DUTIES row 30): one tap each, no text. */
export const purpose = v.picklist(['policy', 'heart', 'help', 'plan'])
const purposes = v.pipe(v.array(purpose), v.minLength(1), v.maxLength(4))
const doorCode = v.pipe(v.string(), v.minLength(1), v.maxLength(400))
const household = v.object({ id, number: v.string(), village: v.string() })

/**
 * Opens a door code. Anyone but a linked member sees `neutral`, the same answer for a stranger, a colleague, an unknown or a dissolved code;
 * nothing is written and nothing is told.
 */
export const open = {
  request: v.strictObject({ code: doorCode }),
  response: v.variant('state', [
    v.object({ state: v.literal('neutral') }),
    v.object({
      state: v.literal('own'),
      household,
      /** Of the running month. */
      done: count,
      needed: v.nullable(count),
      /** Somebody else was there this month: who and when is told to nobody. */
      visited: v.optional(v.boolean()),
      /** A second visit on a day is the same visit. */
      visitedTodayAt: v.optional(v.number()),
    }),
  ]),
}

/**
 * One's own households, and whether somebody else has visited them this month: neither who nor when. `earlier`: those that are it no more, of whose
 * days until `until` (inclusive) a visit may be entered still.
 */
export const mine = {
  request: v.strictObject({}),
  response: v.object({
    households: v.array(v.object({ ...household.entries, visited: v.boolean() })),
    earlier: v.array(v.object({ ...household.entries, until: day })),
  }),
}

/**
 * Registers a visit: `householdId_memberId_day`, one a day. May come later from the offline queue: it counts at once when it arrives within a
 * day of `occurredAt`, alone of its household on the day of its arrival; otherwise it waits for the village (`waitsFor`), until the fifth
 * workday of the next month. An answer for a visit already there has `again: true` and the first time; one that was only remembered is
 * confirmed by it. Refusals: not_own_household, entry_closed.
 */
export const visit = {
  request: v.strictObject({ code: doorCode, purposes, occurredAt: instant, nonce }),
  response: v.object({
    at: v.number(),
    again: v.boolean(),
    household,
    done: count,
    needed: v.nullable(count),
    /** The village that is asked before it counts. */
    waitsFor: v.optional(v.string()),
  }),
}

/**
 * A visit without the door code, entered afterwards until the fifth workday of the next month; waits for the village contact's yes.
 * Refusals: not_own_household, entry_closed, already_registered.
 */
export const backfill = {
  request: v.strictObject({ householdId: id, occurredOn: day, purposes, nonce }),
  response: v.object({ at: v.number(), waitsFor: v.string() }),
}

/** As a village reads of a visit: the member's name; of the household its number. */
const seenVisit = v.object({
  name: v.string(),
  branchName: v.string(),
  number: v.string(),
  on: day,
})

/** One that the village has its word on. */
const askedVisit = v.object({ factId: v.string(), ...seenVisit.entries })

/** The village contact's list: visits that wait, the oldest first, and those of which it said 没来过 in the last week. */
export const pending = {
  request: v.strictObject({ villageId: id }),
  response: v.object({
    village: v.object({ id, name: v.string() }),
    pending: v.array(askedVisit),
    denied: v.array(askedVisit),
    confirmedThisMonth: count,
  }),
}
export const confirm = {
  request: v.strictObject({
    villageId: id,
    factIds: v.pipe(v.array(v.pipe(v.string(), v.maxLength(140))), v.minLength(1), v.maxLength(200)),
  }),
  response: v.object({ confirmed: count }),
}

/**
 * 没来过: the village's no to one visit that waits for it, and that no taken back (`denied: false`), after which the visit waits again. The member is told. Refusal:
 * request_gone (it waits no more; one's own).
 */
export const deny = {
  request: v.strictObject({
    villageId: id,
    factId: v.pipe(v.string(), v.maxLength(140)),
    denied: v.boolean(),
  }),
  response: v.object({ factId: v.string(), denied: v.boolean() }),
}

/**
 * 往期 of a village, a month or a year of it: visits to its households that count, the newest first, and how many 实事 it has confirmed.
 * Refusal: invalid_request (the period has not begun).
 */
export const past = {
  request: v.strictObject({ villageId: id, periodKey }),
  response: v.object({
    village: named,
    visits: v.array(seenVisit),
    /** Older ones for which there was no room. */
    more: count,
    deeds: count,
  }),
}
