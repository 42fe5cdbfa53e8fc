import { type Refusal, refuse } from '@domain/contract/answer'
import type { MemberForm } from '@domain/contract/roster'
import type { OrganisationType } from '@domain/contract/words'
import { isActiveOn } from '@domain/org/membershipOn'
import type { Context } from '../../entry/useCase'
import { oneOf } from '../../store/conditions'
import { count, find } from '../../store/find'

const badField = (path: string): Refusal => refuse('invalid_request', { path: `form.${path}` })

/** What was linked before may stay linked, whatever has become of it since. */
type Kept = Pick<MemberForm, 'communityId' | 'householdIds' | 'contactBranchIds'>

/** Whether a group is one of the branch's of today. */
export function isGroupOf(groupId: string | undefined, branchId: string, { tree, today }: Context): boolean {
  if (groupId === undefined) return true
  const group = tree.get(groupId)
  return group?.type === 'group' && group.parentId === branchId && isActiveOn(group, today)
}

/** Someone else on the county's register with this name and these digits: invitations and imports could not tell them apart. */
export async function isSamePerson(form: MemberForm, memberId: string): Promise<boolean> {
  const { name, phoneTail } = form
  const found = await find('members', { name }, { fields: ['phoneTail', 'left'] })
  return found.some((other) => other._id !== memberId && other.phoneTail === phoneTail && !other.left)
}

/** Whether everything a form points at is there; null when it is. */
export async function checkForm(
  form: MemberForm,
  branchId: string,
  kept: Kept | null,
  context: Context,
): Promise<Refusal | null> {
  const { tree, today } = context
  const isThere = (id: string, type: OrganisationType) => {
    const node = tree.get(id)
    return node?.type === type && isActiveOn(node, today)
  }
  if (!isGroupOf(form.groupId, branchId, context)) return refuse('wrong_group')
  const { communityId } = form
  if (communityId !== undefined && communityId !== kept?.communityId && !isThere(communityId, 'community'))
    return badField('communityId')
  const points = form.contactBranchIds.filter((id) => !kept?.contactBranchIds.includes(id))
  if (!points.every((id) => isThere(id, 'branch'))) return badField('contactBranchIds')
  const households = [...new Set(form.householdIds)].filter((id) => !kept?.householdIds.includes(id))
  const known = households.length === 0 ? 0 : await count('households', { _id: oneOf(households) })
  return known === households.length ? null : badField('householdIds')
}
