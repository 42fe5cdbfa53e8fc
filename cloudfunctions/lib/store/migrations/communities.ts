import type { CommunityMembership, Membership } from '@domain/org/member'
import type { Migration } from './migration'

/** 社区报到 got dates and a kind. Registers of before had one community a member: that of the unit's place, since they were on the register. */
export const communities: Migration = {
  number: 2,
  what: '党员报到的社区记明类别和起止日期',
  parts: [
    {
      collection: 'members',
      lacks: 'communities',
      from: ['communityId', 'memberships'],
      value: ({ communityId, memberships }): CommunityMembership[] | undefined => {
        const [first] = (memberships ?? []) as Membership[]
        return typeof communityId === 'string' && first
          ? [{ communityId, kind: 'unit', from: first.from }]
          : undefined
      },
    },
  ],
}
