import * as v from 'valibot'
import { heading } from './keptLists'
import { months } from './paper'
import { count, day, id, instant, month } from './shared'

// 组织生活开展情况表 on the page: the numbers of its files, and what stands behind each.

/** Whose numbers a part of 全县直汇总 holds: those of branches, of their members, or of units. */
export const countyGroupOf = v.picklist(['branches', 'members', 'units'])
export type CountyGroupOf = v.InferOutput<typeof countyGroupOf>

/** As which page a record opens: as whoever keeps it has it, or as it is seen from above. */
export const recordOpens = v.picklist(['record', 'seen'])
export type RecordOpens = v.InferOutput<typeof recordOpens>

const dutyId = v.pipe(v.string(), v.maxLength(64))
/** The first row asked for, 0 for all there are room for. */
const from = count
/** Where the rows go on that had no room in this answer. */
const next = v.optional(count)

/** Whose it is, and the day up to which what was entered is in it. */
const head = { organisation: v.string(), asOf: day }

/** Records that wait for somebody's word and are not counted until then; absent: the cloud does not say. */
const waits = v.optional(count)

/** A 事项, as one version of its rule has it; `when`: `1月至6月` where that held for some of the periods only, else empty. */
const item = { dutyId, version: count, label: v.string(), when: v.string() }

/**
 * 支部一张. `heading`: under which of 五个基本 the county has put it. `needed` null: no number of times is asked for. `late`: of those done, entered afterwards. `besides`: counts, and is more than is asked for.
 * `open`: periods that have begun with something open, and why; `free`: in which nothing is asked. Refusal: invalid_request (no such span, or one
 * that has not begun).
 */
export const factsOfBranch = {
  request: v.strictObject({ branchId: id, ...months }),
  response: v.object({
    ...head,
    lines: v.array(
      v.object({
        ...item,
        heading: v.optional(heading),
        needed: v.nullable(count),
        done: count,
        late: count,
        waits,
        besides: count,
        open: v.array(v.string()),
        free: v.array(v.string()),
      }),
    ),
  }),
}
export type BranchTable = v.InferOutput<typeof factsOfBranch.response>

/**
 * Every record a line of it counts, by its period and its day; `fills`: else it is one of `besides`. `opens`: the reader may open the record itself. Refusal: invalid_request (as above, or no such line).
 */
export const factRecords = {
  request: v.strictObject({ branchId: id, ...months, dutyId, version: count, from }),
  response: v.object({
    rows: v.array(
      v.object({
        id,
        title: v.string(),
        at: instant,
        /** `3月` */
        period: v.string(),
        late: v.boolean(),
        fills: v.boolean(),
        opens: v.optional(recordOpens),
      }),
    ),
    next,
  }),
}
export type FactRecords = v.InferOutput<typeof factRecords.response>

/** 党员一张: its 合计. `owing`: of how many members something is asked. Refusal: invalid_request. */
export const factsOfMembers = {
  request: v.strictObject({ branchId: id, ...months }),
  response: v.object({
    ...head,
    people: count,
    lines: v.array(v.object({ dutyId, label: v.string(), owing: count, needed: count, done: count, waits })),
  }),
}
export type MembersTable = v.InferOutput<typeof factsOfMembers.response>

/** Of one 事项 every member who has it, in register order. `needed` null: no number of times; 0: nothing was asked. Refusal: invalid_request. */
export const factMembers = {
  request: v.strictObject({ branchId: id, ...months, dutyId, from }),
  response: v.object({
    rows: v.array(v.object({ id, name: v.string(), needed: v.nullable(count), done: count })),
    next,
  }),
}
export type FactMembers = v.InferOutput<typeof factMembers.response>

/**
 * 全县直汇总: its 合计, a group after the other. `late`: of those done, the ones that are because something was entered afterwards. `left`: periods that are not in it, since something may still be entered for them. `closedUntil`: the last month
 * of the span that is closed; until then a branch's own table may be opened. Refusal: invalid_request.
 */
export const factsOfCounty = {
  request: v.strictObject(months),
  response: v.object({
    ...head,
    groups: v.array(
      v.object({
        of: countyGroupOf,
        name: v.string(),
        /** 期, 人次 */
        measure: v.string(),
        places: count,
        lines: v.array(v.object({ ...item, done: count, owed: count, late: v.optional(count), waits })),
      }),
    ),
    left: v.array(v.string()),
    closedUntil: v.optional(month),
  }),
}
export type CountyTable = v.InferOutput<typeof factsOfCounty.response>

/** Of one 事项 every branch or unit that owed it, in 组织序列. `remark`: `至6月30日`, where it began or ended in the span. Refusal: invalid_request. */
export const factPlaces = {
  request: v.strictObject({ ...months, dutyId, version: count, from }),
  response: v.object({
    rows: v.array(v.object({ id, name: v.string(), remark: v.string(), done: count, owed: count })),
    next,
  }),
}
export type FactPlaces = v.InferOutput<typeof factPlaces.response>
