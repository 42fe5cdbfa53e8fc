import { done } from '@domain/contract/answer'
import type { Member } from '@domain/org/member'
import { postsOn } from '@domain/org/membershipOn'
import type { Organisation } from '@domain/org/organisation'
import { headsOf } from '@domain/access/headsOf'
import { aboutBranch, groupsOf } from '../../entry/targets'
import { type Context, useCase } from '../../entry/useCase'
import { readBranchMembers } from '../../store/readPeople'
import { ownOf } from './meetingsToTell'
import { readStanding } from './readReach'

/** Who tells those whom WeChat does not reach: the leaders of their groups, and whoever runs the branch those of no group, or of one without a leader. */
export function tellersOf(branch: Organisation, members: readonly Member[], { today, tree, names }: Context) {
  const leads = (groupId: string) =>
    members.find((member) =>
      postsOn(member, today).some((held) => held.post === 'group_leader' && held.organisationId === groupId),
    )
  const tellers = groupsOf(branch._id, tree, today).flatMap((group) => {
    const leader = leads(group._id)
    return leader ? [{ groupId: group._id, group: group.name, name: names.acting(leader) }] : []
  })
  const [head] = headsOf(members, branch._id, today)
  return { tellers, ...(head && { head: names.acting(head.member) }) }
}

/**
 * 谁能收到: of whom WeChat would tell of a meeting planned now nothing is said but that; of the others why a person tells them, and who leads
 * their group. By id: the plan has their names already.
 */
export const whoGets = useCase('reminder.whoGets', aboutBranch, async (_request, context, branch) => {
  const all = await readBranchMembers(branch._id, context.today)
  const members = ownOf(all, branch, context)
  const standing = await readStanding(
    members.map(({ _id }) => _id),
    'meeting',
  )
  const unreached = members.flatMap(({ _id: id }) => {
    const because = standing(id)
    return typeof because === 'string' ? [{ id, because }] : []
  })
  return done({ unreached, ...tellersOf(branch, all, context) })
})
