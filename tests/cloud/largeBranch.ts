import type { Activity } from '@domain/activity/activity'
import type { Identity } from '@cloud/lib/identity/identity'
import type { Member } from '@domain/org/member'
import { startOfDay } from '@domain/period/day'
import type { Fact } from '@domain/progress/fact'
import { aBranch, aFact, aGroup, aMember, anActivity } from '@domain/testing/builders'
import { identities, members, MOMENT, openIdOf, organisations } from './people'

/** 330 members in ten groups, as the largest branch of a county has them; `b1` is its secretary, `b2` on the committee. */
export const BRANCH = 'large'
const SIZE = 330
const GROUPS = 10
export const largeSecretary = openIdOf('b1')
const surnames = '李陈王孙吴何周赵马刘郭徐'

const groupOf = (i: number) => `large-group${(i % GROUPS) + 1}`
const ids = Array.from({ length: SIZE }, (_, i) => `b${i + 1}`)

const memberOf = (_id: string, i: number): Member =>
  aMember({
    _id,
    order: 1000 + i,
    // As long as names are here.
    name: i % 40 === 0 ? '阿卜杜热西提·买买提吐尔逊江' : `${surnames[i % 12] ?? ''}建国${i + 1}`,
    phoneTail: String(1000 + i),
    memberships: [{ branchId: BRANCH, groupId: groupOf(i), from: '2018-01-01' }],
    posts:
      i < 2
        ? [{ post: i === 0 ? 'secretary' : 'committee_member', organisationId: BRANCH, from: '2024-01-01' }]
        : [],
    communityId: 'community1',
    alias: `alias-${_id}-0123456789`,
    codeKey: (i + 1).toString(16).padStart(4, '0').repeat(16),
  })

const bound = (memberId: string): Identity => ({
  _id: openIdOf(memberId),
  state: 'bound',
  requestId: `request-${memberId}`,
  memberId,
  requestedAt: 1,
  boundAt: 1,
  grants: [],
  updatedAt: new Date(MOMENT),
})

const staff: Identity = {
  ...bound('staff'),
  name: '社区干部',
  grants: [{ role: 'community_staff', organisationId: 'community1', from: '2026-01-01' }],
}
delete staff.memberId

export const people: Record<string, object[]> = {
  organisations: [
    ...organisations,
    aBranch({ _id: BRANCH, name: '县人民医院第一党支部', order: 9 }),
    ...Array.from({ length: GROUPS }, (_, i) =>
      aGroup({ _id: `large-group${i + 1}`, name: `第${i + 1}党小组`, parentId: BRANCH, order: i + 1 }),
    ),
  ],
  members: [...members, ...ids.map(memberOf)],
  identities: [...identities, ...ids.map(bound), staff],
}

const days = (month: string) => ({
  at: (day: number) => startOfDay(`${month}-${String(day).padStart(2, '0')}`) + 10 * 3_600_000,
})

/** What the branch holds in a month: a party day with a study, and a community's service. */
function heldIn(month: string): Activity[] {
  const { at } = days(month)
  const expected = ids.map((memberId, i) => ({ memberId, groupId: groupOf(i), standing: 'full' as const }))
  const common = { branchId: BRANCH, hostId: BRANCH, state: 'recorded' as const, expected }
  const times = (day: number) => ({ startsAt: at(day), endsAt: at(day) + 5_400_000 })
  return [
    anActivity({ _id: `study-${month}`, kind: 'study', ...common, ...times(8) }),
    anActivity({ _id: `day-${month}`, kind: 'theme_party_day', ...common, ...times(15) }),
    anActivity({
      ...{ _id: `service-${month}`, kind: 'community_service', hostType: 'community', serviceKind: 'theme' },
      ...{ hostId: 'community1', branchId: 'community1', state: 'recorded', expected: [], ...times(12) },
    }),
  ]
}

