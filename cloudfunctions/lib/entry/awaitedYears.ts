import { clockOf } from '@domain/time/day'
import { readSavedYears, yearOf } from './readWorkdays'

/** From this month on (1–12) the next year's notice is waited for; it comes out early in November. */
export const AWAITED_FROM = 10

/** Years that are near and whose notice nobody has entered: said months before a term falls into one. */
export async function awaitedYears(now: number): Promise<number[]> {
  const { year, month } = clockOf(now)
  const saved = await readSavedYears(now)
  const near = month >= AWAITED_FROM ? [year, year + 1] : [year]
  return near.filter((one) => yearOf(saved, one).state === 'provisional')
}
