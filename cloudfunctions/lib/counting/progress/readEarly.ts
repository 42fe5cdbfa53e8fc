import type { EarlyStretch } from '@domain/progress/earlyNotes'
import { periodOf } from '@domain/time/period'
import { cached } from '../../entry/cached'
import { find } from '../../store/find'

const readOfMonth = cached(async (now) => {
  const { key } = periodOf('month', now)
  const [row] = await find('rollups', { _id: key }, { limit: 1, fields: ['early'] })
  return row?.early ?? {}
})

/** Whom of a branch it is suggested to talk with (DUTIES row 45), as the last full roll-up of the running month found them; kept for a minute. */
export const readEarly = async (branchId: string, now: number): Promise<readonly EarlyStretch[]> =>
  (await readOfMonth(now))[branchId] ?? []
