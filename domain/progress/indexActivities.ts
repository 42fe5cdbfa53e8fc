import type { Activity } from '../activity/activity'

/** Activities deduplicated by `_id` and found by id, host and branch. */
export interface ActivityIndex {
  byId: ReadonlyMap<string, Activity>
  /** Ascending by start. */
  all: readonly Activity[]
}

export const indexActivities = (_activities: readonly Activity[] | ActivityIndex): ActivityIndex => {
  throw new Error('todo')
}
