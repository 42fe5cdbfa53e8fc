import type { Day } from '../org/organisation'

/**
 * The earliest day a plan may be put on: the first of last year, for which a yearly meeting may still be held (GLOSSARY, 补录).
 * `firstPlanDay('2026-09-22') // '2025-01-01'`
 */
export const firstPlanDay = (today: Day): Day => `${Number(today.slice(0, 4)) - 1}-01-01`
