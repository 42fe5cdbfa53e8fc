import { addDays, type Day } from '../time/day'

interface Dated {
  from: Day
  to?: Day
}

/**
 * A list of dated things in which some no longer hold from a day on: what began before ends with the day before, what would begin then or
 * later never was. What was already over stays as it is.
 * `endedFrom([{ from: '2026-01-01' }], () => true, '2026-09-22') // [{ from: '2026-01-01', to: '2026-09-21' }]`
 */
export const endedFrom = <T extends Dated>(list: readonly T[], isOver: (one: T) => boolean, on: Day): T[] =>
  list.flatMap((one) => {
    if ((one.to !== undefined && one.to < on) || !isOver(one)) return [one]
    return one.from >= on ? [] : [{ ...one, to: addDays(on, -1) }]
  })
