import type { Activity } from '@domain/activity/activity'
import type { ActivityCard } from '@domain/contract/activity'
import type { Tree } from '@domain/org/tree'
import { readBranchesOf } from '../../store/readJointMeetings'

type Joint = Pick<ActivityCard, 'joint'>

/** By name the branches that hold a joint meeting together; nothing of one that one branch holds. */
export const namedJoint = (branchIds: readonly string[] | undefined, tree: Tree): Joint =>
  branchIds === undefined ? {} : { joint: { branches: branchIds.flatMap((id) => tree.get(id)?.name ?? []) } }

/** The same for some meetings, by their ids. */
export async function readJointNames(
  activities: readonly Activity[],
  tree: Tree,
): Promise<(activityId: string) => Joint> {
  const branches = await readBranchesOf(activities)
  return (activityId) => namedJoint(branches.get(activityId), tree)
}
