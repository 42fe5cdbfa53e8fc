import type { Activity } from '../activity/activity'
import type { Duty } from '../duty/duty'
import type { Fact } from '../fact/fact'
import type { Need } from '../fact/need'
import type { Member } from '../org/member'
import type { Organisation } from '../org/organisation'
import { dayOf } from '../time/day'

/** 22 September 2026, 15:00 +08:00: when things happen in tests unless they say otherwise. */
export const TEST_AT = Date.UTC(2026, 8, 22, 7)
const HOUR = 3_600_000

export const aBranch = (overrides: Partial<Organisation> = {}): Organisation => ({
  _id: 'branch1',
  type: 'branch',
  name: '农业农村局党支部',
  parentId: 'unit1',
  order: 1,
  validFrom: '2020-01-01',
  hasCommittee: true,
  ...overrides,
})

export const aGroup = (overrides: Partial<Organisation> = {}): Organisation => ({
  _id: 'group1',
  type: 'group',
  name: '第一党小组',
  parentId: 'branch1',
  order: 1,
  validFrom: '2020-01-01',
  ...overrides,
})

/** A full member of branch1, first group, who lives in community1, without household, post or exemption. */
export const aMember = (overrides: Partial<Member> = {}): Member => ({
  _id: 'm1',
  name: '周敏',
  phoneTail: '0001',
  standing: 'full',
  order: 1,
  memberships: [{ branchId: 'branch1', groupId: 'group1', from: '2020-01-01' }],
  posts: [],
  communities: [{ communityId: 'community1', kind: 'unit', from: '2020-01-01' }],
  households: [],
  exemptions: [],
  alias: 'a1',
  codeKey: '11'.repeat(32),
  ...overrides,
})

/** A closed 主题党日 of branch1 that m1 is expected at. */
export const anActivity = (overrides: Partial<Activity> = {}): Activity => {
  const startsAt = overrides.startsAt ?? TEST_AT
  return {
    _id: 'act1',
    kind: 'theme_party_day',
    title: '9月主题党日',
    hostId: 'branch1',
    hostType: 'branch',
    branchId: 'branch1',
    state: 'closed',
    startsAt,
    endsAt: startsAt + 2 * HOUR,
    place: '三楼会议室',
    carries: [],
    agenda: [],
    expected: [{ memberId: 'm1', standing: 'full' }],
    codeKey: '22'.repeat(32),
    absences: [],
    createdBy: 'secretary1',
    nonce: 'nonce-act1',
    updatedAt: new Date(startsAt),
    ...overrides,
  }
}

/** m1's registration at act1 by scan. `_id` follows the natural key unless given. */
export const aFact = (overrides: Partial<Fact> = {}): Fact => {
  const { memberId = 'm1', activityId = 'act1', occurredAt = TEST_AT } = overrides
  return {
    _id: `${activityId}_${memberId}`,
    kind: 'attendance',
    memberId,
    branchId: 'branch1',
    hostId: 'branch1',
    activityId,
    activityKind: 'theme_party_day',
    occurredAt,
    occurredOn: dayOf(occurredAt),
    recordedAt: occurredAt,
    way: 'scan',
    by: memberId,
    nonce: `nonce-${activityId}-${memberId}`,
    updatedAt: new Date(occurredAt),
    ...overrides,
  }
}

/** One 集中学习 a month for every member. */
export const aDuty = (overrides: Partial<Duty> = {}): Duty => ({
  _id: 'member_study@1',
  id: 'member_study',
  version: 1,
  subject: 'member',
  label: '集中学习',
  text: '每名党员每月至少参加 {n} 次集中学习。',
  measure: '次',
  period: 'month',
  minimum: 1,
  counts: { what: 'attended', kinds: ['study'] },
  conditions: [],
  basis: { document: '县直机关党建工作要求' },
  order: 2,
  validFrom: '2026-01-01',
  ...overrides,
})

/** What community1 asks for until the middle of October: one person. */
export const aNeed = (overrides: Partial<Need> = {}): Need => ({
  _id: 'need1',
  placeId: 'community1',
  title: '教几位老人用手机挂号',
  until: '2026-10-15',
  wanted: 1,
  by: 'outside',
  at: TEST_AT,
  nonce: 'nonce-of-need',
  withdrawn: null,
  updatedAt: new Date(TEST_AT),
  ...overrides,
})
