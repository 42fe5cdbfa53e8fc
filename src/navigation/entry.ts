import { type EntryCode, entryCodeOf } from './entryCode'

interface Launch {
  query?: Record<string, string | undefined>
  scene?: number
  path?: string
}

/** Pages that read their own query when a rule of the owner leads to them at once. */
const readsItself = /pages\/(checkin|visit)\//

/** The code the mini-program was opened with, for the home page to lead on. */
export function entryCode(launch: Launch): EntryCode | null {
  return readsItself.test(launch.path ?? '') ? null : entryCodeOf(launch.query ?? {}, launch.scene)
}
