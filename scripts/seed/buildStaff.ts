import type { Identity } from '@cloud/lib/store/collections/identities'
import type { Role } from '@domain/contract/identity'
import type { OrganisationType } from '@domain/contract/words'
import type { Organisation } from '@domain/org/organisation'
import { demoPlaces } from './identities'
import { opaqueId, Random } from './random'
import { staffName } from './staffNames'

const roles: Partial<Record<OrganisationType, Role>> = {
  community: 'community_staff',
  village: 'village_contact',
}

const demoOpenIds = new Map<string, string>(
  Object.entries(demoPlaces).map(([openId, name]) => [name, openId]),
)

/** People outside the register, one a community and one a village: they act for it and are no members. */
export function buildStaff(organisations: Organisation[], now: number): Identity[] {
  return organisations.flatMap((place): Identity[] => {
    const role = roles[place.type]
    if (!role) return []
    const at =
      Date.parse('2025-12-08T09:00:00+08:00') + new Random('staff', place._id).int(0, 7 * 24 * 60) * 60_000
    if (at > now) return []
    const identity: Identity = {
      _id: demoOpenIds.get(place.name) ?? `demo-${place._id}`,
      state: 'bound',
      requestId: opaqueId('r', place._id),
      requestedAt: at,
      boundAt: at,
      name: staffName(place),
      grants: [{ role, organisationId: place._id, from: '2026-01-01' }],
      updatedAt: new Date(at),
    }
    return [identity]
  })
}
