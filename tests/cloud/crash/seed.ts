import { createHmac } from 'node:crypto'
import { startOf } from '@cloud/lib/store/startOf'
import { at } from '@domain/testing/at'
import { aFact, aMember, anActivity, aNeed } from '@domain/testing/builders'
import { identities, members, MOMENT, openIdOf, organisations } from '../people'
import { contact, placeRows, staff } from '../places'

export const county = 'openid-county'
export const secretary = openIdOf('m1')
export const neighbour = openIdOf('n1')
export const stranger = 'openid-stranger'
export { contact, staff }

/** Second of the work committee, so that either may go. */
const second = {
  ...identities[identities.length - 1],
  _id: 'openid-county-2',
  requestId: 'request-county-2',
  name: '副主任',
}

const expected = ['m4', 'm5', 'm6'].map((memberId) => ({ memberId, standing: 'full' as const }))
const meeting = (_id: string, startsAt: number, over: Partial<Parameters<typeof anActivity>[0]> = {}) =>
  anActivity({ _id, startsAt, endsAt: startsAt + 5_400_000, createdBy: 'm1', nonce: _id, expected, ...over })

const activities = [
  meeting('running', MOMENT - 600_000, { state: 'open', chairId: 'm1', recorderId: 'm3' }),
  meeting('general', MOMENT - 5 * 3_600_000, { kind: 'general_meeting', state: 'closed' }),
  meeting('late', at('2026-09-10 15:00'), {
    state: 'closed',
    late: { at: MOMENT - 60_000, by: 'm1', asked: 'branch1', confirmed: null },
  }),
  meeting('soon', MOMENT + 1_800_000, { state: 'published' }),
  meeting('coming', at('2026-09-24 15:00'), { state: 'published', publishedAt: MOMENT - 1 }),
  meeting('draft', at('2026-09-25 15:00'), { state: 'draft', codeKey: undefined as unknown as string }),
  // Held with branch2 and branch3; the part of branch3 has not been announced, as when the call was cut short.
  meeting('joint', MOMENT + 1_800_000, {
    kind: 'study',
    state: 'published',
    publishedAt: MOMENT - 1,
    jointIds: ['branch2', 'branch3'],
  }),
  meeting('joint-2', MOMENT + 1_800_000, {
    kind: 'study',
    state: 'published',
    hostId: 'branch2',
    branchId: 'branch2',
    jointOf: 'joint',
    expected: [{ memberId: 'n2', standing: 'full' }],
  }),
  meeting('over', MOMENT - 7 * 3_600_000, { state: 'closed', closedAt: MOMENT - 5 * 3_600_000 }),
  meeting('settled', MOMENT - 9 * 3_600_000, {
    state: 'closed',
    closedAt: MOMENT - 7 * 3_600_000,
    expected: expected.slice(0, 1),
  }),
  meeting('recorded', MOMENT - 11 * 3_600_000, {
    state: 'recorded',
    closedAt: MOMENT - 9 * 3_600_000,
    recordedAt: MOMENT - 8 * 3_600_000,
  }),
  // Nobody has closed it: the night does.
  meeting('forgotten', MOMENT - 50 * 3_600_000, { state: 'open', openedAt: MOMENT - 50 * 3_600_000 }),
  meeting('aug', at('2026-08-12 15:00'), { kind: 'study', state: 'closed' }),
  meeting('service', MOMENT - 600_000, {
    kind: 'community_service',
    state: 'open',
    hostId: 'community1',
    hostType: 'community',
    branchId: 'community1',
    posterId: 'poster1',
    expected: [],
  }),
  meeting('service-over', MOMENT - 26 * 3_600_000, {
    kind: 'community_service',
    state: 'closed',
    hostId: 'community1',
    hostType: 'community',
    branchId: 'community1',
    posterId: 'poster3',
    expected: [],
  }),
  meeting('service-to-come', at('2026-09-26 09:00'), {
    kind: 'community_service',
    state: 'published',
    hostId: 'community1',
    hostType: 'community',
    branchId: 'community1',
    posterId: 'poster2',
    expected: [],
  }),
  meeting('proposal1', at('2026-10-17 09:00'), {
    kind: 'community_service',
    state: 'draft',
    hostId: 'community1',
    hostType: 'community',
    branchId: 'community1',
    expected: [],
    proposed: { branchId: 'branch1', by: 'm1', at: MOMENT - 1000 },
  }),
]

