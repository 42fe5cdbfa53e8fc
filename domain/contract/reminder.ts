import * as v from 'valibot'
import { templates } from './lists'
import { count, empty, id, nonce } from './shared'
import { doneBy } from './words'

/**
 * What a subscription message may be about; the owner fills one template id for each. Only what a timer sends stands here: nobody is asked
 * to allow a message that never comes.
 */
export const template = v.picklist(templates)
export type Template = v.InferOutput<typeof template>

/** Credits of what this person may be told, and the template ids to ask for. One accept is one message. */
export const settings = {
  request: empty,
  response: v.object({
    credits: v.array(v.object({ template, left: count })),
    /** Template ids by template, empty where the owner has none yet. */
    templateIds: v.record(v.string(), v.string()),
    /** 我不用微信提醒: the group leader tells. */
    byLeader: v.boolean(),
    /** Allowed once for good: such a template is never used up. */
    longTerm: v.optional(v.array(template)),
    /** Of which WeChat's own settings let nothing come, whatever was allowed. */
    off: v.optional(v.array(template)),
  }),
}
/** What WeChat's settings say when the app opens: of which templates nothing comes. Asked only when it differs from what is known. */
export const reconcile = {
  request: v.strictObject({ off: v.pipe(v.array(template), v.maxLength(3)) }),
  response: v.object({ off: v.array(template) }),
}
export const set = {
  request: v.strictObject({ byLeader: v.boolean() }),
  response: v.object({ byLeader: v.boolean() }),
}
/** What WeChat's dialog answered, asked inside a tap: one credit for each accepted template. A resend with the same nonce adds nothing. */
export const accept = {
  request: v.strictObject({ accepted: v.pipe(v.array(template), v.minLength(1), v.maxLength(3)), nonce }),
  response: v.object({ credits: v.array(v.object({ template, left: count })) }),
}
/**
 * 因故不能参加 what is voluntary this month (志愿服务条例 art. 25): closes the month's gap; taken back with `excused: false`. Refusal: invalid_request for
 * a duty that is not voluntary.
 */
export const excuse = {
  request: v.strictObject({
    dutyId: v.pipe(v.string(), v.maxLength(64)),
    periodKey: v.pipe(v.string(), v.regex(/^\d{4}-(0[1-9]|1[0-2])$/)),
    excused: v.boolean(),
    nonce,
  }),
  response: v.object({ excused: v.boolean() }),
}

/** Where a thing is done: the deep link of a message. */
export const target = v.picklist([
  'home',
  'activities',
  'activity',
  'visit',
  'records',
  'work',
  'branch',
  'workdays',
])

/** A duty named in a merged reminder: 帮扶走访 1 次. */
export const gapItem = v.object({
  dutyId: v.string(),
  doneBy,
  label: v.string(),
  missing: count,
  measure: v.string(),
  periodKey: v.string(),
  mayExcuse: v.boolean(),
  excused: v.boolean(),
})

/** The inbox: what is asked of the reader first, then notices, then one's own reminders, what is near and what was confirmed. */
export const inbox = {
  request: empty,
  response: v.object({
    unread: count,
    items: v.array(
      v.variant('type', [
        v.object({
          type: v.literal('gaps'),
          id: v.string(),
          at: v.number(),
          overdue: v.boolean(),
          periodKey: v.string(),
          daysLeft: count,
          items: v.array(gapItem),
        }),
        v.object({
          type: v.literal('notice'),
          id: v.string(),
          at: v.number(),
          title: v.string(),
          text: v.string(),
          target,
          activityId: v.optional(id),
          /** With the target `branch`. */
          branchId: v.optional(id),
        }),
        v.object({
          type: v.literal('witness'),
          factId: v.string(),
          name: v.string(),
          title: v.string(),
          at: v.number(),
          reason: v.string(),
          madeUp: v.optional(v.boolean()),
          own: v.optional(v.boolean()),
          leave: v.optional(v.boolean()),
        }),
        v.object({ type: v.literal('bind'), requestId: id, name: v.string(), at: v.number() }),
        v.object({
          type: v.literal('soon'),
          activityId: id,
          title: v.string(),
          startsAt: v.number(),
          place: v.string(),
        }),
        v.object({ type: v.literal('confirmed'), title: v.string(), at: v.number() }),
      ]),
    ),
  }),
}
export type Inbox = v.InferOutput<typeof inbox.response>

/**
 * Why WeChat does not reach somebody: bound to no WeChat · wants to be told by a person · nothing allowed is left · turned off in WeChat · the
 * county has no template.
 */
export const unreached = v.picklist(['unbound', 'by_leader', 'no_credit', 'off', 'not_open'])
export type Unreached = v.InferOutput<typeof unreached>

/** 谁能收到: those of a branch whom WeChat would not tell of a meeting, and who leads their groups; all others get WeChat. */
export const whoGets = {
  request: v.strictObject({ branchId: id }),
  response: v.object({
    unreached: v.array(v.object({ id, because: unreached })),
    tellers: v.array(v.object({ groupId: id, group: v.string(), name: v.string() })),
    /** Who tells those of no group, or of one without a leader: whoever runs the branch. */
    head: v.optional(v.string()),
  }),
}

/**
 * 请当面或电话告诉: those of one's group (or branch) whom WeChat cannot reach, with the sentence to say; who is not told yet comes first.
 * `further`: how many more there are than one answer holds; they come when the first ones are told.
 */
export const toTell = {
  request: v.strictObject({ branchId: id }),
  response: v.object({
    people: v.array(
      v.object({
        reminderId: v.string(),
        name: v.string(),
        text: v.string(),
        at: v.number(),
        /** Absent: not yet. */
        told: v.optional(v.boolean()),
        toldAt: v.optional(v.number()),
        /** Of a meeting; absent: of what is missing. */
        meeting: v.optional(v.object({ activityId: id, title: v.string(), startsAt: v.number() })),
        because: v.optional(v.picklist([...unreached.options, 'failed'])),
      }),
    ),
    further: v.optional(count),
  }),
}
export const told = {
  request: v.strictObject({
    branchId: id,
    reminderId: v.pipe(v.string(), v.maxLength(140)),
    told: v.boolean(),
  }),
  response: v.object({ told: v.boolean() }),
}
