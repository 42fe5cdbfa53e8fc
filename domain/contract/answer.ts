import type { Reason } from './reasons'

/**
 * Raised whenever a client of the version before could misread an answer, or ask what is no longer understood: then what it says and reads
 * otherwise is translated (cloudfunctions/lib/entry/translations.ts). A client older than that gets `client_outdated`.
 */
export const contractVersion = 1

/** What a refusal may add; nothing here says whether a forbidden thing exists. */
export interface RefusalDetail {
  /** invalid_request: path of the first bad field, e.g. `form.startsAt`. */
  path?: string
  /** already_registered: when and how the first registration was made (ms). */
  firstAt?: number
  way?: string
  /** too_early: when registration opens (ms); ended: when it closed (ms). */
  at?: number
  /** The activity's title, for a page that must say what was refused. */
  title?: string
  activityId?: string
  /** too_many_attempts: when to try again (ms). */
  retryAt?: number
  /** unsettled_members: how many. */
  count?: number
  /** try_again: six digits under which the log has what happened. */
  number?: string
  /** quote_open: the line in which it begins. */
  line?: number
}

/** `at`: the server's clock in ms at the answer; the phone corrects its own by it. */
export type Answer<T> =
  { ok: true; at: number; data: T } | { ok: false; at: number; reason: Reason; detail?: RefusalDetail }

/** What a use case returns; the entry adds the clock. */
export type Outcome<T> = { ok: true; data: T } | Refusal
export interface Refusal {
  ok: false
  reason: Reason
  detail?: RefusalDetail
}

export const done = <T>(data: T): Outcome<T> => ({ ok: true, data })
export const refuse = (reason: Reason, detail?: RefusalDetail): Refusal =>
  detail ? { ok: false, reason, detail } : { ok: false, reason }