const facts = [
  aFact({ _id: 'running_m4', activityId: 'running', memberId: 'm4', occurredAt: MOMENT - 500_000 }),
  aFact({
    _id: 'running_m5',
    activityId: 'running',
    memberId: 'm5',
    annulled: { at: MOMENT - 1, by: 'm1', reason: '认错' },
  }),
  aFact({ _id: 'settled_m4', activityId: 'settled', memberId: 'm4', occurredAt: MOMENT - 8 * 3_600_000 }),
  aFact({
    _id: 'over_m6',
    activityId: 'over',
    memberId: 'm6',
    way: 'backfill',
    by: 'm1',
    confirmed: null,
    witnessId: 'm2',
  }),
  ...['m4', 'm5'].map((memberId) =>
    aFact({
      _id: `service_${memberId}`,
      kind: 'attendance',
      activityKind: 'community_service',
      activityId: 'service',
      hostId: 'community1',
      memberId,
      way: 'poster',
      occurredAt: MOMENT - 300_000,
      confirmed: null,
    }),
  ),
  aFact({
    _id: 'service-over_m5',
    kind: 'attendance',
    activityKind: 'community_service',
    activityId: 'service-over',
    hostId: 'community1',
    memberId: 'm5',
    annulled: { at: MOMENT - 1, by: 'community1', reason: '不在现场' },
  }),
  aFact({
    _id: 'visit-to-confirm',
    kind: 'visit',
    memberId: 'v1',
    householdId: 'h1',
    hostId: 'village1',
    way: 'backfill',
    confirmed: null,
    detail: { purposes: 'heart' },
  }),
  aFact({
    _id: 'deed-claimed',
    kind: 'deed',
    memberId: 'm4',
    hostId: 'community1',
    way: 'self',
    confirmed: null,
    detail: { title: '修灯', beneficiary: 'community', state: 'claimed' },
  }),
  aFact({
    _id: 'deed-finished',
    kind: 'deed',
    memberId: 'm5',
    hostId: 'community1',
    way: 'self',
    confirmed: null,
    detail: { title: '修路', beneficiary: 'community', state: 'finished', finishedAt: String(MOMENT - 1) },
  }),
  aFact({
    _id: 'talk_m1_m4_2026-09-21',
    kind: 'talk',
    memberId: 'm4',
    hostId: 'branch1',
    way: 'roll_call',
    occurredAt: MOMENT - 86_400_000,
    detail: { withMemberId: 'm1' },
  }),
  aFact({
    _id: 'dues_m4_2026-09',
    kind: 'tick',
    dutyId: 'dues',
    periodKey: '2026-09',
    memberId: 'm4',
    hostId: 'branch1',
    way: 'roll_call',
    occurredAt: MOMENT - 1,
  }),
]

const gap = (_id: string) => ({
  _id,
  memberId: 'm5',
  branchId: 'branch1',
  kind: 'month_gap',
  periodKey: '2026-09',
  overdue: false,
  items: [],
  at: MOMENT,
  state: 'leader',
})

/** A number that the register knows whole. */
export const knownNumber = '13800001357'
process.env.PHONE_KEY = 'a-key-of-tests'
const known = aMember({
  _id: 'known',
  name: '号码同志',
  order: 99,
  alias: 'alias-known',
  phoneTail: knownNumber.slice(-4),
  ...{ phoneHash: createHmac('sha256', process.env.PHONE_KEY).update(knownNumber).digest('hex') },
})

/** Some of everything that a use case can change. */
export const seed: Record<string, object[]> = {
  organisations: [...organisations, ...placeRows.organisations],
  members: [...members.filter(({ _id }) => !/^p([4-9]|\d\d)$/.test(_id)), ...placeRows.members, known],
  identities: [
    ...identities.filter(({ _id }) => !/-p([4-9]|\d\d)$/.test(_id)),
    second,
    ...placeRows.identities,
  ],
  households: placeRows.households,
  ...startOf(MOMENT),
  settings: [
    ...startOf(MOMENT).settings,
    {
      _id: 'joint',
      kind: 'joint',
      on: true,
      basis: '县直工委第3号',
      savedAs: 'x',
      savedAt: 1,
      savedBy: 'm1',
    },
  ],
  activities,
  facts,
  reminders: [gap('gap_m5_2026-09_1')],
  needs: [aNeed()],
  credits: [{ _id: 'm4', meeting: 2, moves: [] }],
}
