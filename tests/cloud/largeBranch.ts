import type { Identity } from '@cloud/lib/store/collections/identities'
import type { Grant } from '@domain/access/person'
import type { Activity } from '@domain/activity/activity'
import type { Fact } from '@domain/fact/fact'
import type { Member } from '@domain/org/member'
import { aBranch, aFact, aGroup, aMember, anActivity } from '@domain/testing/builders'
import { startOfDay } from '@domain/time/day'
import { identities, members, MOMENT, openIdOf, organisations } from './people'

/** As long as the ids a cloud makes by itself. */
export const long = (name: string): string => name.padStart(32, '0')

/** 330 members in ten groups, as the largest branch of a county has them; `b1` is its secretary, `b2` on the committee. */
export const BRANCH = long('large')
const SIZE = 330
const GROUPS = 10
export const personId = (number: number): string => long(`b${number}`)
export const largeSecretary = openIdOf(personId(1))
const surnames = ['欧阳', '上官', '司马', '诸葛', '东方', '皇甫', '尉迟', '公孙', '慕容', '令狐', '宇文']
const given = '建国卫东志强晓红淑芬海燕春梅文斌永红玉兰'

const groupId = (number: number) => long(`large-group${number}`)
const groupOf = (i: number) => groupId((i % GROUPS) + 1)
const ids = Array.from({ length: SIZE }, (_, i) => personId(i + 1))
/** Four characters. */
const nameOf = (i: number) => {
  const place = Math.floor(i / surnames.length) % (given.length - 1)
  return `${surnames[i % surnames.length] ?? ''}${given.slice(place, place + 2)}`
}

