import type { MemberForm } from '../contract/roster'
import type { Day } from '../time/day'
import { communityOfKind } from './communities'
import { editMember } from './editMember'
import type { Member } from './member'
import { isInForce, membershipOn } from './membershipOn'

/**
 * What a form leaves empty is taken away, unlike what a list from outside leaves empty. `typedHash`: of the whole number, where one was typed and
 * there is a key.
 */
export const applyForm = (member: Member, form: MemberForm, today: Day, typedHash?: string): Member => {
  const { name, phoneTail, standing, groupId, cadre, communityId, householdIds, contactBranchIds } = form
  const branchId = membershipOn(member, today)?.branchId
  return editMember(
    member,
    {
      name,
      phoneTail,
      phoneHash: form.phone === undefined ? undefined : (typedHash ?? null),
      standing,
      cadre: cadre ?? null,
      communityId: communityId ?? null,
      households: { ids: householdIds, only: true },
      // 联系点 are a county leader's.
      contactBranchIds: cadre === 'county' ? contactBranchIds : [],
      ...(branchId !== undefined && { place: { branchId, ...(groupId !== undefined && { groupId }) } }),
    },
    today,
  )
}

/** A member as the form would show them today. */
export const formOf = (member: Member, today: Day): MemberForm => {
  const { name, phoneTail, standing, cadre, households, contactPoints = [] } = member
  const communityId = communityOfKind(member, 'unit', today)?.communityId
  const groupId = membershipOn(member, today)?.groupId
  return {
    name,
    phoneTail,
    standing,
    ...(groupId !== undefined && { groupId }),
    ...(cadre && { cadre }),
    ...(communityId !== undefined && { communityId }),
    householdIds: households.filter((one) => isInForce(one, today)).map(({ householdId }) => householdId),
    contactBranchIds: contactPoints.filter((one) => isInForce(one, today)).map(({ branchId }) => branchId),
  }
}
