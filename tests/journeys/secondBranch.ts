import { consentVersion } from '../../domain/contract/consentVersion'
import type { World } from './world'

/** Names as long as they come on a register. */
export const secondBranchName = '县农业农村局机关离退休干部联合党支部'
export const longName = '买买提江·阿不都热合曼江'

const people = [
  { key: 'secretary', name: '秦二支', posts: ['secretary'] },
  { key: 'deputy', name: '许二支', posts: ['deputy_secretary'] },
  { key: 'member', name: longName, posts: [] },
] as const

/**
 * A second branch beside the demo branch, under the same unit: its secretary, deputy and a member, each with a phone (`second-secretary`,
 * `second-deputy`, `second-member`). Called before anybody has asked the cloud anything. Gives the id of the branch.
 */
export function addSecondBranch({ emulator: { database, clock } }: World): string {
  const [branch] = database.find('organisations', { name: '县农业农村局党支部' })
  const [member] = database.find('members', { 'memberships.branchId': branch?._id })
  const [identity] = database.find('identities', { memberId: member?._id })
  const { groupId: _, ...rest } = branch ?? {}
  const branchId = 'second-branch'
  database.insertMany('organisations', [{ ...rest, _id: branchId, name: secondBranchName, order: 9000 }])
  database.insertMany(
    'members',
    people.map(({ key, name, posts }, index) => ({
      ...{ ...member, _id: `second-${key}`, name, order: 9000 + index, standing: 'full' },
      ...{ alias: `second-alias-${key}`, codeKey: `${index + 1}`.repeat(64), phoneTail: `900${index}` },
      memberships: [{ branchId, from: '2025-01-01' }],
      posts: posts.map((post) => ({ post, organisationId: branchId, from: '2025-01-01' })),
    })),
  )
  const openIds = people.map(({ key }) => `second-${key}`)
  database.insertMany(
    'identities',
    openIds.map((_id) => ({ ...identity, _id, requestId: `request-${_id}`, memberId: _id, grants: [] })),
  )
  database.insertMany(
    'consents',
    openIds.map((_id) => ({ _id, version: consentVersion, at: clock.now() })),
  )
  return branchId
}
