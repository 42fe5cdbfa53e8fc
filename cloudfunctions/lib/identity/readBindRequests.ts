import type { BindRequest } from '@domain/contract/identity'
import type { Member } from '@domain/org/member'
import { membershipOn } from '@domain/org/membershipOn'
import type { Day } from '@domain/org/organisation'
import { readWaitingRequests, type Waiting } from '../wx/readWaitingRequests'

/** A request as those who decide see it: nothing of the WeChat identity behind it. */
function bindRequest(
  { requestId, memberId, requestedAt, activityId }: Waiting,
  member: Pick<Member, '_id' | 'name'>,
): BindRequest {
  return {
    requestId,
    memberId: memberId ?? member._id,
    name: member.name,
    at: requestedAt,
    atDoor: activityId !== undefined,
  }
}

/** Requests of members who belong to one of the branches today, unless they are somebody else's to decide. Oldest first. */
export async function readBindRequests(
  branchIds: readonly string[],
  today: Day,
  isOwn: (identity: Waiting) => boolean = () => true,
): Promise<BindRequest[]> {
  const rows = await readWaitingRequests(branchIds)
  return rows
    .filter(({ identity }) => isOwn(identity))
    .filter(({ member }) => branchIds.includes(membershipOn(member, today)?.branchId ?? ''))
    .map(({ identity, member }) => bindRequest(identity, member))
    .sort((a, b) => a.at - b.at)
}
