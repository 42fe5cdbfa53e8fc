import { runnersOf } from '@domain/access/secondPerson'
import type { Member } from '@domain/org/member'
import { placeOf } from '@domain/org/membershipOn'
import type { Context } from '../../entry/useCase'
import { oneOf } from '../../store/conditions'
import { find } from '../../store/find'
import { boundAmong } from '../../store/readIdentity'

type Today = Pick<Context, 'today'>
const fields = ['memberships', 'posts'] as const
const MOST = 5000

/** Who runs each of these branches today and has a WeChat. */
async function boundRunnersOf(
  branchIds: readonly string[],
  { today }: Today,
): Promise<Map<string, string[]>> {
  const where = { 'posts.organisationId': oneOf(branchIds) }
  const holders = branchIds.length === 0 ? [] : await find('members', where, { limit: MOST, fields })
  const runners = branchIds.map((branchId) => ({
    branchId,
    ids: runnersOf(holders, branchId, today).map(({ _id }) => _id),
  }))
  const bound = await boundAmong(runners.flatMap(({ ids }) => ids))
  return new Map(runners.map(({ branchId, ids }) => [branchId, ids.filter((id) => bound.has(id))]))
}

/** Which of these branches have no officer with a WeChat today: what waits there would wait for nobody. */
export async function unledOf(branchIds: readonly string[], context: Today): Promise<string[]> {
  const runners = await boundRunnersOf(branchIds, context)
  return branchIds.filter((branchId) => runners.get(branchId)?.length === 0)
}

/** Which of these members alone run their branch: nobody else there can answer for them. */
export async function aloneAmong<M extends Pick<Member, '_id' | 'memberships' | 'posts'>>(
  members: readonly M[],
  context: Today,
): Promise<M[]> {
  const { today } = context
  const branchOf = (member: M) => placeOf(member, today)?.branchId ?? ''
  const running = members.filter((member) => runnersOf([member], branchOf(member), today).length > 0)
  const runners = await boundRunnersOf([...new Set(running.map(branchOf))], context)
  return running.filter((member) => runners.get(branchOf(member))?.every((id) => id === member._id))
}
