import assert from 'node:assert/strict'
import { ask } from './ask'
import type { World } from './world'

/** 社区报到: one of the demo member with its receipt, and one that waits for 滨河社区. */
export async function someReports(world: World): Promise<void> {
  const { database } = world.emulator
  const placeOf = (openid: string) => {
    const [identity] = database.find('identities', { _id: openid })
    return String((identity?.grants as { organisationId: string }[] | undefined)?.[0]?.organisationId)
  }
  const kind = 'home' as const
  const communityId = placeOf('demo-community-2')
  const asked = await ask(world, 'demo-member', 'community.report', {
    ...{ communityId, kind, nonce: 'every-page-report' },
  })
  const yes = { communityId, reportIds: [asked.reportId], accept: true }
  await ask(world, 'demo-community-2', 'community.accept', yes)
  const here = placeOf('demo-community')
  const isElsewhere = (openid: string) => {
    const _id = database.find('identities', { _id: openid })[0]?.memberId
    return database.count('members', { _id, 'communities.communityId': here }) === 0
  }
  const other = ['demo-elder', 'demo-guest', 'demo-leader', 'demo-all-done', 'demo-secretary'].find(
    isElsewhere,
  )
  assert.ok(other)
  await ask(world, other, 'community.report', { communityId: here, kind, nonce: 'every-page-waits' })
}
