import type { Action } from '@domain/contract/actions'
import { consentVersion } from '@domain/contract/privacy'
import { aFact, aGroup, anActivity } from '@domain/testing/builders'
import { MOMENT, openIdOf } from '../people'
import { contact, staff } from '../places'
import { newNonce, officer, secretary } from '../world'

/** Somebody who may do the action to what it is judged on, and names a thing of somebody else's in this one field. */
export interface Try {
  by: string
  request: () => object
  /** The other's: stays as it is, also when it is not there. */
  other: [collection: string, id: string]
}
/**
 * judged: it is what access is judged on · names: it only names somebody or something, and changes nothing there (a wish, a rule, a place, a
 * right held at what is judged)
 */
type Field = 'judged' | 'names' | Try

const nonce = () => ({ nonce: newNonce() })
const county = 'openid-county'
const times = { startsAt: MOMENT, endsAt: MOMENT + 90 * 60_000 }

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
const service = (_id: string, community: string) =>
  meeting(_id, community, [], { kind: 'community_service', hostType: 'community' })
const waiting = (_id: string, overrides: object) =>
  aFact({ _id, confirmed: null, occurredAt: MOMENT, ...overrides })
const deed = (_id: string, memberId: string, hostId: string) =>
  waiting(_id, { kind: 'deed', memberId, hostId, way: 'self', detail: { title: '修灯', state: 'finished' } })

/** The first branch's own, and beside each a thing of another branch, community, village or member. */
export const rowsElsewhere: Record<string, object[]> = {
  organisations: [aGroup({ _id: 'group-of-2', parentId: 'branch2', name: '邻支部小组' })],
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
    service('own-service', 'community1'),
    service('foreign-service', 'community2'),
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
      ...{ exemptions: [], standing: 'full', communityId: 'community2', codeKey: 'k' },
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
  consents: [{ _id: 'phone-elsewhere', version: consentVersion, at: MOMENT }],
}

const form = (overrides: object = {}) => ({
  kind: 'study',
  hostId: 'branch1',
  title: '学习',
  place: '会议室',
  carries: [],
  agenda: [],
  expectedIds: ['m4'],
  ...times,
  ...overrides,
})
const plan =
  (overrides: object, more: object = {}) =>
  () => ({ form: form(overrides), publish: true, ...nonce(), ...more })
const rosterForm = (overrides: object = {}) => ({
  ...{
    name: '改名',
    phoneTail: '0001',
    standing: 'full',
    householdIds: [],
    contactBranchIds: [],
    ...overrides,
  },
})
const entry = (memberId: string) => ({ activityId: 'own', memberId, ...nonce() })
const change = (by: string, asked: object, other: Try['other']): Try => ({
  by,
  request: () => ({ on: '2026-09-22', change: asked, ...nonce() }),
  other,
})
const decide: Try = {
  by: secretary,
  request: () => ({ requestId: 'request-elsewhere', requestIds: ['request-elsewhere'], approve: true }),
  other: ['identities', 'phone-elsewhere'],
}
const only =
  (request: object): (() => object) =>
  () =>
    request

