import { daysLeft, type Period } from './period'

/** From so many days before a period's end (today counted, inclusive) what is missing is said aloud and told; before, only what is done is said. */
export const PRESSING_DAYS = 7

/** Whether a period is so near its end, or over: of September from the 24th on. */
export const isPressing = (period: Pick<Period, 'from' | 'to'>, now: number): boolean =>
  daysLeft(period, now) <= PRESSING_DAYS
