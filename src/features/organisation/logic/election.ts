import type { OneOrganisation } from '@domain/contract/organisation'

export type ElectedPost = OneOrganisation['committee'][number]['post']
export type Slate = Partial<Record<ElectedPost, string[]>>

/** In the order asked for, and whether one person alone holds it. */
export const slatePosts: readonly { post: ElectedPost; single: boolean }[] = [
  { post: 'secretary', single: true },
  { post: 'deputy_secretary', single: false },
  { post: 'organisation_officer', single: true },
  { post: 'publicity_officer', single: true },
  { post: 'discipline_officer', single: true },
  { post: 'committee_member', single: false },
]

/** Who holds what now: where a 改选 starts from. */
export function slateOf({ committee }: Pick<OneOrganisation, 'committee'>): Slate {
  const slate: Slate = {}
  for (const { post, memberId } of committee) slate[post] = [...(slate[post] ?? []), memberId]
  return slate
}

/** As it is sent. */
export const postsOf = (slate: Slate): { memberId: string; post: ElectedPost }[] =>
  slatePosts.flatMap(({ post }) => (slate[post] ?? []).map((memberId) => ({ memberId, post })))
