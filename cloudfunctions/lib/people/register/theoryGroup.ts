import type { Member } from '@domain/org/member'
import { theoryGroupOf } from '@domain/org/theoryGroupOf'
import type { Day } from '@domain/time/day'
import { find } from '../../store/find'

/** Whoever ever was in a unit's 中心组: a period of the past is judged by who sat in it then. */
export const readTheoryGroupEver = (unitId: string): Promise<Member[]> =>
  find('members', { 'posts.organisationId': unitId }, { limit: 1000 })

/** 中心组 of a unit on a day, in register order. */
export function theoryGroupOn(members: readonly Member[], unitId: string, day: Day): Member[] {
  const ids = theoryGroupOf(members, unitId, day)
  return members.filter(({ _id }) => ids.includes(_id)).sort((a, b) => a.order - b.order)
}
