import { done } from '@domain/contract/answer'
import { postsOn } from '@domain/org/membershipOn'
import { headsOf } from '@domain/access/headsOf'
import { aboutBranch, groupsOf } from '../../entry/targets'
import { useCase } from '../../entry/useCase'
import { readBranchMembers } from '../../store/readPeople'
import { ownOf } from './meetingsToTell'
import { readStanding } from './readReach'

/**
 * 谁能收到: of whom WeChat would tell of a meeting planned now nothing is said but that; of the others why a person tells them, and who leads
 * their group. By id: the plan has their names already.
 */
export const whoGets = useCase('reminder.whoGets', aboutBranch, async (_request, context, branch) => {
  const { today, tree, names } = context
  const all = await readBranchMembers(branch._id, today)
  const members = ownOf(all, branch, context)
  const standing = await readStanding(
    members.map(({ _id }) => _id),
    'meeting',
  )
  const unreached = members.flatMap(({ _id: id }) => {
    const because = standing(id)
    return typeof because === 'string' ? [{ id, because }] : []
  })
  const leads = (groupId: string) =>
    all.find((member) =>
      postsOn(member, today).some((held) => held.post === 'group_leader' && held.organisationId === groupId),
    )
  const tellers = groupsOf(branch._id, tree, today).flatMap((group) => {
    const leader = leads(group._id)
    return leader ? [{ groupId: group._id, group: group.name, name: names.acting(leader) }] : []
  })
  const [head] = headsOf(all, branch._id, today)
  return done({ unreached, tellers, ...(head && { head: names.acting(head.member) }) })
})
