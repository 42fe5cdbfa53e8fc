import { rolesOf } from '@domain/access/rolesOf'
import { runnersOf } from '@domain/access/secondPerson'
import type { Activity } from '@domain/activity/activity'
import type { Named } from '@domain/contract/shared'
import type { Member } from '@domain/org/member'
import { membershipOn } from '@domain/org/membershipOn'
import { theoryGroupOf } from '@domain/org/theoryGroupOf'
import type { Day } from '@domain/time/day'
import { rootOf } from '../../entry/targets'
import type { Context } from '../../entry/useCase'
import { nameForRecords } from '../../entry/whoIsCalling'
import { find } from '../../store/find'
import { boundAmong } from '../../store/readIdentity'

type Where = Pick<Context, 'today' | 'tree' | 'names'>

/** With fewer people than this to ask in the branch the work committee can be asked too: the only other one may be whom the record is about. */
const ENOUGH = 2

const above = ({ tree }: Pick<Where, 'tree'>): Named[] => {
  const root = rootOf(tree)
  return root ? [{ id: root._id, name: root.name }] : []
}

/**
 * Who may be asked to confirm: those who run the branch today, without the one who asks, and the work committee where there are too few; where
 * a unit holds the meeting, its 中心组. In register order.
 */
export function witnessesOf(
  members: readonly Member[],
  branchId: string,
  context: Where,
  askerId: string | undefined,
): Named[] {
  const { today, tree, names } = context
  const isUnit = tree.get(branchId)?.type === 'unit'
  const seats = isUnit ? theoryGroupOf(members, branchId, today) : []
  const may = isUnit ? members.filter(({ _id }) => seats.includes(_id)) : runnersOf(members, branchId, today)
  const people = may.filter(({ _id }) => _id !== askerId).sort((a, b) => a.order - b.order)
  const named = people.map((member) => ({ id: member._id, name: names.acting(member) }))
  return isUnit || named.length >= ENOUGH ? named : [...named, ...above(context)]
}

/** Where the second person is to be found: the unit that holds it, or the member's own branch of today. */
export const witnessPlace = (
  { hostType, branchId }: Pick<Activity, 'hostType' | 'branchId'>,
  member: Member,
  today: Day,
): string => (hostType === 'unit' ? branchId : (membershipOn(member, today)?.branchId ?? branchId))

/** The one of them with this id, whoever holds posts at the branch or unit being read; undefined: not to be asked. */
export async function findWitness(
  witnessId: string,
  branchId: string,
  context: Context,
): Promise<Named | undefined> {
  const members = await find('members', { 'posts.organisationId': branchId }, { limit: 1000 })
  return witnessesOf(members, branchId, context, context.caller.member?._id).find(
    ({ id }) => id === witnessId,
  )
}

/** Whoever else runs the branch and has a WeChat. */
async function othersAt(branchId: string, memberId: string, today: Day): Promise<Member[]> {
  const members = await find('members', { 'posts.organisationId': branchId }, { limit: 1000 })
  const others = runnersOf(members, branchId, today).filter(({ _id }) => _id !== memberId)
  const bound = await boundAmong(others.map(({ _id }) => _id))
  return others.filter(({ _id }) => bound.has(_id))
}

/** Who answers what nobody was named for: the branch, while somebody else with a WeChat runs it, or the work committee above it. */
export async function askedFor(branchId: string, memberId: string, context: Where): Promise<Named[]> {
  const people = await othersAt(branchId, memberId, context.today)
  if (people.length === 0) return above(context)
  return people
    .sort((a, b) => a.order - b.order)
    .map((member) => ({ id: member._id, name: context.names.acting(member) }))
}

/** What a 补录 of a community's service names: the community, while somebody else with a WeChat works there, or the work committee. `by`: as records name who enters it. */
export async function staffAskedAt(
  communityId: string,
  by: string,
  { today, tree }: Pick<Where, 'today' | 'tree'>,
): Promise<string> {
  const where = { state: 'bound', 'grants.organisationId': communityId }
  const fields = ['grants', 'memberId', 'requestId'] as const
  const identities = await find('identities', where, { fields, limit: 1000 })
  const isOther = ({ memberId, ...identity }: (typeof identities)[number]) =>
    nameForRecords({ identity, ...(memberId !== undefined && { member: { _id: memberId } }) }) !== by
  const isStaff = ({ grants }: (typeof identities)[number]) =>
    rolesOf({ grants }, today).some(
      ({ role, organisationId }) => role === 'community_staff' && organisationId === communityId,
    )
  return identities.some((one) => isOther(one) && isStaff(one))
    ? communityId
    : (rootOf(tree)?._id ?? communityId)
}

/** What a record that waits for them names: the branch whose runners are asked, or the work committee. */
export async function askedAt(
  branchId: string,
  memberId: string,
  { today, tree }: Pick<Where, 'today' | 'tree'>,
): Promise<string> {
  const people = await othersAt(branchId, memberId, today)
  return people.length > 0 ? branchId : (rootOf(tree)?._id ?? branchId)
}