const memberOf = (_id: string, i: number): Member =>
  aMember({
    _id,
    order: 1000 + i,
    // As long as names are here.
    name: i % 40 === 0 ? '阿卜杜热西提·买买提吐尔逊江' : nameOf(i),
    phoneTail: String(1000 + i),
    memberships: [{ branchId: BRANCH, groupId: groupOf(i), from: '2018-01-01' }],
    posts:
      i < 2
        ? [{ post: i === 0 ? 'secretary' : 'committee_member', organisationId: BRANCH, from: '2024-01-01' }]
        : [],
    alias: String(i).padStart(7, 'a'),
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

const outside = (id: string, name: string, grant: Pick<Grant, 'role' | 'organisationId'>): Identity => {
  const { memberId: _, ...identity } = bound(id)
  return { ...identity, name, grants: [{ ...grant, from: '2026-01-01' }] }
}
const outsiders = [
  outside('staff', '社区干部', { role: 'community_staff', organisationId: 'community1' }),
  outside('village', '村联系人', { role: 'village_contact', organisationId: 'village1' }),
]

export const people: Record<string, object[]> = {
  organisations: [
    ...organisations,
    aBranch({ _id: BRANCH, name: '县人民医院第一党支部', order: 9 }),
    ...Array.from({ length: GROUPS }, (_, i) =>
      aGroup({ _id: groupId(i + 1), name: `第${i + 1}党小组`, parentId: BRANCH, order: i + 1 }),
    ),
  ],
  members: [...members, ...ids.map(memberOf)],
  identities: [...identities, ...ids.map(bound), ...outsiders],
  // The staff are told of what waits for them, however much it is.
  credits: [{ _id: 'request-staff', waiting: 5, moves: [] }],
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
    anActivity({ _id: long(`study-${month}`), kind: 'study', ...common, ...times(8) }),
    anActivity({ _id: long(`day-${month}`), kind: 'theme_party_day', ...common, ...times(15) }),
    anActivity({
      ...{
        _id: long(`service-${month}`),
        kind: 'community_service',
        hostType: 'community',
        serviceKind: 'theme',
      },
      ...{ hostId: 'community1', branchId: 'community1', state: 'recorded', expected: [], ...times(12) },
    }),
  ]
}

const householdOf = (memberId: string) => memberId.replace('0', 'h')

/** What a member does in a month: dues, a study, a party day, a service, two visits. */
function doneIn(month: string, memberId: string): Fact[] {
  const { at } = days(month)
  const fact = (day: number, more: Partial<Fact>) =>
    aFact({ memberId, branchId: BRANCH, hostId: BRANCH, by: personId(1), occurredAt: at(day), ...more })
  const attends = (activityId: string, day: number, more: Partial<Fact> = {}) =>
    fact(day, { _id: `${activityId}_${memberId}`, activityId, ...more })
  const visits = (day: number) => {
    const householdId = householdOf(memberId)
    return fact(day, {
      ...{ _id: `h_${memberId}_${month}-${day}`, kind: 'visit', householdId },
      ...{ hostId: 'village1', detail: { purposes: 'policy,heart' } },
      confirmed: { at: at(day), by: householdId },
    })
  }
  return [
    fact(3, {
      ...{
        _id: `dues_${memberId}_${month}`,
        kind: 'tick',
        dutyId: 'dues',
        periodKey: month,
        way: 'roll_call',
      },
    }),
    attends(long(`study-${month}`), 8, { activityKind: 'study' }),
    attends(long(`day-${month}`), 15, { activityKind: 'theme_party_day' }),
    attends(long(`service-${month}`), 12, {
      ...{ activityKind: 'community_service', hostId: 'community1', confirmed: { at: at(13), by: 'staff' } },
    }),
    visits(10),
    visits(20),
  ]
}

const THIS_MONTH = '2026-09'

/** The months from January of a year until last month, of which everything is in; of this month the visits alone, so that everybody is to be told. */
export function history(since: number): { activities: Activity[]; facts: Fact[] } {
  const months: string[] = []
  for (let year = since; year <= 2026; year += 1)
    for (let month = 1; month <= (year === 2026 ? 9 : 12); month += 1)
      months.push(`${year}-${String(month).padStart(2, '0')}`)
  return {
    activities: months.flatMap(heldIn),
    facts: months
      .flatMap((month) => ids.flatMap((id) => doneIn(month, id)))
      .filter(({ kind, occurredOn }) => kind === 'visit' || occurredOn < `${THIS_MONTH}-01`),
  }
}

/** What one member and one organiser leave who mean no good: finished deeds, and drafts of any day. */
export function flood(deeds: number, drafts: number): { activities: Activity[]; facts: Fact[] } {
  const expected = ids.map((memberId) => ({ memberId, standing: 'full' as const }))
  return {
    facts: Array.from({ length: deeds }, (_, i) =>
      aFact({
        ...{
          _id: long(`flood${i}`),
          kind: 'deed',
          memberId: personId(SIZE),
          branchId: BRANCH,
          hostId: 'community1',
        },
        ...{ occurredAt: MOMENT - 86_400_000 - i, way: 'self', by: personId(SIZE), confirmed: null },
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
      const draft = {
        state: 'draft' as const,
        branchId: BRANCH,
        hostId: BRANCH,
        expected,
        createdBy: personId(2),
      }
      return anActivity({ _id: long(`draft${i}`), ...draft, startsAt, endsAt: startsAt + 5_400_000 })
    }),
  }
}

export const MEETING = long('meeting')
export const SERVICE = long('service')
export const LATE = long('late')

/**
 * An open meeting at which everybody is expected and has arrived, a service at which everybody waits for the staff, and a 补录 at which
 * everybody was.
 */
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
        ...{ _id: MEETING, kind: 'general_meeting', branchId: BRANCH, hostId: BRANCH, expected, ...times },
        ...{ chairId: personId(1), recorderId: personId(2), ...key },
      }),
      anActivity({
        ...{ _id: LATE, kind: 'study', branchId: BRANCH, hostId: BRANCH, expected, state: 'closed' },
        ...{ startsAt: MOMENT - 5 * 86_400_000, endsAt: MOMENT - 5 * 86_400_000 + 5_400_000 },
        late: { at: MOMENT - 600_000, by: personId(2), asked: BRANCH, confirmed: null },
      }),
      anActivity({
        ...{ _id: SERVICE, kind: 'community_service', hostType: 'community', serviceKind: 'theme' },
        ...{ hostId: 'community1', branchId: 'community1', expected: [], ...times, ...key },
      }),
    ],
    facts: [
      ...arrive(LATE, { hostId: BRANCH, activityKind: 'study', way: 'roll_call', by: personId(2) }),
      ...arrive(MEETING, { hostId: BRANCH, activityKind: 'general_meeting' }),
      ...arrive(SERVICE, {
        ...{ hostId: 'community1', activityKind: 'community_service', way: 'poster', confirmed: null },
      }),
    ],
  }
}
