import * as v from 'valibot'
import { count, id, line, nonce } from './shared'

export const feedbackKind = v.picklist(['wrong_number', 'hard_to_use', 'burden', 'other'])
const item = v.object({
  /** 20260826-03; without a name 4827-1903, which tells no day and no order. */
  number: v.string(),
  kind: feedbackKind,
  text: v.string(),
  at: v.number(),
  state: v.picklist(['open', 'answered']),
  answer: v.optional(v.string()),
  /** Workdays it took, or is due in (0: today). */
  workdays: count,
  overdue: v.boolean(),
})
export type FeedbackItem = v.InferOutput<typeof item>

/** 投诉建议. Without a name it is answered all the same: whoever keeps the key reads the answer. Refusals: text_refused, too_many_attempts (5 a day). */
export const send = {
  request: v.strictObject({ kind: feedbackKind, text: line(200), anonymous: v.boolean(), nonce }),
  response: v.object({ number: v.string(), key: v.string(), dueBy: v.number() }),
}
/** One's own, newest first, and those without a name by their keys (kept on the phone that sent them). */
export const mine = {
  request: v.strictObject({ keys: v.pipe(v.array(v.pipe(v.string(), v.maxLength(64))), v.maxLength(20)) }),
  response: v.object({ items: v.array(item) }),
}
/** For the work committee: open ones first, the oldest first. `from` only where a name was left. */
export const list = {
  request: v.strictObject({}),
  response: v.object({ items: v.array(v.object({ ...item.entries, id, from: v.optional(v.string()) })) }),
}
export type FeedbackList = v.InferOutput<typeof list.response>
export const answer = {
  request: v.strictObject({ id, answer: line(200) }),
  response: v.object({ id }),
}
