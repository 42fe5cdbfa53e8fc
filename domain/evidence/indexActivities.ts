import type { JudgedActivity } from '../activity/activity'
import type { ActivityKind } from '../contract/words'

/** Activities deduplicated by `_id`, found by id, by kind (its own and those it carries) and by owner, ascending by start. */
export interface ActivityIndex {
  byId: ReadonlyMap<string, JudgedActivity>
  byKind: ReadonlyMap<ActivityKind, readonly JudgedActivity[]>
  /** Kind → owner → activities; an owner is the host, and the branch whose duty the activity serves. */
  byOwner: ReadonlyMap<ActivityKind, ReadonlyMap<string, readonly JudgedActivity[]>>
  /** What is announced and not closed by anyone: by the id of each member it expects, and the services open to everyone. */
  readonly announced: Announced
}

export interface Announced {
  expecting: ReadonlyMap<string, readonly JudgedActivity[]>
  open: readonly JudgedActivity[]
}

const push = <K>(map: Map<K, JudgedActivity[]>, key: K, activity: JudgedActivity): void => {
  const list = map.get(key)
  if (list) list.push(activity)
  else map.set(key, [activity])
}

/** Whether it is one of the kinds, by its own kind or by what it carries. */
const kindsOf = ({ kind, carries }: JudgedActivity): ActivityKind[] =>
  carries.length === 0 ? [kind] : [...new Set([kind, ...carries])]

const announcedAmong = (ascending: readonly JudgedActivity[]): Announced => {
  const expecting = new Map<string, JudgedActivity[]>()
  const open: JudgedActivity[] = []
  for (const activity of ascending) {
    if (activity.state !== 'published' && activity.state !== 'open') continue
    if (activity.kind === 'community_service' && activity.hostType === 'community') open.push(activity)
    else for (const id of new Set(activity.expected.map((one) => one.memberId))) push(expecting, id, activity)
  }
  return { expecting, open }
}

const byOwnerOf = (byKind: ReadonlyMap<ActivityKind, readonly JudgedActivity[]>) => {
  const byOwner = new Map<ActivityKind, Map<string, JudgedActivity[]>>()
  for (const [kind, activities] of byKind) {
    const owners = new Map<string, JudgedActivity[]>()
    for (const activity of activities) {
      push(owners, activity.branchId, activity)
      if (activity.hostId !== activity.branchId) push(owners, activity.hostId, activity)
    }
    byOwner.set(kind, owners)
  }
  return byOwner
}

/** Builds the index once for many subjects; an index is handed back as it is. Of two copies the one changed last holds. */
export const indexActivities = (activities: readonly JudgedActivity[] | ActivityIndex): ActivityIndex => {
  if ('byId' in activities) return activities
  const byId = new Map<string, JudgedActivity>()
  for (const activity of activities) {
    const other = byId.get(activity._id)
    if (!other || other.updatedAt < activity.updatedAt) byId.set(activity._id, activity)
  }
  const byKind = new Map<ActivityKind, JudgedActivity[]>()
  const ascending = [...byId.values()].sort((a, b) => a.startsAt - b.startsAt || (a._id < b._id ? -1 : 1))
  for (const activity of ascending) for (const kind of kindsOf(activity)) push(byKind, kind, activity)
  let announced: Announced | undefined
  return {
    byId,
    byKind,
    byOwner: byOwnerOf(byKind),
    get announced() {
      announced ??= announcedAmong(ascending)
      return announced
    },
  }
}

/** Activities of a kind that are this branch's, group's, community's or unit's. */
export const ownedBy = (
  index: ActivityIndex,
  kind: ActivityKind,
  ownerId: string,
): readonly JudgedActivity[] => index.byOwner.get(kind)?.get(ownerId) ?? []
