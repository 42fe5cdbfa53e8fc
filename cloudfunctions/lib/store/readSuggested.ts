import type { StoredReminder } from './collections/reminders'
import { oneOf } from './conditions'
import { find } from './find'
import { MOST_WAITING } from './readInPages'

const fields = ['branchId', 'memberId', 'early'] as const
export type Suggested = Pick<StoredReminder, '_id' | (typeof fields)[number]>

/** Early notes (DUTIES row 45) of some branches that still hold, as the last full roll-up found them. */
export const readSuggested = (branchIds: readonly string[]): Promise<Suggested[]> =>
  find('reminders', { branchId: oneOf(branchIds), suggested: true }, { limit: MOST_WAITING, fields })
