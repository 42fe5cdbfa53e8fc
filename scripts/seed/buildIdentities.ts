import type { Identity } from '@cloud/lib/store/collections/identities'
import type { Grant } from '@domain/access/person'
import type { Member } from '@domain/org/member'
import type { Organisation } from '@domain/org/organisation'
import { memberId } from './buildHouseholds'
import { demoRegisters, demoUnitName, newcomerRegister, waitingRegister } from './identities'
import { opaqueId, Random } from './random'

const demoOpenIds = new Map<number, string>(
  Object.entries(demoRegisters).map(([openId, register]) => [register, openId]),
)

/** `demo-m0001` by the register's number; a documented identity replaces it: one WeChat identity is one member. */
export const openIdOf = (register: number): string =>
  demoOpenIds.get(register) ?? `demo-m${String(register).padStart(4, '0')}`

/** About one member in eight has not bound WeChat: they are ticked or stand on the paper list. */
function isBound(register: number): boolean {
  if (demoOpenIds.has(register)) return true
  if (register === newcomerRegister || register === waitingRegister) return false
  return !new Random('bound', register).chance(1 / 8)
}

/** Bound in the weeks before the year began, or within days of coming to the county. */
function boundAt(member: Member): number {
  const random = new Random('binding', member.order)
  const from = member.memberships[0]?.from ?? '2025-12-01'
  const start = Date.parse(`${from > '2025-12-01' ? from : '2025-12-01'}T09:00:00+08:00`)
  return start + random.int(0, 3 * 24 * 60 - 1) * 60_000
}

/** What the county gave beside the posts: the work committee over its root, the unit's officer over the unit. */
function grantsOf(member: Member, organisations: readonly Organisation[]): Grant[] {
  const grant = (role: Grant['role'], is: (organisation: Organisation) => boolean): Grant[] => {
    const place = organisations.find(is)
    if (!place) throw new Error(`nowhere to be ${role}`)
    return [{ role, organisationId: place._id, from: '2026-01-01' }]
  }
  if (member.order === demoRegisters['demo-committee'])
    return grant('committee', ({ type }) => type === 'work_committee')
  return member.order === demoRegisters['demo-unit-officer']
    ? grant('unit_officer', ({ name }) => name === demoUnitName)
    : []
}

function bound(member: Member, secretaryId: string, organisations: readonly Organisation[]): Identity {
  const at = boundAt(member)
  return {
    _id: openIdOf(member.order),
    state: 'bound',
    requestId: opaqueId('r', member.order),
    memberId: member._id,
    branchId: currentBranch(member),
    requestedAt: at - 40 * 60_000,
    boundAt: at,
    boundBy: secretaryId,
    updatedAt: new Date(at),
    grants: grantsOf(member, organisations),
  }
}

function currentBranch(member: Member): string {
  const last = member.memberships[member.memberships.length - 1]
  if (!last) throw new Error(`${member._id} belongs nowhere`)
  return last.branchId
}

/** Identities as of `now`: whoever binds later is not there yet. */
export function buildIdentities(
  members: Member[],
  organisations: readonly Organisation[],
  now: number,
): Identity[] {
  const secretaries = new Map(
    members.flatMap((member) =>
      member.posts
        .filter((p) => p.post === 'secretary')
        .map((p): [string, string] => [p.organisationId, member._id]),
    ),
  )
  const identities = members
    .filter((member) => isBound(member.order))
    .map((member) => bound(member, secretaries.get(currentBranch(member)) ?? member._id, organisations))
    .filter((identity) => (identity.boundAt ?? 0) <= now)
  const waiting = members.find((member) => member._id === memberId(waitingRegister))
  if (waiting) {
    // Some hours ago: it waits on the secretary's page whenever the demo begins.
    const requestedAt = now - 4 * 3_600_000 - 38 * 60_000
    identities.push({
      _id: openIdOf(waiting.order),
      state: 'requested',
      requestId: opaqueId('r', waiting.order),
      memberId: waiting._id,
      branchId: currentBranch(waiting),
      requestedAt,
      updatedAt: new Date(requestedAt),
      grants: [],
    })
  }
  return identities
}
