import * as v from 'valibot'
import { deed, deedState } from './deed'
import { DEED_LINE, MOST_WANTED } from './lists'
import { count, day, empty, id, line, named, nonce, optionalLine } from './shared'

/** 需求 of a community or a village (DUTIES row 13), to be taken by its members as their 实事: 提出 → 认领 → 办理 → 办结 → 确认. */
const need = {
  id,
  title: v.string(),
  contact: v.optional(v.string()),
  until: day,
  wanted: count,
  /** By how many it is taken: in hand, done or confirmed. */
  taken: count,
}

/**
 * What one's own communities and the villages of one's own households ask for, what is wanted first first; what is done is not among it. `more`: those
 * for which there was no room.
 */
export const offered = {
  request: empty,
  response: v.object({
    needs: v.array(
      v.object({
        ...need,
        place: named,
        /** Taken by the reader. */
        mine: v.optional(v.boolean()),
      }),
    ),
    more: count,
  }),
}
export type OfferedNeed = v.InferOutput<typeof offered.response>['needs'][number]

/** A need taken as one's own 实事, once; a resend finds the deed as it stands now. Refusals: need_gone, need_taken, too_many_today, try_again. */
export const take = {
  request: v.strictObject({ needId: id, nonce }),
  response: v.object({ deed }),
}

/**
 * What a community or village asks for, with who has taken it and how far they are: what is offered, and what was until lately. `contact`: what a new one
 * starts with.
 */
export const page = {
  request: v.strictObject({ placeId: id }),
  response: v.object({
    place: named,
    contact: v.optional(v.string()),
    needs: v.array(
      v.object({
        ...need,
        /** It may be taken still, where somebody is wanted. */
        offered: v.boolean(),
        takers: v.array(v.object({ name: v.string(), branchName: v.string(), state: deedState })),
      }),
    ),
    more: count,
  }),
}
export type PlaceNeed = v.InferOutput<typeof page.response>['needs'][number]

/** Writes one down. Refusals: need_times (the day is over, or more than a year away), too_many_today. */
export const write = {
  request: v.strictObject({
    placeId: id,
    title: line(DEED_LINE),
    contact: optionalLine(20),
    until: day,
    wanted: v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(MOST_WANTED)),
    nonce,
  }),
  response: v.object({ needId: id }),
}

/** 撤回: offered to nobody any more; whoever has it in hand is told, and may finish or let go of it. Asked twice it is done once. */
export const withdraw = {
  request: v.strictObject({ placeId: id, needId: id }),
  response: v.object({ needId: id }),
}
