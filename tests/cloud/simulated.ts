import type { Member } from '@domain/org/member'
import { at } from '@domain/testing/at'
import { aFact, anActivity } from '@domain/testing/builders'
import { members } from './people'
import { insert } from './reminders'
import type { World } from './world'

/** The same one each time: what failed once fails again. */
export function randomFrom(seed: number): () => number {
  let state = seed
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0
    return state / 2 ** 32
  }
}
/** Whom the simulated months treat in a way of their own. */
export const silent = 'm8'
export const exempt = 'm9'
/** On the last day of October. */
export const leaves = 'm10'
export const refusedByWeChat = 'm12'

export const people: Member[] = members
  .filter(({ _id }) => !_id.startsWith('p'))
  .map((member) => {
    if (member._id === exempt) return { ...member, exemptions: [{ category: 'health', from: '2020-01-01' }] }
    if (member._id !== leaves) return member
    return { ...member, memberships: member.memberships.map((one) => ({ ...one, to: '2026-10-31' })) }
  })

/** The month's meetings have been held; who came decides itself day by day. */
export function holdMonth(world: World, month: string): void {
  for (const [kind, hostType, branchId] of [
    ['study', 'branch', 'branch1'],
    ['community_service', 'community', 'community1'],
  ] as const) {
    const startsAt = at(`${month}-02 09:00`)
    const about = { kind, hostType, hostId: branchId, branchId, startsAt, expected: [] }
    insert(world, 'activities', anActivity({ _id: `${kind}_${month}`, nonce: `${kind}_${month}`, ...about }))
  }
}

export function did(
  world: World,
  memberId: string,
  month: string,
  activityKind: 'study' | 'community_service',
): void {
  const _id = `${activityKind}_${month}_${memberId}`
  if (world.emulator.database.count('facts', { _id }) > 0) return
  const occurredAt = at(`${month}-02 09:30`)
  const about = { memberId, activityId: `${activityKind}_${month}`, activityKind, branchId: 'branch1' }
  insert(world, 'facts', aFact({ _id, ...about, occurredAt, confirmed: { at: occurredAt, by: 's' } }))
}
