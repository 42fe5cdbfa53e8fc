import type { ActivityKind } from '../contract/words'
import type { Member } from '../org/member'
import { isActiveOn, membershipOn } from '../org/membershipOn'
import type { Organisation } from '../org/organisation'
import { isUnder, type Tree } from '../org/tree'
import { type Day, dayOf } from '../time/day'
import type { Activity } from './activity'

/** What several branches may hold together (联合开展). What a committee or a group holds is of its own people. */
export const jointKinds: readonly ActivityKind[] = ['general_meeting', 'theme_party_day', 'study', 'lecture']

/** Whether it is one branch's part of a joint meeting, or the one it is a part of. */
export const isJoint = ({ jointOf, jointIds = [] }: Pick<Activity, 'jointOf' | 'jointIds'>): boolean =>
  jointOf !== undefined || jointIds.length > 0

/**
 * The one meeting people were at, whichever branch's part of it they stand in: nobody, and no branch, is credited with it twice.
 * `meetingKey({ _id: 'part', jointOf: 'host' }) // 'host'`
 */
export const meetingKey = ({ _id, jointOf }: Pick<Activity, '_id' | 'jointOf'>): string => jointOf ?? _id

/** Branches another one may hold a meeting with on a day: those of the same unit, in 组织序列. A unit's own and other units' are none. */
export function jointChoices(tree: Tree, branchId: string, day: Day): Organisation[] {
  const unitId = tree.get(branchId)?.parentId
  const unit = typeof unitId === 'string' ? tree.get(unitId) : undefined
  if (!unit) return []
  // The work committee is no unit: of what stands directly under it, only that.
  const isOfUnit = ({ _id, parentId }: Organisation) =>
    unit.type === 'unit' ? isUnder(tree, _id, unit._id) : parentId === unit._id
  return [...tree.values()]
    .filter(
      (node) => node.type === 'branch' && node._id !== branchId && isActiveOn(node, day) && isOfUnit(node),
    )
    .sort((a, b) => a.order - b.order)
}

type Part = Pick<Activity, 'branchId' | 'startsAt' | 'expected'>

/**
 * In which branch's part of a joint meeting somebody is registered, whichever part's code is shown at the door: the own branch's of those that expect
 * them, else any that does, else the own branch's; who is of none of them is a guest of the first, where the code is.
 */
export function partFor<P extends Part>(
  parts: readonly [P, ...P[]],
  member: Pick<Member, '_id' | 'memberships'>,
): P {
  const [shown] = parts
  const ownId = membershipOn(member, dayOf(shown.startsAt))?.branchId
  const isOwn = ({ branchId }: P) => branchId === ownId
  const expecting = parts.filter(({ expected }) => expected.some(({ memberId }) => memberId === member._id))
  return expecting.find(isOwn) ?? expecting[0] ?? parts.find(isOwn) ?? shown
}
