import type { OneOrganisation } from '@domain/contract/organisation'
import type { ElectionKind } from '@domain/contract/words'
import { FEWEST, isWithoutCommittee, withoutCommittee } from '@domain/org/elect'

export type ElectedPost = OneOrganisation['committee'][number]['post']
export type Slate = Partial<Record<ElectedPost, string[]>>

interface SlatePost {
  post: ElectedPost
  single: boolean
}

const ofBranch: readonly SlatePost[] = [
  { post: 'secretary', single: true },
  { post: 'deputy_secretary', single: false },
  { post: 'organisation_officer', single: true },
  { post: 'publicity_officer', single: true },
  { post: 'discipline_officer', single: true },
  { post: 'committee_member', single: false },
]

const ofUnit: readonly SlatePost[] = [
  { post: 'unit_secretary', single: true },
  { post: 'unit_deputy_secretary', single: false },
  { post: 'unit_committee_member', single: false },
]

/** In the order asked for, and whether one person alone holds it: a branch of fewer than seven full members has no 支委会. */
export function slatePosts({ node, people }: Pick<OneOrganisation, 'node' | 'people'>): readonly SlatePost[] {
  if (node.type === 'unit') return ofUnit
  return isWithoutCommittee(people.length)
    ? ofBranch.filter(({ post }) => withoutCommittee.includes(post))
    : ofBranch
}

/** What still hinders going on, in words. */
export function hindrance(
  one: Pick<OneOrganisation, 'node' | 'people'>,
  kind: ElectionKind,
  posts: readonly { memberId: string }[],
): string | undefined {
  const persons = new Set(posts.map(({ memberId }) => memberId)).size
  const isUnit = one.node.type === 'unit'
  if (persons === 0) return isUnit && kind === 'election' ? undefined : '请先选人'
  const isShort = kind === 'election' && !isUnit && !isWithoutCommittee(one.people.length)
  return isShort && persons < FEWEST ? `支委会至少 ${FEWEST} 人，一般 3 至 5 人` : undefined
}

/** Who holds what now: where a 改选 starts from. */
export function slateOf({ committee }: Pick<OneOrganisation, 'committee'>): Slate {
  const slate: Slate = {}
  for (const { post, memberId } of committee) slate[post] = [...(slate[post] ?? []), memberId]
  return slate
}

/** As it is sent. */
export const postsOf = (
  slate: Slate,
  posts: readonly SlatePost[],
): { memberId: string; post: ElectedPost }[] =>
  posts.flatMap(({ post }) => (slate[post] ?? []).map((memberId) => ({ memberId, post })))