/** Of every action that names more than what it is judged on, or is judged on what a name leads to: each field that names something. */
export const elsewhere: Partial<Record<Action, Record<string, Field>>> = {
  'identity.decide': {
    requestId: { ...decide, request: only({ requestId: 'request-elsewhere', approve: true }) },
  },
  'binding.decideMany': {
    requestIds: { ...decide, request: only({ requestIds: ['request-elsewhere'], approve: true }) },
  },
  'activity.prepare': {
    branchId: 'judged',
    activityId: {
      by: secretary,
      request: only({ branchId: 'branch1', activityId: 'foreign' }),
      other: ['activities', 'foreign'],
    },
  },
  'activity.save': {
    activityId: {
      by: secretary,
      request: plan({}, { activityId: 'foreign' }),
      other: ['activities', 'foreign'],
    },
    'form.hostId': 'judged',
    // A chair from elsewhere runs nothing (mayDo), a lecturer neither.
    'form.chairId': 'names',
    'form.lecturerId': 'names',
    'form.recorderId': { by: secretary, request: plan({ recorderId: 'n1' }), other: ['members', 'n1'] },
    'form.expectedIds': {
      by: secretary,
      request: plan({ expectedIds: ['m4', 'n1'] }),
      other: ['members', 'n1'],
    },
  },
  'activity.settle': {
    activityId: 'judged',
    memberId: {
      by: secretary,
      request: only({ activityId: 'own-study', memberId: 'n1', reason: 'other' }),
      other: ['activities', 'own-study'],
    },
  },
  'checkin.tick': {
    activityId: 'judged',
    memberId: {
      by: secretary,
      request: () => ({ ...entry('n2'), way: 'roll_call', occurredAt: MOMENT }),
      other: ['facts', 'own_n2'],
    },
  },
  'checkin.strike': {
    activityId: 'judged',
    memberId: {
      by: secretary,
      request: only({ activityId: 'own', memberId: 'n1', reason: '不在' }),
      other: ['facts', 'foreign_n1'],
    },
  },
  'checkin.restore': {
    activityId: 'judged',
    memberId: {
      by: secretary,
      request: only({ activityId: 'own', memberId: 'n1', reason: '在' }),
      other: ['facts', 'foreign_n1'],
    },
  },
  'checkin.backfill': {
    activityId: 'judged',
    memberId: {
      by: secretary,
      request: () => ({ ...entry('n2'), reason: '忘了', witnessId: 'm2' }),
      other: ['facts', 'own_n2'],
    },
    witnessId: {
      by: secretary,
      request: () => ({ ...entry('m5'), reason: '忘了', witnessId: 'n1' }),
      other: ['facts', 'own_m5'],
    },
  },
  'checkin.witness': {
    factId: {
      by: officer,
      request: only({ factId: 'asked-of-m1', agree: true }),
      other: ['facts', 'asked-of-m1'],
    },
  },
  'checkin.makeUp': {
    activityId: {
      by: secretary,
      request: () => ({ activityId: 'foreign-study', memberId: 'm4', ...nonce() }),
      other: ['facts', 'foreign-study_m4_makeup'],
    },
    memberId: 'judged',
    witnessId: {
      by: openIdOf('m4'),
      request: () => ({ activityId: 'own-study', memberId: 'm4', witnessId: 'n1', ...nonce() }),
      other: ['facts', 'own-study_m4_makeup'],
    },
  },
  'progress.why': { subjectId: 'judged', dutyId: 'names' },
  'service.confirm': {
    activityId: 'judged',
    factIds: {
      by: staff,
      request: only({ activityId: 'own-service', factIds: ['foreign-service_m4'] }),
      other: ['facts', 'foreign-service_m4'],
    },
  },
  'service.enter': {
    activityId: 'judged',
    memberId: {
      by: staff,
      request: () => ({ ...entry('resident2'), activityId: 'own-service', occurredAt: MOMENT }),
      other: ['facts', 'own-service_resident2'],
    },
  },
  'household.backfill': {
    householdId: {
      by: openIdOf('m4'),
      request: () => ({ householdId: 'h1', occurredOn: '2026-09-21', purposes: ['heart'], ...nonce() }),
      other: ['facts', 'h1_m4_2026-09-21'],
    },
  },
  'household.confirm': {
    villageId: 'judged',
    factIds: {
      by: contact,
      request: only({ villageId: 'village1', factIds: ['visit-elsewhere'] }),
      other: ['facts', 'visit-elsewhere'],
    },
  },
  'deed.claim': {
    householdId: {
      by: openIdOf('m4'),
      request: () => ({ title: '修灯', beneficiary: 'household', householdId: 'h1', ...nonce() }),
      other: ['households', 'h1'],
    },
  },
  'deed.move': {
    deedId: {
      by: openIdOf('m5'),
      request: only({ deedId: 'deed-of-m4', to: 'dropped' }),
      other: ['facts', 'deed-of-m4'],
    },
  },
  'deed.confirm': {
    placeId: 'judged',
    deedIds: {
      by: staff,
      request: only({ placeId: 'community1', deedIds: ['deed-elsewhere'] }),
      other: ['facts', 'deed-elsewhere'],
    },
  },
  'deed.tick': {
    branchId: 'judged',
    memberIds: {
      by: secretary,
      request: () => ({ branchId: 'branch1', month: '2026-09', memberIds: ['n2'], ticked: true, ...nonce() }),
      other: ['facts', 'dues_n2_2026-09'],
    },
  },
  'reminder.told': {
    branchId: 'judged',
    reminderId: {
      by: secretary,
      request: only({ branchId: 'branch1', reminderId: 'gap-elsewhere', told: true }),
      other: ['reminders', 'gap-elsewhere'],
    },
  },
  'binding.withdraw': {
    invitationId: {
      by: secretary,
      request: only({ invitationId: 'invitation-elsewhere' }),
      other: ['invitations', 'invitation-elsewhere'],
    },
  },
  'roster.save': {
    branchId: 'judged',
    memberId: {
      by: secretary,
      request: () => ({ branchId: 'branch1', memberId: 'n2', form: rosterForm(), ...nonce() }),
      other: ['members', 'n2'],
    },
    'form.groupId': {
      by: secretary,
      request: () => ({
        branchId: 'branch1',
        memberId: 'm4',
        form: rosterForm({ groupId: 'group-of-2' }),
        ...nonce(),
      }),
      other: ['members', 'm4'],
    },
    // Where a member lives, whom one visits, where a county leader goes: the county's, of no branch.
    'form.communityId': 'names',
    'form.householdIds': 'names',
    'form.contactBranchIds': 'names',
  },
  // Asks the other branch, whose yes it takes.
  'roster.transfer': { memberId: 'judged', toBranchId: 'names' },
  'roster.accept': {
    branchId: 'judged',
    memberId: {
      by: secretary,
      request: only({ branchId: 'branch1', memberId: 'n2', accept: true }),
      other: ['members', 'n2'],
    },
    groupId: {
      by: secretary,
      request: only({ branchId: 'branch1', memberId: 'n2', groupId: 'group-of-2', accept: true }),
      other: ['members', 'n2'],
    },
  },
  'roster.settleCorrection': {
    correctionId: {
      by: secretary,
      request: only({ correctionId: 'correction-elsewhere', agree: true }),
      other: ['corrections', 'correction-elsewhere'],
    },
  },
  'roster.setExemption': {
    memberId: 'judged',
    exemptionId: {
      by: secretary,
      request: () => ({
        memberId: 'm4',
        exemptionId: 'of-another',
        category: 'health',
        from: '2026-09-22',
        agree: true,
        ...nonce(),
      }),
      other: ['members', 'm4'],
    },
    dutyIds: 'names',
  },
  'organisation.change': {
    'change.parentId': 'judged',
    'change.organisationId': 'judged',
    'change.fromIds': change(
      secretary,
      { what: 'merge', organisationId: 'group1', fromIds: ['group-of-2'] },
      ['organisations', 'group-of-2'],
    ),
    'change.memberIds': change(
      county,
      { what: 'split', organisationId: 'branch1', name: '新支部', memberIds: ['n1'], branchType: 'organ' },
      ['members', 'n1'],
    ),
  },
  'organisation.elect': {
    branchId: 'judged',
    'posts.memberId': {
      by: secretary,
      request: () => ({
        branchId: 'branch1',
        kind: 'by_election',
        on: '2026-09-22',
        posts: [{ memberId: 'n2', post: 'secretary' }],
        ...nonce(),
      }),
      other: ['members', 'n2'],
    },
  },
  'organisation.leader': {
    groupId: 'judged',
    memberId: {
      by: secretary,
      request: () => ({ groupId: 'group1', memberId: 'n2', ...nonce() }),
      other: ['members', 'n2'],
    },
  },
  // A right at what is judged, whoever comes to hold it.
  'grants.give': { organisationId: 'judged', memberId: 'names' },
  'grants.revoke': {
    organisationId: 'judged',
    grantId: {
      by: county,
      request: only({ organisationId: 'community1', grantId: 'of-another-place' }),
      other: ['identities', county],
    },
  },
}
