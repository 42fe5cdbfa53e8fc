import type { Day } from './day'

/** How sure a year's days are. */
export const yearStates = ['final', 'provisional'] as const

/**
 * What a year's notice on holidays says: `off` the days off, weekends among them or not, `worked` the weekend days worked in exchange (调休).
 * `final`: as the notice says it; `provisional`: the notice is not out, only the statutory days stand here, and no exchange.
 */
export interface WorkYear {
  year: number
  state: (typeof yearStates)[number]
  off: readonly Day[]
  worked: readonly Day[]
}

/** Every known year in one; of a year that is not known weekends alone are off. */
export interface WorkCalendar {
  off: ReadonlySet<Day>
  worked: ReadonlySet<Day>
}

/** `workCalendarOf([{ year: 2026, state: 'final', off: ['2026-10-01'], worked: ['2026-10-10'] }]).off.has('2026-10-01') // true` */
export const workCalendarOf = (years: readonly WorkYear[]): WorkCalendar => ({
  off: new Set(years.flatMap(({ off }) => off)),
  worked: new Set(years.flatMap(({ worked }) => worked)),
})
