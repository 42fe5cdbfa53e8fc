import { daysLeft, isOver, type Period } from './period'

/** From so many days before a period's end (today counted, inclusive) what is missing is said aloud and told; before, only what is done is said. */
export const PRESSING_DAYS = 7

/** Whether a period that runs is so near its end: September from the 24th to the 30th. */
export const isPressing = (period: Pick<Period, 'from' | 'to'>, now: number): boolean =>
  !isOver(period, now) && daysLeft(period, now) <= PRESSING_DAYS
