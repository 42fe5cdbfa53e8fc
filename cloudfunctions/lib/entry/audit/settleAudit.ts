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

/** Carried on and made final, if it came about; false when it did not. */
async function ended(row: AuditRow, carryOn: CarryOn): Promise<boolean> {
  if (!row.of || !(await cameAbout(row.of, row._id))) return false
  await carryOn(row)
  await seal(row)
  return true
}

async function settle(row: AuditRow, carryOn: CarryOn): Promise<void> {
  if (!(await ended(row, carryOn))) await removeWhere('audit', { _id: row._id, state: 'begun' })
}

/**
 * Ends what a call that was cut short left half done at a place, before the next one of its kind is done there: the night would do the earlier one
 * over the later. What has not come about is left alone, since a call may be at work.
 */
export async function settleBefore(
  { what, placeId }: Pick<AuditRow, 'what' | 'placeId'>,
  carryOn: CarryOn,
): Promise<void> {
  const begun = await find('audit', { state: 'begun', what, placeId })
  for (const row of begun.sort((a, b) => a.at - b.at)) await ended(row, carryOn)
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
