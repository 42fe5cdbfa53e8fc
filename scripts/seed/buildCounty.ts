import type { Household } from '@cloud/lib/store/collections/households'
import type { Identity } from '@cloud/lib/store/collections/identities'
import type { Member } from '@domain/org/member'
import type { Organisation } from '@domain/org/organisation'
import { buildHouseholds } from './buildHouseholds'
import { buildIdentities } from './buildIdentities'
import { buildMembers } from './buildMembers'
import { buildOrganisations } from './buildOrganisations'
import { buildStaff } from './buildStaff'
import { extend } from './extend'
import { committeeBranchName, countyLeaderBranchName, demoBranchName, guestBranchName } from './identities'
import type { Roster } from './readRoster'

export type CountySize = 'county' | 'branch'

/** Everything that does not happen but is: who, where, linked to whom. */
export interface County {
  organisations: Organisation[]
  members: Member[]
  households: Household[]
  identities: Identity[]
}

/** The demo branch, the guest's, the work committee's own and the county leader's: the same people and ids as in the whole county. */
const smallCounty = [demoBranchName, guestBranchName, committeeBranchName, countyLeaderBranchName]

const belongs = (member: Member, branches: Set<string>): boolean =>
  member.memberships.some((membership) => branches.has(membership.branchId))

/** The organisations that the kept ones hang from, and everything the kept members name. */
function organisationsOf(all: Organisation[], branches: Set<string>, used: Set<string>): Organisation[] {
  const byId = new Map(all.map((organisation) => [organisation._id, organisation]))
  const keep = new Set(used)
  for (const organisation of all) {
    if (organisation.parentId && branches.has(organisation.parentId)) keep.add(organisation._id)
  }
  for (const id of branches) {
    for (let at = byId.get(id); at; at = at.parentId ? byId.get(at.parentId) : undefined) keep.add(at._id)
  }
  return all.filter((organisation) => keep.has(organisation._id))
}

export function buildCounty(roster: Roster, size: CountySize, now: number): County {
  const rows = extend(roster)
  const tree = buildOrganisations({ ...roster, members: rows })
  const everyone = buildMembers(rows, tree)
  const allHouseholds = buildHouseholds(rows, tree)
  if (size === 'county') {
    const identities = [...buildIdentities(everyone, tree.all, now), ...buildStaff(tree.all, now)]
    return { organisations: tree.all, members: everyone, households: allHouseholds, identities }
  }
  const branches = new Set(
    tree.all.filter((o) => o.type === 'branch' && smallCounty.includes(o.name)).map((o) => o._id),
  )
  const members = everyone.filter((member) => belongs(member, branches))
  const ids = new Set(members.map((member) => member._id))
  const households = allHouseholds.filter((household) => household.memberIds.some((id) => ids.has(id)))
  const used = new Set([
    ...members.flatMap(({ communities = [] }) => communities.map(({ communityId }) => communityId)),
    ...households.map((household) => household.villageId),
  ])
  const organisations = organisationsOf(tree.all, branches, used)
  const identities = [...buildIdentities(members, organisations, now), ...buildStaff(organisations, now)]
  return { organisations, members, households, identities }
}
