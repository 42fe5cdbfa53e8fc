import type { Activity } from '../activity/activity'
import type { Duty } from '../duty/duty'
import type { Fact } from './fact'
import type { ActivityIndex } from './indexActivities'
import type { FactIndex } from './indexFacts'
import type { Period, Progress } from './progress'
import type { Subject } from './subject'

/**
 * Facts and activities: a superset in any order, duplicates allowed; an index (indexFacts, indexActivities) when many subjects are evaluated.
 * Activities must hold those the facts point at and the subject's calendar of the period.
 */
export interface Evidence {
  facts: readonly Fact[] | FactIndex
  activities: readonly Activity[] | ActivityIndex
}

export const evaluate = (
  _input: { duty: Duty; subject: Subject; period: Period; now: number } & Evidence,
): Progress => {
  throw new Error('todo')
}
