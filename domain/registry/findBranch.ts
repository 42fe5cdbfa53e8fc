import type { MemberEntry } from './entry'
import { asked, type Judged, refused } from './judged'
import type { Register } from './register'

/** The branch a row means, or why none. */
export function findBranch(
  { branch }: MemberEntry,
  register: Register,
  chosen: readonly string[],
): string | Judged {
  const { places, isOwn, onlyBranchId } = register
  if (branch === undefined) return onlyBranchId ?? refused('unknown_branch')
  const { ids, isExact } = places.branches(branch)
  const own = ids.filter(isOwn)
  const picked = own.find((id) => chosen.includes(id))
  if (picked) return picked
  const [only] = own
  if (only === undefined) return refused(ids.length > 0 && isExact ? 'not_yours' : 'unknown_branch')
  if (isExact && own.length === 1) return only
  return asked(
    'several_branches',
    own.map((key) => ({ key, label: places.tree.get(key)?.name ?? key })),
  )
}
