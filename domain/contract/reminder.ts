import * as v from 'valibot'
import { templates } from './lists'
import { count, empty, id, key, named, nonce } from './shared'
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
  'deeds',
  'work',
  'branch',
  'workdays',
  'roster',
  'deletions',
  'past',
  'exemption',
  'privacy',
  'feedback',
  'reportIn',
  'me',
  'listRow',
  'proposals',
  'proposed',
])

/** Where somebody who is to come sees a meeting; a service has no page of its own, it stands on the list. */
const activityTarget = v.picklist(['activity', 'activities'])
export type ActivityTarget = v.InferOutput<typeof activityTarget>

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

/** It waits for something of the reader: the badge counts these, and they stand on top however old. */
const asks = v.optional(v.boolean())

/** The inbox: what is asked of the reader first, then notices, then one's own reminders, what is near and what was confirmed. */
export const inbox = {
  request: empty,
  response: v.object({
    unread: count,
    items: v.array(
      v.variant('type', [
        v.object({
          type: v.literal('gaps'),
          asks,
          id: v.string(),
          at: v.number(),
          overdue: v.boolean(),
          periodKey: v.string(),
          daysLeft: count,
          /** 本月还差 2 项, and what to do about it, as it was said in WeChat: of what is left. */
          title: v.string(),
          hint: v.string(),
          items: v.array(gapItem),
          /** The branch's own word. */
          fromBranch: v.optional(v.boolean()),
        }),
        v.object({
          type: v.literal('notice'),
          asks,
          id: v.string(),
          at: v.number(),
          title: v.string(),
          text: v.string(),
          target,
          activityId: v.optional(id),
          /** With the targets `branch`, `roster` and `proposed`. */
          branchId: v.optional(id),
          /** With the target `proposals`. */
          communityId: v.optional(id),
          /** With the target `listRow`: which row of whose list. */
          row: v.optional(v.object({ list: key, organisationId: id, entryId: id })),
        }),
        v.object({
          type: v.literal('witness'),
          asks,
          factId: v.string(),
          name: v.string(),
          title: v.string(),
          at: v.number(),
          reason: v.string(),
          madeUp: v.optional(v.boolean()),
          own: v.optional(v.boolean()),
          leave: v.optional(v.boolean()),
        }),
        v.object({ type: v.literal('bind'), asks, requestId: id, name: v.string(), at: v.number() }),
        v.object({
          type: v.literal('soon'),
          asks,
          activityId: id,
          title: v.string(),
          startsAt: v.number(),
          place: v.string(),
          target: activityTarget,
        }),
        v.object({ type: v.literal('confirmed'), asks, title: v.string(), at: v.number() }),
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

/** Who leads a group, and tells its people whom WeChat does not reach. */
const tellers = v.array(v.object({ groupId: id, group: v.string(), name: v.string() }))
/** Who tells those of no group, or of one without a leader: whoever runs the branch. */
const head = v.optional(v.string())

/** 谁能收到: those of a branch whom WeChat would not tell of a meeting, and who leads their groups; all others get WeChat. */
export const whoGets = {
  request: v.strictObject({ branchId: id }),
  response: v.object({
    unreached: v.array(v.object({ id, because: unreached })),
    tellers,
    head,
  }),
}

/**
 * 看看怎么告知: who of a branch misses something now, with the sentence each would get, and how: `because`, a person tells; `enough`, nothing
 * more is said (told today, twice this month, once while a second message cannot come, or on the leader's list already); all others get WeChat. `goesAt` (ms): when it would go out, were
 * it said now; `opensAt`: from when on it may be; `saidAt`: today's, said already. `further`: how many more than one answer holds.
 */
export const word = {
  request: v.strictObject({ branchId: id }),
  response: v.object({
    branch: named,
    people: v.array(
      v.object({
        id,
        name: v.string(),
        text: v.string(),
        groupId: v.optional(id),
        /** 党员领导干部: not ticked beforehand. */
        cadre: v.optional(v.boolean()),
        because: v.optional(unreached),
        enough: v.optional(v.picklist(['today', 'twice', 'listed', 'once'])),
      }),
    ),
    further: v.optional(count),
    tellers,
    head,
    goesAt: v.number(),
    opensAt: v.optional(v.number()),
    saidAt: v.optional(v.number()),
  }),
}
export const say = {
  request: v.strictObject({
    branchId: id,
    memberIds: v.pipe(v.array(id), v.minLength(1), v.maxLength(1000)),
    nonce,
  }),
  response: v.object({ goesAt: v.number() }),
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
