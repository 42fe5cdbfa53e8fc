import type { Day } from '../org/organisation'

export const daysOff: ReadonlySet<Day> = new Set<Day>()
export const makeUpWorkdays: ReadonlySet<Day> = new Set<Day>()
