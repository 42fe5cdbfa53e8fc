import type { AuditRow } from '../../store/collections/audit'
import { atMost } from '../../store/conditions'
import { find } from '../../store/find'
import { removeWhere } from '../../store/updateWhere'
import { cameAbout, seal } from './audited'

/** Milliseconds after which no call is at work any more: a function has a minute at most. */
const OVER = 600_000
/** Rows a night looks at; calls are cut short seldom. */
const MOST = 20_000

/** Carries on what a row promised and a cut left half done; what is in the documents already is done once more without harm. */
export type CarryOn = (row: AuditRow) => Promise<void>

async function settle(row: AuditRow, carryOn: CarryOn): Promise<void> {
  if (row.of && (await cameAbout(row.of, row._id))) {
    await carryOn(row)
    await seal(row)
  } else await removeWhere('audit', { _id: row._id, state: 'begun' })
}

/**
 * Rows of calls that were cut short and never sent again: what came about is carried on to its end and sealed, what did not is told no more. One
 * that cannot be carried on waits for the next night and keeps no other: each is a `part` of the night's work. Gives how many there were.
 */
export async function settleAudit(
  now: number,
  carryOn: CarryOn,
  part: (subjectId: string, work: () => Promise<void>) => Promise<unknown>,
): Promise<number> {
  const begun = await find('audit', { state: 'begun', at: atMost(now - OVER) }, { limit: MOST })
  for (const row of begun) await part(row._id, () => settle(row, carryOn))
  return begun.length
}
