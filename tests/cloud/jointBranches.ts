import { mintActivityCode } from '@domain/checkin/code'
import type { ActivityForm } from '@domain/contract/activity'
import { aBranch, aMember } from '@domain/testing/builders'
import { identities, members, openIdOf, organisations } from './people'
import { aForm, newNonce, secretary, World } from './world'

/**
 * 联合开展: branch1 (m1 secretary, m4…) convenes, branch2 (n1 secretary, n2) and branch3 (p1…) are of the same unit; branch4 is of another one. n3 helps
 * n1 to run branch2.
 */
export const county = 'openid-county'
export const n1 = openIdOf('n1')
export const n3 = openIdOf('n3')
const post = (name: 'secretary' | 'deputy_secretary', organisationId: string) => ({
  post: name,
  organisationId,
  from: '2024-01-01',
})
const more = [
  aMember({
    _id: 'n3',
    order: 102,
    name: '邻支部3',
    memberships: [{ branchId: 'branch2', from: '2020-01-01' }],
  }),
  aMember({
    _id: 'q1',
    order: 300,
    name: '他单位',
    memberships: [{ branchId: 'branch4', from: '2020-01-01' }],
  }),
]
export const people = {
  organisations: [
    ...organisations,
    { ...organisations[1], _id: 'unit2', name: '县水利局党组' },
    aBranch({ _id: 'branch4', name: '县水利局党支部', parentId: 'unit2', order: 9 }),
  ],
  members: [
    ...members,
    { ...more[0], posts: [post('deputy_secretary', 'branch2')], alias: 'alias-n3', codeKey: '77'.repeat(32) },
    { ...more[1], posts: [post('secretary', 'branch4')], alias: 'alias-q1', codeKey: '78'.repeat(32) },
  ],
  identities: [
    ...identities,
    ...['n3', 'q1'].map((id) => ({
      ...identities[0],
      _id: openIdOf(id),
      requestId: `request-${id}`,
      memberId: id,
    })),
  ],
}

/** A world in which the county counts it for each. */
export async function startJoint(): Promise<World> {
  const world = await World.start({ people })
  await world.get(county, 'joint.save', { on: true, basis: '县直工委〔2026〕3号', nonce: newNonce() })
  return world
}

export const study = (over: Partial<ActivityForm> = {}) =>
  aForm({ kind: 'study', title: '联合学习', carries: [], jointIds: ['branch2'], ...over })

/** What is done in such a world, by whom it usually is. */
export const jointIn = (world: World) => {
  const rows = (where: Record<string, unknown>) => world.emulator.database.find('activities', where)
  return {
    rows,
    publish: async (form: ActivityForm) =>
      (await world.get(secretary, 'activity.save', { nonce: newNonce(), form, publish: true })).activityId,
    /** The part a branch has, unless it has left. */
    partOf: (jointOf: string, branchId = 'branch2') =>
      String(rows({ jointOf, branchId }).find(({ state }) => state !== 'cancelled')?._id),
    move: (who: string, activityId: string, to: 'open' | 'closed' | 'cancelled') =>
      world.call(who, 'activity.setState', { activityId, to }),
    codeOf: async (who: string, activityId: string) => {
      const { codeKey = '' } = await world.get(who, 'activity.board', { activityId })
      return mintActivityCode({ activityId, codeKey, now: world.now() })
    },
    /** How often a branch, or a member of it, has studied in September. */
    doneOf: async (who: string, subjectId: string, dutyId: string) =>
      (await world.get(who, 'progress.why', { subjectId, dutyId, periodKey: '2026-09' })).counted.length,
  }
}
