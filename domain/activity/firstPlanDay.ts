import type { Day } from '../time/day'

/**
 * The earliest day a plan may be put on: the first of last year. A day that is past makes it a 补录; years before the last one are closed.
 * `firstPlanDay('2026-09-22') // '2025-01-01'`
 */
export const firstPlanDay = (today: Day): Day => `${Number(today.slice(0, 4)) - 1}-01-01`
