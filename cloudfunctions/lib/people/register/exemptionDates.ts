import { addDays, type Day } from '@domain/time/day'

/** Days back to which an exemption may begin, and ahead: years that are over are not judged anew. */
const BACK = 366
const AHEAD = 366

/** Whether an exemption may run from a day to another (both inclusive; without one: until it is ended). */
export const areDates = (from: Day, to: Day | undefined, today: Day): boolean =>
  from >= addDays(today, -BACK) && from <= addDays(today, AHEAD) && (to === undefined || from <= to)
