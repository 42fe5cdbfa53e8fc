import type { Day } from '@domain/time/day'
import { AppError } from '../ground/AppError'
import { oneOf } from '../store/conditions'
import { count, find } from '../store/find'
import { insertMany } from '../store/insertOnce'

/** Goes at it while others take numbers at the same moment. */
const TURNS = 10

/** The four digits a year of a county needs, and more where it needs more: `2026-0417`. */
const numberOf = (year: string, n: number): string => `${year}-${String(n).padStart(4, '0')}`

async function given(reportIds: readonly string[]): Promise<Map<string, string>> {
  const rows = await find('receipts', { reportId: oneOf(reportIds) }, { fields: ['reportId'] })
  return new Map(rows.map(({ _id, reportId }) => [reportId, _id]))
}

/**
 * A number of the year for each 回执, by what was asked. It is given before the yes is written, so that a call that was cut short and is sent again
 * comes to the same numbers; one whose yes never came leaves a gap.
 */
export async function allotReceipts(
  reportIds: readonly string[],
  today: Day,
): Promise<ReadonlyMap<string, string>> {
  const year = today.slice(0, 4)
  for (let turn = 0; turn < TURNS; turn += 1) {
    const numbers = await given(reportIds)
    const left = reportIds.filter((reportId) => !numbers.has(reportId))
    if (left.length === 0) return numbers
    const first = (await count('receipts', { year })) + 1
    await insertMany(
      'receipts',
      left.map((reportId, i) => ({ _id: numberOf(year, first + i), reportId, year })),
    )
  }
  throw new AppError('receipts_busy', 'no numbers left after several goes')
}
