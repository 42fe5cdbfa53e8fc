import { mayDo } from '@domain/access/mayDo'
import type { BindRequest } from '@domain/contract/identity'
import { membershipOn } from '@domain/org/membershipOn'
import type { Names } from '../../entry/Names'
import { branchesRun } from '../../entry/targets'
import { titleFor } from '../../entry/titleFor'
import type { Context } from '../../entry/useCase'
import type { Nameable } from '../../store/readPeople'
import {
  readAskedBranches,
  readUncheckedRequests,
  readWaitingRequests,
  type Waiting,
} from '../../store/readWaitingRequests'
import { unledOf } from './boundRunners'
import { uncheckedIdOf } from './unchecked'

/** A request as those who decide see it: nothing of the WeChat identity behind it. */
function bindRequest(
  { requestId, memberId, requestedAt, activityId }: Waiting,
  member: Nameable,
  names: Names,
): BindRequest {
  return {
    requestId,
    memberId: memberId ?? member._id,
    name: names.of(member),
    at: requestedAt,
    atDoor: activityId !== undefined,
  }
}

/** Requests of members who belong to one of the branches today, unless they are somebody else's to decide. Oldest first. */
export async function readBindRequests(
  branchIds: readonly string[],
  { today, names }: Pick<Context, 'today' | 'names'>,
  isOwn: (identity: Waiting) => boolean = () => true,
): Promise<BindRequest[]> {
  const rows = await readWaitingRequests(branchIds)
  return rows
    .filter(({ identity }) => isOwn(identity))
    .filter(({ member }) => branchIds.includes(membershipOn(member, today)?.branchId ?? ''))
    .map(({ identity, member }) => bindRequest(identity, member, names))
    .sort((a, b) => a.at - b.at)
}

/** Those without digits: one line a person, answered with the six digits its asker reads out. */
async function readUnchecked(
  branchIds: readonly string[],
  context: Context,
  isAbove = false,
): Promise<BindRequest[]> {
  const { today, tree } = context
  const asked = await readUncheckedRequests(branchIds)
  return asked
    .filter(({ member }) => branchIds.includes(membershipOn(member, today)?.branchId ?? ''))
    .map(({ member, count, at }) => ({
      requestId: uncheckedIdOf(member._id),
      memberId: member._id,
      name: titleFor(member, context),
      at,
      atDoor: false,
      unchecked: count,
      ...(isAbove && { branchName: tree.get(membershipOn(member, today)?.branchId ?? '')?.name ?? '' }),
    }))
}

/** What waits in branches none of whose officers has a WeChat yet: the work committee's, until one has. */
async function readAbove(own: readonly string[], context: Context): Promise<BindRequest[]> {
  const { caller, today, tree } = context
  const isAbove = (branchId: string) =>
    mayDo('identity.decide', caller, { day: today, branchId, askedAbove: true }, tree)
  if (![...tree.values()].some(({ _id, type }) => type === 'branch' && !own.includes(_id) && isAbove(_id)))
    return []
  const asked = (await readAskedBranches()).filter((id) => !own.includes(id) && tree.has(id) && isAbove(id))
  const unled = await unledOf(asked, context)
  if (unled.length === 0) return []
  const [rows, unchecked] = await Promise.all([
    readWaitingRequests(unled),
    readUnchecked(unled, context, true),
  ])
  const branchNameOf = (id: string | undefined) => tree.get(id ?? '')?.name ?? ''
  const checked = rows
    .filter(({ member }) => unled.includes(membershipOn(member, today)?.branchId ?? ''))
    .map(({ identity, member }) => ({
      ...bindRequest(identity, member, context.names),
      name: titleFor(member, context),
      branchName: branchNameOf(membershipOn(member, today)?.branchId),
      // What was asked at a door of the branch is answered from above as any other.
      atDoor: false,
    }))
  return [...checked, ...unchecked]
}

/** Everything of the kind that waits for this person: of the branches one runs, and from above of those nobody can answer for yet. */
export async function readAllBindRequests(context: Context): Promise<BindRequest[]> {
  const branchIds = branchesRun(context)
  const [own, unchecked, above] = await Promise.all([
    branchIds.length > 0 ? readBindRequests(branchIds, context) : [],
    branchIds.length > 0 ? readUnchecked(branchIds, context) : [],
    readAbove(branchIds, context),
  ])
  return [...own, ...unchecked, ...above]
}
