import { type EntryCode, entryCodeOf } from './entryCode'

interface Launch {
  query?: Record<string, string | undefined>
  scene?: number
  path?: string
}

/** The code the mini-program was opened with. When the rule leads to the check-in page itself, that page reads its own query. */
export function entryCode(launch: Launch): EntryCode | null {
  return launch.path?.includes('pages/checkin/') ? null : entryCodeOf(launch.query ?? {}, launch.scene)
}
