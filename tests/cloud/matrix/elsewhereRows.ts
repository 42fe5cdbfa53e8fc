import { consentVersion } from '@domain/contract/privacy'
import { aBranch, aFact, aGroup, anActivity, aNeed } from '@domain/testing/builders'
import { MOMENT } from '../people'

export const times = { startsAt: MOMENT, endsAt: MOMENT + 90 * 60_000 }

const meeting = (_id: string, branchId: string, memberIds: string[], more: object = {}) =>
  anActivity({
    _id,
    ...times,
    kind: 'study',
    hostId: branchId,
    branchId,
    state: 'open',
    createdBy: 'nobody',
    nonce: `nonce-${_id}`,
    expected: memberIds.map((memberId) => ({ memberId, standing: 'full' as const })),
    ...more,
  })
const service = (_id: string, community: string, more: object = {}) =>
  meeting(_id, community, [], { kind: 'community_service', hostType: 'community', ...more })
const waiting = (_id: string, overrides: object) =>
  aFact({ _id, confirmed: null, occurredAt: MOMENT, ...overrides })
const deed = (_id: string, memberId: string, hostId: string) =>
  waiting(_id, { kind: 'deed', memberId, hostId, way: 'self', detail: { title: '修灯', state: 'finished' } })

/** The first branch's own, and beside each a thing of another branch, community, village or member. */
export const rowsElsewhere: Record<string, object[]> = {
  organisations: [
    aGroup({ _id: 'group-of-2', parentId: 'branch2', name: '邻支部小组' }),
    aBranch({ _id: 'branch-elsewhere', name: '别单位支部', parentId: 'unit-elsewhere' }),
  ],
  settings: [
    { _id: 'joint', kind: 'joint', on: true, basis: '文件', savedAs: 'x', savedAt: 1, savedBy: 'm1' },
  ],
  activities: [
    meeting('own', 'branch1', ['m4', 'm5']),
    meeting('foreign', 'branch2', ['n1', 'n2']),
    meeting('own-study', 'branch1', ['m4'], {
      state: 'closed',
      startsAt: MOMENT - 7_200_000,
      endsAt: MOMENT - 3_600_000,
    }),
    meeting('foreign-study', 'branch2', ['n1'], {
      state: 'closed',
      startsAt: MOMENT - 7_200_000,
      endsAt: MOMENT - 3_600_000,
    }),
    meeting('foreign-late', 'branch2', ['n1', 'n2'], {
      ...{ state: 'closed', startsAt: MOMENT - 864_000_000, endsAt: MOMENT - 860_000_000 },
      late: { at: MOMENT - 1, by: 'n1', asked: 'branch2', confirmed: null },
    }),
    service('own-service', 'community1'),
    service('foreign-service', 'community2'),
    service('foreign-proposal', 'community2', {
      ...{ state: 'draft', startsAt: MOMENT + 86_400_000, endsAt: MOMENT + 90_000_000 },
      proposed: { branchId: 'branch2', by: 'n1', at: MOMENT - 1 },
    }),
  ],
  facts: [
    aFact({
      _id: 'foreign_n1',
      activityId: 'foreign',
      memberId: 'n1',
      branchId: 'branch2',
      hostId: 'branch2',
    }),
    waiting('asked-of-m1', { activityId: 'own', memberId: 'm9', way: 'backfill', witnessId: 'm1' }),
    waiting('foreign-service_m4', {
      activityId: 'foreign-service',
      memberId: 'm4',
      hostId: 'community2',
      way: 'poster',
    }),
    waiting('visit-elsewhere', { kind: 'visit', memberId: 'v1', hostId: 'village2', householdId: 'h2' }),
    deed('deed-elsewhere', 'm4', 'community2'),
    deed('deed-of-m4', 'm4', 'community1'),
  ],
  members: [
    {
      ...{ _id: 'resident2', name: '滨河居民', order: 900, alias: 'alias-resident2', phoneTail: '0900' },
      ...{ memberships: [{ branchId: 'branch1', from: '2020-01-01' }], posts: [], households: [] },
      ...{ exemptions: [], standing: 'full', codeKey: 'k' },
      communities: [{ communityId: 'community2', kind: 'unit', from: '2026-01-01' }],
      communitiesAsked: [
        { reportId: 'report-elsewhere', communityId: 'community2', kind: 'home', askedAt: 1 },
      ],
    },
  ],
  reminders: [
    {
      ...{
        _id: 'gap-elsewhere',
        memberId: 'n2',
        branchId: 'branch2',
        kind: 'month_gap',
        periodKey: '2026-09',
      },
      ...{ overdue: false, items: [], at: MOMENT, state: 'leader' },
    },
  ],
  invitations: [
    {
      ...{
        _id: 'invitation-elsewhere',
        tokenHash: 'x',
        state: 'open',
        organisationId: 'branch2',
        memberId: 'n2',
      },
      ...{ name: '某人', giver: '', by: 'n1', at: MOMENT, until: MOMENT + 86_400_000 },
    },
  ],
  corrections: [
    {
      ...{ _id: 'correction-elsewhere', memberId: 'n2', branchId: 'branch1', field: 'other', text: '请核对' },
      ...{ at: MOMENT, state: 'open' },
    },
  ],
  identities: [
    {
      ...{ _id: 'phone-elsewhere', state: 'requested', requestId: 'request-elsewhere', memberId: 'n2' },
      // Asked at the door of the first branch's meeting, under its name.
      ...{ branchId: 'branch1', activityId: 'own', requestedAt: 1, grants: [] },
    },
  ],
  organisationChanges: [
    {
      ...{ _id: 'change-elsewhere', on: '2026-10-01', by: 'n1', at: MOMENT, state: 'waiting' },
      change: { what: 'edit', organisationId: 'group-of-2', name: '新名字' },
    },
  ],
  listRows: [
    {
      ...{ _id: 'row-elsewhere', list: 'rectification', organisationId: 'branch2', cells: [], memberIds: [] },
      ...{ on: '2026-09-01', state: 'open', stateOn: '2026-09-01', isCurrent: true, version: 1 },
      ...{ savedAs: 'x', by: 'n1', at: MOMENT, removed: null },
    },
  ],
  needs: [aNeed({ _id: 'need-elsewhere', placeId: 'community2' })],
  consents: [{ _id: 'phone-elsewhere', version: consentVersion, at: MOMENT }],
}
