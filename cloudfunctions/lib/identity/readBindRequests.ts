import type { BindRequest } from '@domain/contract/identity'
import { membershipOn } from '@domain/org/membershipOn'
import type { Context } from '../dispatch/useCase'
import type { Nameable, Names } from '../views/Names'
import { readWaitingRequests, type Waiting } from '../wx/readWaitingRequests'

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
