import type { Activity } from './activity'

export type Slot = Pick<Activity, 'hostId' | 'startsAt' | 'endsAt'>

/**
 * Whether two meetings of one branch (or unit) want the same people at the same time; one may begin where the other ends. What the branch
 * or its committee holds wants people of every group; two groups share nobody.
 * `clashes(aMeetingOfGroup1, aMeetingOfGroup2, 'branch1') // false`
 */
export const clashes = (one: Slot, other: Slot, branchId: string): boolean => {
  const overlap = one.startsAt < other.endsAt && other.startsAt < one.endsAt
  return overlap && (one.hostId === other.hostId || [one.hostId, other.hostId].includes(branchId))
}