/** What a member does in a month: dues, a study, a party day, a service, two visits. */
function doneIn(month: string, memberId: string): Fact[] {
  const { at } = days(month)
  const fact = (day: number, more: Partial<Fact>) =>
    aFact({ memberId, branchId: BRANCH, hostId: BRANCH, by: 'b1', occurredAt: at(day), ...more })
  const attends = (activityId: string, day: number, more: Partial<Fact> = {}) =>
    fact(day, { _id: `${activityId}_${memberId}`, activityId, ...more })
  const visits = (day: number) =>
    fact(day, {
      ...{ _id: `h_${memberId}_${month}-${day}`, kind: 'visit', householdId: `h-${memberId}` },
      ...{ hostId: 'village1', detail: { purposes: 'policy,heart' } },
    })
  return [
    fact(3, { _id: `dues_${memberId}_${month}`, kind: 'tick', dutyId: 'dues', way: 'roll_call' }),
    attends(`study-${month}`, 8, { activityKind: 'study' }),
    attends(`day-${month}`, 15, { activityKind: 'theme_party_day' }),
    attends(`service-${month}`, 12, {
      ...{ activityKind: 'community_service', hostId: 'community1', confirmed: { at: at(13), by: 'staff' } },
    }),
    visits(10),
    visits(20),
  ]
}

/** The months from January of a year until last month, and this month's first half, of which everything is in. */
export function history(since: number): { activities: Activity[]; facts: Fact[] } {
  const months: string[] = []
  for (let year = since; year <= 2026; year += 1)
    for (let month = 1; month <= (year === 2026 ? 9 : 12); month += 1)
      months.push(`${year}-${String(month).padStart(2, '0')}`)
  return {
    activities: months.flatMap(heldIn),
    facts: months.flatMap((month) => ids.flatMap((memberId) => doneIn(month, memberId))),
  }
}

/** What one member and one organiser leave who mean no good: finished deeds, and drafts of any day. */
export function flood(deeds: number, drafts: number): { activities: Activity[]; facts: Fact[] } {
  const expected = ids.map((memberId) => ({ memberId, standing: 'full' as const }))
  return {
    facts: Array.from({ length: deeds }, (_, i) =>
      aFact({
        ...{ _id: `flood${i}`, kind: 'deed', memberId: 'b330', branchId: BRANCH, hostId: 'community1' },
        ...{ occurredAt: MOMENT - 86_400_000 - i, way: 'self', by: 'b330', confirmed: null },
        detail: {
          title: '好'.repeat(40),
          beneficiary: 'community',
          state: 'finished',
          finishedAt: `${MOMENT}`,
        },
      }),
    ),
    activities: Array.from({ length: drafts }, (_, i) => {
      const startsAt = MOMENT + (i % 2 === 0 ? -1 : 1) * i * 86_400_000
      const draft = { state: 'draft' as const, branchId: BRANCH, hostId: BRANCH, expected, createdBy: 'b2' }
      return anActivity({ _id: `draft${i}`, ...draft, startsAt, endsAt: startsAt + 5_400_000 })
    }),
  }
}

/** An open meeting at which everybody is expected and has arrived, and a service at which everybody waits for the staff. */
export function today(): { activities: Activity[]; facts: Fact[] } {
  const expected = ids.map((memberId, i) => ({ memberId, groupId: groupOf(i), standing: 'full' as const }))
  const times = { startsAt: MOMENT - 600_000, endsAt: MOMENT + 5_400_000, state: 'open' as const }
  const key = { codeKey: 'a'.repeat(64) }
  const arrive = (activityId: string, more: Partial<Fact>) =>
    ids.map((memberId) =>
      aFact({
        ...{ _id: `${activityId}_${memberId}`, activityId, memberId, branchId: BRANCH },
        ...{ occurredAt: MOMENT - 300_000, recordedAt: MOMENT - 300_000, ...more },
      }),
    )
  return {
    activities: [
      anActivity({
        ...{ _id: 'meeting', kind: 'general_meeting', branchId: BRANCH, hostId: BRANCH, expected, ...times },
        ...{ chairId: 'b1', recorderId: 'b2', ...key },
      }),
      anActivity({
        ...{ _id: 'service', kind: 'community_service', hostType: 'community', serviceKind: 'theme' },
        ...{ hostId: 'community1', branchId: 'community1', expected: [], ...times, ...key },
      }),
    ],
    facts: [
      ...arrive('meeting', { hostId: BRANCH, activityKind: 'general_meeting' }),
      ...arrive('service', {
        ...{ hostId: 'community1', activityKind: 'community_service', way: 'poster', confirmed: null },
      }),
    ],
  }
}
