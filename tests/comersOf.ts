import type { Emulator } from '../emulator/types'

export interface Comer {
  openid: string
  memberId: string
  name: string
}

/**
 * So many members with a WeChat for a service of September: residents of the community first, of them those who have not served this month, of these
 * the branch's.
 */
export function comersOf(
  database: Emulator['database'],
  { communityId, branchId }: { communityId: string; branchId: string },
  count: number,
): Comer[] {
  const served = new Set(
    database
      .find('facts', { activityKind: 'community_service', kind: 'attendance' })
      .filter(({ occurredOn }) => String(occurredOn).startsWith('2026-09'))
      .map(({ memberId }) => memberId),
  )
  const bound = new Map(database.find('identities', { state: 'bound' }).map((one) => [one.memberId, one._id]))
  const consented = new Set(database.find('consents').map(({ _id }) => _id))
  const rank = ({ _id, communities, memberships }: Record<string, unknown>): number =>
    Number(JSON.stringify(communities ?? []).includes(communityId)) * 4 +
    Number(!served.has(_id)) * 2 +
    Number(JSON.stringify(memberships).includes(branchId))
  return database
    .find('members', { left: null })
    .filter(({ _id }) => bound.has(_id) && consented.has(bound.get(_id)))
    .sort((a, b) => rank(b) - rank(a) || (String(a._id) < String(b._id) ? -1 : 1))
    .slice(0, count)
    .map(({ _id, name }) => ({ openid: String(bound.get(_id)), memberId: String(_id), name: String(name) }))
}
