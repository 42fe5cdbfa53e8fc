import { headPosts } from '../contract/lists'
import type { HeadPost } from '../contract/words'
import type { Member } from '../org/member'
import { postsOn } from '../org/membershipOn'
import type { Day } from '../time/day'
import { runnersOf } from './secondPerson'

export interface Head<M> {
  member: M
  post: HeadPost
}

/**
 * Those who run a branch on a day with the post they run it by, the secretary first; of one post in the order given. Without any there is nobody
 * to invite, and somebody has to be elected first.
 * `headsOf(members, 'branch1', '2026-09-22') // [{ member: 宋秀国, post: 'secretary' }, …]`
 */
export const headsOf = <M extends Pick<Member, 'memberships' | 'posts'>>(
  members: readonly M[],
  branchId: string,
  day: Day,
): Head<M>[] => {
  const running = runnersOf(members, branchId, day)
  return headPosts.flatMap((post) =>
    running
      .filter((member) => {
        const held = postsOn(member, day).filter(({ organisationId }) => organisationId === branchId)
        return headPosts.find((one) => held.some((each) => each.post === one)) === post
      })
      .map((member) => ({ member, post })),
  )
}
