import type { ActivityKind } from '../activity/activity'
import type { Member } from '../org/member'
import type { Evidence } from './evaluate'
import type { Period } from './progress'

export interface LifeCount {
  kind: ActivityKind
  attended: number
  held: number
  /** Start (ms) of the next one in the calendar. */
  next?: number
}

/** Attended and held of kinds without a minimum for members (row 10), for every member alike. */
export const life = (
  _input: { kinds: readonly ActivityKind[]; member: Member; period: Period; now: number } & Evidence,
): LifeCount[] => {
  throw new Error('todo')
}
