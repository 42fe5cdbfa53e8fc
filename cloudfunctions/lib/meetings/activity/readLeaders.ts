import type { Named } from '@domain/contract/shared'
import { cadre } from '@domain/contract/words'
import type { Member } from '@domain/org/member'
import { isInForce, membershipOn } from '@domain/org/membershipOn'
import type { Tree } from '@domain/org/tree'
import type { Context } from '../../entry/useCase'
import { oneOf } from '../../store/conditions'
import { find } from '../../store/find'
import { nameFields } from '../../store/readPeople'

const read = [...nameFields, 'order', 'contactPoints'] as const
type Leader = Pick<Member, '_id' | (typeof read)[number]>

/** The other branches of a branch's unit. */
function siblingsOf(branchId: string, tree: Tree): string[] {
  const unitId = tree.get(branchId)?.parentId
  return [...tree.values()].flatMap(({ _id, type, parentId }) =>
    type === 'branch' && parentId === unitId && _id !== branchId ? [_id] : [],
  )
}

/**
 * Leaders from outside a branch who may give it a lecture that counts for them: whose 联系点 it is today (DUTIES row 9) first, then the leading
 * cadres of its unit (row 8), in the order of the register. Whose name stays inside another branch is not among them, and is written by hand.
 */
export async function readLeaders(branchId: string, { today, tree, names }: Context): Promise<Named[]> {
  const siblings = siblingsOf(branchId, tree)
  const ofSiblings = { 'memberships.branchId': oneOf(siblings), cadre: oneOf(cadre.options) }
  const [pointed, cadres]: [Leader[], Leader[]] = await Promise.all([
    find('members', { 'contactPoints.branchId': branchId }, { limit: 200, fields: read }),
    siblings.length > 0 ? find('members', ofSiblings, { limit: 200, fields: read }) : [],
  ])
  const hasIt = ({ contactPoints = [] }: Leader) =>
    contactPoints.some((point) => point.branchId === branchId && isInForce(point, today))
  const belongsTo = (branchIds: readonly string[]) => (leader: Leader) =>
    branchIds.includes(membershipOn(leader, today)?.branchId ?? '')
  const inOrder = (leaders: readonly Leader[]) => [...leaders].sort((a, b) => a.order - b.order)
  const isOwn = belongsTo([branchId])
  const leaders = [
    ...inOrder(pointed.filter(hasIt)),
    ...inOrder(cadres.filter(belongsTo(siblings)).filter((each) => !hasIt(each))),
  ]
  return leaders
    .filter((leader) => names.sees(leader) && !isOwn(leader))
    .map((leader) => ({ id: leader._id, name: names.acting(leader) }))
}
