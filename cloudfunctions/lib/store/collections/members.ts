import type { Member } from '@domain/org/member'
import { collection } from './collection'

export const members = collection<Member>({
  bytes: 3_000,
  indexes: [
    { name: 'branch', keys: ['memberships.branchId'] },
    { name: 'alias', keys: ['alias'], unique: true },
    { name: 'communities', keys: ['communities.communityId'] },
    { name: 'communitiesAsked', keys: ['communitiesAsked.communityId'] },
    { name: 'cadre', keys: ['memberships.branchId', 'cadre'] },
    { name: 'post', keys: ['posts.organisationId'] },
    { name: 'name', keys: ['name'] },
    { name: 'transfer', keys: ['transfer.toBranchId'] },
    { name: 'transferDeclined', keys: ['transferDeclined.by'] },
    { name: 'asked', keys: ['exemptions.state'] },
    { name: 'contactPoint', keys: ['contactPoints.branchId'] },
    { name: 'updated', keys: ['updatedAt'] },
  ],
})
