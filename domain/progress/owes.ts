import type { Progress } from './progress'

/**
 * Whether something is asked of the subject at all: a minimum, no reason why not, and held or planned by the branch where it is a member's to
 * attend. The one place that says who is counted among those who owe.
 */
export const owes = ({ needed, notOwed, state }: Pick<Progress, 'needed' | 'notOwed' | 'state'>): boolean =>
  needed !== null && notOwed === undefined && state !== 'not_held'

/** Whether the minimum is met. */
export const isDone = ({ done, needed }: Pick<Progress, 'done' | 'needed'>): boolean =>
  needed !== null && done >= needed
