import type { Member } from '@domain/org/member'
import { postsOn } from '@domain/org/membershipOn'
import type { Day } from '@domain/org/organisation'
import { find } from '../wx/find'

/** Whoever ever was in a unit's 中心组: a period of the past is judged by who sat in it then. */
export const readTheoryGroupEver = (unitId: string): Promise<Member[]> =>
  find('members', { 'posts.organisationId': unitId }, { limit: 1000 })

export const sitsIn = (member: Pick<Member, 'posts'>, unitId: string, day: Day): boolean =>
  postsOn(member, day).some(
    ({ post, organisationId }) => post === 'theory_group_member' && organisationId === unitId,
  )

/** 中心组 of a unit on a day, in register order. */
export const theoryGroupOn = (members: readonly Member[], unitId: string, day: Day): Member[] =>
  members.filter((member) => sitsIn(member, unitId, day)).sort((a, b) => a.order - b.order)
