import type { BindRequest } from '@domain/contract/identity'
import type { Member } from '@domain/org/member'
import { readWaitingRequests } from '../wx/readWaitingRequests'
import type { Identity } from './identity'

/** A request as those who decide see it: nothing of the WeChat identity behind it. */
function bindRequest(
  { requestId, memberId, requestedAt, activityId }: Identity,
  member: Member,
): BindRequest {
  return {
    requestId,
    memberId: memberId ?? member._id,
    name: member.name,
    at: requestedAt,
    atDoor: activityId !== undefined,
  }
}

/** Requests that wait for a yes: of a branch, and those made at the door of one activity. Oldest first. */
export async function readBindRequests(
  branchIds: readonly string[],
  activityId?: string,
): Promise<BindRequest[]> {
  const rows = await readWaitingRequests(branchIds, activityId)
  return rows.map(({ identity, member }) => bindRequest(identity, member)).sort((a, b) => a.at - b.at)
}
