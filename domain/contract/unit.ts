import * as v from 'valibot'
import { dutyLine, period } from './progress'
import { count, id, named, periodKey } from './shared'
import { absenceReason, activityKind, activityState } from './words'

/**
 * 中心组 and 党组 of a unit: its own duties, its own roster, what was held and what is to come. `periodKey` absent: the running month.
 * A year shows the months' meetings together.
 */
export const page = {
  request: v.strictObject({ unitId: id, periodKey: v.optional(periodKey) }),
  response: v.object({
    unit: named,
    period,
    periods: v.array(v.string()),
    daysLeft: count,
    duties: v.array(v.object({ line: dutyLine })),
    /** 中心组成员, in register order. */
    people: v.array(v.object({ memberId: id, name: v.string() })),
    /** Newest first; drafts only for those who plan. */
    meetings: v.array(
      v.object({
        id,
        kind: activityKind,
        title: v.string(),
        startsAt: v.number(),
        state: activityState,
        topic: v.optional(v.string()),
        expected: count,
        /** Of those expected. */
        attended: count,
        /** On leave, or settled as absent. */
        absences: count,
        /** 缺席人员及原因, for those who plan; empty for everybody else. */
        absent: v.array(v.object({ name: v.string(), reason: absenceReason })),
      }),
    ),
    mayPlan: v.boolean(),
  }),
}
export type UnitPage = v.InferOutput<typeof page.response>

/** 联系点 of a county leader (DUTIES rows 9, 26): the branch, what is planned there, and the lectures one gave there this year. */
export const contact = {
  request: v.strictObject({}),
  response: v.object({
    duties: v.array(dutyLine),
    points: v.array(
      v.object({
        branch: named,
        lectures: v.array(v.object({ id, title: v.string(), startsAt: v.number(), held: v.boolean() })),
        coming: v.array(v.object({ id, title: v.string(), startsAt: v.number(), place: v.string() })),
      }),
    ),
  }),
}
export type ContactPoints = v.InferOutput<typeof contact.response>
