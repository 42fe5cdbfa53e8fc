import { communityIdsOn } from '../org/communities'
import type { Member } from '../org/member'
import { membershipOn, postsOn } from '../org/membershipOn'
import type { Tree } from '../org/tree'
import type { Day } from '../time/day'
import { cadreLabels, isRegisterPost, postLabels, standingLabels } from './labels'

/** The columns of the register the product can fill, in their order. */
export const registerFields = [
  'name',
  'standing',
  'branch',
  'group',
  'post',
  'cadre',
  'phone',
  'community',
  'households',
] as const
export type RegisterField = (typeof registerFields)[number]

/** A member as the register writes them, on a day: what an export prints and a preview compares. */
export function describe(
  member: Member,
  day: Day,
  tree: Tree,
  householdLabel: (householdId: string) => string,
): Record<RegisterField, string> {
  const nameOf = (id: string | undefined) => (id === undefined ? '' : (tree.get(id)?.name ?? ''))
  const place = membershipOn(member, day)
  const posts = postsOn(member, day)
    .filter(({ organisationId }) => organisationId === place?.branchId || organisationId === place?.groupId)
    .flatMap(({ post }) => (isRegisterPost(post) ? [postLabels[post]] : []))
  const households = member.households.filter(
    ({ from, to }) => from <= day && (to === undefined || day <= to),
  )
  return {
    name: member.name,
    standing: standingLabels[member.standing],
    branch: nameOf(place?.branchId),
    group: nameOf(place?.groupId),
    post: [...posts.sort(), ...(member.otherPosts ? [member.otherPosts] : [])].join('、'),
    cadre: member.cadre ? cadreLabels[member.cadre] : '',
    phone: member.phoneTail,
    community: nameOf(communityIdsOn(member, day)[0]),
    households: households
      .map(({ householdId }) => householdLabel(householdId))
      .sort()
      .join('；'),
  }
}
