import { placeOf, postsOn } from '@domain/org/membershipOn'
import { isRegisterPost, postLabels } from '@domain/registry/labels'
import type { Nameable } from '../store/readPeople'
import { NAMELESS } from './Names'
import type { Context } from './useCase'

/** Somebody whose request is answered from above: by name, or by the post in the branch where numbers alone leave it: 县公安局党支部书记. */
export function titleFor(member: Nameable, { names, today, tree }: Context): string {
  if (names.sees(member)) return names.of(member)
  const branch = tree.get(placeOf(member, today)?.branchId ?? '')
  const held = postsOn(member, today).find(({ organisationId }) => organisationId === branch?._id)?.post
  const post = held && isRegisterPost(held) ? postLabels[held] : NAMELESS
  return `${(branch?.name ?? '').replace(/党支部$/, post.startsWith('党支部') ? '' : '党支部')}${post}`
}
