import type { OneOrganisation } from '@domain/contract/organisation'
import type { ElectionKind } from '@domain/contract/words'
import { plainPosts, singlePosts } from '@domain/org/seated'
import { postLabels, unitPostLabels } from '@domain/registry/labels'
import type { Day } from '@domain/time/day'
import { dayWords } from './changeSentences'
import type { ElectedPost } from './election'

interface Held {
  memberId: string
  post: ElectedPost
}

/** Posts of a branch and of a unit, as the pages of an election name them. */
export const electedLabels: Record<ElectedPost, string> = { ...postLabels, ...unitPostLabels }

const isAmong = (list: readonly Held[], one: Held) =>
  list.some(({ memberId, post }) => memberId === one.memberId && post === one.post)

/** Who ends what by it: with 改选 all who are not chosen again, with 补选 whom another one follows, and 委员 who get a task of their own. */
function endingOf(before: readonly Held[], posts: readonly Held[], kind: ElectionKind): Held[] {
  return before.filter((held) => {
    if (isAmong(posts, held)) return false
    if (kind === 'election') return true
    if (singlePosts.includes(held.post) && posts.some(({ post }) => post === held.post)) return true
    return plainPosts.includes(held.post) && posts.some(({ memberId }) => memberId === held.memberId)
  })
}

/** What an election comes to, told before it is saved: who holds what from the day on, and who no longer does. */
export function electionWords(
  { node, committee, people }: Pick<OneOrganisation, 'node' | 'committee' | 'people'>,
  { kind, on, posts, today }: { kind: ElectionKind; on: Day; posts: readonly Held[]; today: Day },
) {
  const names = new Map([
    ...committee.map(({ memberId, name }) => [memberId, name] as const),
    ...people.map(({ id, name }) => [id, name] as const),
  ])
  const nameOf = ({ memberId }: Held) => names.get(memberId) ?? ''
  const persons = new Set(posts.map(({ memberId }) => memberId)).size
  const what =
    kind === 'by_election'
      ? `${node.name}补选 ${persons}\u00a0人`
      : persons > 0
        ? `${node.name}新一届班子 ${persons}\u00a0人`
        : `${node.name}新一届，只记届期`
  return {
    sentence: `${dayWords(on, today)}起，${what}。`,
    holding: posts.map(
      (held) => `${electedLabels[held.post]} ${nameOf(held)}${isAmong(committee, held) ? '（不变）' : ''}`,
    ),
    ending: endingOf(committee, posts, kind).map(
      (held) => `${nameOf(held)}不再任${electedLabels[held.post]}`,
    ),
  }
}
