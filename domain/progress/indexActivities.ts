import type { Activity, ActivityKind } from '../activity/activity'

/** Activities deduplicated by `_id`, found by id and by kind (its own and those it carries), ascending by start. */
export interface ActivityIndex {
  byId: ReadonlyMap<string, Activity>
  byKind: ReadonlyMap<ActivityKind, readonly Activity[]>
}

/** Builds the index once for many subjects; an index is handed back as it is. Of two copies the one changed last holds. */
export const indexActivities = (activities: readonly Activity[] | ActivityIndex): ActivityIndex => {
  if ('byId' in activities) return activities
  const byId = new Map<string, Activity>()
  for (const activity of activities) {
    const other = byId.get(activity._id)
    if (!other || other.updatedAt < activity.updatedAt) byId.set(activity._id, activity)
  }
  const byKind = new Map<ActivityKind, Activity[]>()
  const ascending = [...byId.values()].sort((a, b) => a.startsAt - b.startsAt || (a._id < b._id ? -1 : 1))
  for (const activity of ascending) {
    for (const kind of new Set([activity.kind, ...activity.carries])) {
      const list = byKind.get(kind)
      if (list) list.push(activity)
      else byKind.set(kind, [activity])
    }
  }
  return { byId, byKind }
}
