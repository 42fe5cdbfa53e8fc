import { ask } from './ask'
import type { World } from './world'

/** Two services the demo branch proposes to the demo community: one it declines with a line more, one that waits. */
export async function someProposals(world: World, branchId: string): Promise<void> {
  const { communities } = await ask(world, 'demo-community', 'identity.work', {})
  const communityId = communities[0]?.community.id ?? ''
  const { places } = await ask(world, 'demo-secretary', 'proposal.ofBranch', { branchId })
  const suggestion = places.find(({ id }) => id === communityId)?.suggestion
  if (!suggestion) throw new Error('nobody of the branch is registered there')
  const title = '请买买提江·阿不都热合曼江同志那样懂农技的来讲讲怎么给老果园剪枝防虫'
  const propose = (nonce: string) =>
    ask(world, 'demo-secretary', 'proposal.write', {
      ...{ branchId, nonce },
      form: { ...suggestion, title, sevenOnes: ['counsel', 'policy', 'mechanism'] },
    })
  const { activityId } = await propose('some-proposal-declined')
  const note = '场地这个月都借出去了，下个月初再一起商量商量好不好呀谢谢'
  await ask(world, 'demo-community', 'proposal.decline', {
    communityId,
    activityId,
    reason: 'no_hands',
    note,
  })
  await propose('some-proposal-waiting')
}
