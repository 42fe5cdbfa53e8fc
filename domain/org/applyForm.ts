import type { MemberForm } from '../contract/roster'
import type { Day } from '../time/day'
import { endedFrom } from './endedFrom'
import type { ContactPoint, LinkedHousehold, Member } from './member'
import { isInForce, membershipOn } from './membershipOn'
import { placeMember } from './placeMember'

/** Links of a list as they should be from today on: those named go on or begin, the others end with yesterday. */
function linked<T extends { from: Day; to?: Day }>(
  list: readonly T[],
  wanted: readonly string[],
  today: Day,
  link: { idOf: (one: T) => string; make: (id: string) => T },
): T[] {
  const kept = endedFrom(list, (one) => !wanted.includes(link.idOf(one)), today)
  const known = kept.filter((one) => isInForce(one, today)).map(link.idOf)
  return [...kept, ...[...new Set(wanted)].filter((id) => !known.includes(id)).map(link.make)]
}

/**
 * What a form leaves empty is taken away, unlike what a list from outside leaves empty. `typedHash`: of the whole number, where one was typed and
 * there is a key.
 */
export const applyForm = (member: Member, form: MemberForm, today: Day, typedHash?: string): Member => {
  const { name, phoneTail, standing, groupId, cadre, communityId } = form
  const { cadre: _cadre, communityId: _communityId, phoneHash, contactPoints = [], ...rest } = member
  // Digits and hash are of one number: other digits leave the hash of the old one behind.
  const hash = form.phone === undefined && phoneTail === member.phoneTail ? phoneHash : typedHash
  const households = linked<LinkedHousehold>(member.households, form.householdIds, today, {
    idOf: ({ householdId }) => householdId,
    make: (householdId) => ({ householdId, from: today }),
  })
  // 联系点 are a county leader's.
  const points = linked<ContactPoint>(contactPoints, cadre === 'county' ? form.contactBranchIds : [], today, {
    idOf: ({ branchId }) => branchId,
    make: (branchId) => ({ branchId, from: today }),
  })
  const next: Member = {
    ...rest,
    name,
    phoneTail,
    ...(hash !== undefined && { phoneHash: hash }),
    standing,
    ...(cadre && { cadre }),
    ...(communityId !== undefined && { communityId }),
    households,
    ...(points.length > 0 && { contactPoints: points }),
  }
  const branchId = membershipOn(member, today)?.branchId
  if (branchId === undefined) return next
  return placeMember(next, { branchId, ...(groupId !== undefined && { groupId }) }, today)
}

/** A member as the form would show them today. */
export const formOf = (member: Member, today: Day): MemberForm => {
  const { name, phoneTail, standing, cadre, communityId, households, contactPoints = [] } = member
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
