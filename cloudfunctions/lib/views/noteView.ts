import { rolesOf } from '@domain/access/rolesOf'
import type { Role } from '@domain/contract/identity'
import { branchOf, isUnder } from '@domain/org/tree'
import type { Caller } from '../caller/whoIsCalling'
import type { Context } from '../dispatch/useCase'
import { adding, not } from '../wx/conditions'
import { insertOnce } from '../wx/insertOnce'
import { updateWhere } from '../wx/updateWhere'
import type { Viewed } from './storedView'

/** Milliseconds a warm function remembers that it has noted a view. */
const remembered = 600_000
const noted = new Map<string, number>()

function isNoted(key: string, now: number): boolean {
  const at = noted.get(key)
  return at !== undefined && Math.abs(now - at) < remembered
}

function remember(key: string, now: number): void {
  if (noted.size > 5000) noted.clear()
  noted.set(key, now)
}

/** Who looked, as rows of the privacy centre name it: the member, or the identity's random id of a person outside the register. */
export const viewerIdOf = ({ member, identity }: Caller): string =>
  member?._id ?? identity?.requestId ?? 'outside'

interface Seen {
  role: Role
  /** Of a group leader, who is shown no other group. */
  groupIds?: string[]
}

/** As what somebody is shown a branch's members; null for one who is shown none. The widest right comes first. */
function seenAs(branchId: string, { caller, today, tree }: Context): Seen | null {
  const roles = rolesOf(caller, today)
  const above = roles.find(
    ({ role, organisationId }) => role !== 'group_leader' && isUnder(tree, branchId, organisationId),
  )
  if (above) return { role: above.role }
  const groupIds = roles.flatMap(({ role, organisationId }) =>
    role === 'group_leader' && branchOf(tree, organisationId) === branchId ? organisationId : [],
  )
  return groupIds.length > 0 ? { role: 'group_leader', groupIds } : null
}

/**
 * Keeps that the caller was shown members of a branch: once for a viewer, branch and day, with what was looked at. `memberId`: only this one's
 * numbers. One write at the first look of a day, none for the next ten minutes.
 */
export async function noteView(
  branchId: string,
  what: Viewed,
  context: Context,
  memberId?: string,
): Promise<void> {
  const { caller, today, now } = context
  const seen = seenAs(branchId, context)
  if (!seen) return
  const viewerId = viewerIdOf(caller)
  const _id = `${viewerId}_${branchId}_${today}`
  const key = `${_id}_${what}_${memberId ?? ''}`
  if (isNoted(key, now)) return
  const memberIds = memberId === undefined ? {} : { memberIds: [memberId] }
  const view = { _id, viewerId, ...seen, branchId, on: today, at: now, what: [what], ...memberIds }
  if ((await insertOnce('views', view)) === 'duplicate') await addTo(_id, what, memberId)
  remember(key, now)
}

async function addTo(_id: string, what: Viewed, memberId: string | undefined): Promise<void> {
  if (memberId === undefined) await updateWhere('views', { _id, what: not(what) }, { what: adding(what) })
  else
    await updateWhere(
      'views',
      { _id, memberIds: not(memberId) },
      { what: adding(what), memberIds: adding(memberId) },
    )
}
