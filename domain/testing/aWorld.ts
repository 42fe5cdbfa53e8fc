import fc from 'fast-check'
import type { Activity } from '../activity/activity'
import type { ActivityKind, ActivityState, BranchType, Way } from '../contract/words'
import { changeRule } from '../duty/changeRule'
import { defaultDuties } from '../duty/defaultDuties'
import type { Duty } from '../duty/duty'
import type { Fact } from '../fact/fact'
import type { Exemption, Member } from '../org/member'
import type { Organisation } from '../org/organisation'
import { dayOf } from '../time/day'
import { at } from './at'
import { aBranch, aFact, aGroup, aMember, anActivity } from './builders'

/** Two branches, one of them with a committee and groups, a unit with a 中心组, three people, and what happened among them. */
export interface RandomWorld {
  branches: Organisation[]
  groups: Organisation[]
  unit: Organisation
  members: Member[]
  duties: Duty[]
  activities: Activity[]
  facts: Fact[]
  now: number
}

const kinds: ActivityKind[] = [
  'theme_party_day',
  'study',
  'group_meeting',
  'committee_meeting',
  'general_meeting',
  'lecture',
  'seminar',
  'democratic_review',
  'community_service',
  'unit_theory_study',
]
const states: ActivityState[] = ['draft', 'published', 'open', 'closed', 'recorded', 'cancelled']
const hosts = {
  branch1: { hostType: 'branch', branchId: 'branch1' },
  branch2: { hostType: 'branch', branchId: 'branch2' },
  group1: { hostType: 'group', branchId: 'branch1' },
  group2: { hostType: 'group', branchId: 'branch1' },
  community1: { hostType: 'community', branchId: 'community1' },
  unit1: { hostType: 'unit', branchId: 'unit1' },
} as const
const names = ['m1', 'm2', 'm3']

// Few instants, at the edges of periods and about now, so that things coincide.
const instants = [
  '2026-07-15 15:00',
  '2026-08-31 23:59:59.999',
  '2026-09-01 00:00',
  '2026-09-10 15:00',
  '2026-09-10 16:00',
  '2026-09-22 15:00',
  '2026-09-29 15:00',
  '2026-10-01 00:00',
].map(at)
const instant = fc.constantFrom(...instants)

const activityOf = (n: number) =>
  fc
    .record({
      kind: fc.constantFrom(...kinds),
      state: fc.constantFrom(...states),
      startsAt: instant,
      carries: fc.subarray<ActivityKind>(['study', 'lecture', 'seminar']),
      hostId: fc.constantFrom(...(Object.keys(hosts) as (keyof typeof hosts)[])),
      topic: fc.constantFrom('', '纪律建设'),
      lecturerId: fc.constantFrom('', ...names),
      serviceKind: fc.constantFrom<'theme' | 'daily'>('theme', 'daily'),
      expected: fc.subarray(names),
      forYear: fc.constantFrom(2025, 2026),
    })
    .map(({ hostId, expected, forYear, ...rest }): Activity => {
      const people = expected.map((memberId) => ({ memberId, standing: 'full' as const }))
      const year = rest.kind === 'democratic_review' ? { forYear } : {}
      const carries = rest.kind === 'theme_party_day' ? rest.carries : []
      return anActivity({
        ...rest,
        ...year,
        ...hosts[hostId],
        hostId,
        carries,
        expected: people,
        _id: `act${n}`,
      })
    })
/** Some are branches' parts of a joint meeting, of the same kind and hour; two may be of one branch, as after a merge. */
const partOf = ({ kind, startsAt, carries, topic, lecturerId }: Activity, part: Activity): Activity => ({
  ...part,
  ...{ kind, startsAt, carries, topic, lecturerId, hostType: 'branch' },
  hostId: part.branchId === 'branch2' ? 'branch2' : 'branch1',
  branchId: part.branchId === 'branch2' ? 'branch2' : 'branch1',
  jointOf: 'act4',
})
const activities = fc
  .tuple(fc.boolean(), ...[0, 1, 2, 3, 4, 5, 6, 7].map(activityOf))
  .map(([isJoint, ...all]) => {
    const host = all[4]
    return host && isJoint ? all.map((one, n) => (n > 4 && n < 7 ? partOf(host, one) : one)) : all
  })

const common = {
  memberId: fc.constantFrom(...names),
  occurredAt: instant,
  way: fc.constantFrom<Way>('scan', 'paper', 'backfill'),
  confirmed: fc.constantFrom(undefined, null, { at: 1, by: 'x' }),
  annulled: fc.constantFrom(undefined, undefined, null, { at: 1, by: 'x', reason: '' }),
}
const made = (rest: object, over: Partial<Fact>): Fact => aFact({ ...(rest as Partial<Fact>), ...over })

const tails = { attendance: '', leave: '_leave', enrolment: '_enrol', make_up: '_makeup' } as const
const ofActivity = fc
  .record({
    ...common,
    n: fc.integer({ min: 0, max: 8 }),
    kind: fc.constantFrom(...(Object.keys(tails) as (keyof typeof tails)[]), 'attendance' as const),
  })
  .map(({ n, kind, ...rest }) =>
    made(rest, { _id: `act${n}_${rest.memberId}${tails[kind]}`, kind, activityId: `act${n}` }),
  )
const visit = fc
  .record({ ...common, householdId: fc.constantFrom('h1', 'h2', 'h3'), tail: fc.constantFrom('', '_again') })
  .map(({ householdId, tail, ...rest }) => {
    const _id = `${householdId}_${rest.memberId}_${dayOf(rest.occurredAt)}${tail}`
    return made(rest, { _id, kind: 'visit', householdId })
  })
const deed = fc
  .record({
    ...common,
    n: fc.integer({ min: 0, max: 9 }),
    beneficiary: fc.constantFrom('community', 'household'),
    state: fc.constantFrom('claimed', 'finished', 'dropped'),
  })
  .map(({ n, beneficiary, state, ...rest }) =>
    made(rest, { _id: `deed${n}`, kind: 'deed', detail: { beneficiary, state } }),
  )
const talk = fc
  .record({ ...common, n: fc.integer({ min: 0, max: 3 }), withMemberId: fc.constantFrom(...names) })
  .map(({ n, withMemberId, ...rest }) =>
    made(rest, { _id: `talk${n}`, kind: 'talk', detail: { withMemberId } }),
  )
const keyed = fc
  .record({
    ...common,
    key: fc.constantFrom('2026-08', '2026-09'),
    what: fc.constantFrom('tick' as const, 'excuse' as const),
  })
  .map(({ key, what, ...rest }) => {
    const dutyId = what === 'tick' ? 'dues' : 'community_service'
    const tail = what === 'tick' ? '' : '_excuse'
    return made(rest, { _id: `${dutyId}_${rest.memberId}_${key}${tail}`, kind: what, dutyId, periodKey: key })
  })
/** Facts as the cloud stores them: one for a natural key. */
const facts = fc.uniqueArray(fc.oneof({ arbitrary: ofActivity, weight: 3 }, visit, deed, talk, keyed), {
  selector: (fact) => fact._id,
  maxLength: 25,
})

const membership = fc.constantFrom<Member['memberships']>(
  [{ branchId: 'branch1', groupId: 'group1', from: '2020-01-01' }],
  [
    { branchId: 'branch2', from: '2020-01-01', to: '2026-09-10' },
    { branchId: 'branch1', groupId: 'group2', from: '2026-09-11' },
  ],
  [{ branchId: 'branch1', from: '2026-09-15', fromOutside: true }],
  [{ branchId: 'branch2', from: '2026-09-17', fromOutside: true }],
  [{ branchId: 'branch1', from: '2020-01-01', to: '2026-09-20' }],
)
const exemptions = fc.constantFrom<Exemption[]>(
  [],
  [],
  [{ category: 'health', from: '2026-09-01', to: '2026-09-15' }],
  [{ category: 'health', from: '2026-09-01', to: '2026-09-14' }],
  [{ category: 'resident_in_village', from: '2026-01-01' }],
)
const memberOf = (name: string) =>
  fc
    .record({
      memberships: membership,
      exemptions,
      households: fc.subarray([
        { householdId: 'h1', from: '2026-01-01' },
        { householdId: 'h2', from: '2026-09-10' },
      ]),
      posts: fc.subarray<Member['posts'][number]>([
        { post: 'secretary', organisationId: 'branch1', from: '2026-01-01' },
        { post: 'theory_group_member', organisationId: 'unit1', from: '2026-09-01' },
      ]),
      cadre: fc.constantFrom<Member['cadre']>(undefined, 'section', 'county'),
    })
    .map(({ cadre, ...rest }) =>
      aMember({
        ...rest,
        _id: name,
        name,
        contactPoints: [{ branchId: 'branch2', from: '2026-01-01' }],
        ...(cadre ? { cadre } : {}),
      }),
    )

/** A rule changed as the committee changes it, on one of several days. */
const changedRule = fc
  .record({
    duty: fc.constantFrom(...defaultDuties),
    minimum: fc.constantFrom(null, 1, 2, 3),
    isOption: fc.boolean(),
    branchTypes: fc.constantFrom<BranchType[] | undefined>(undefined, ['organ']),
    inForce: fc.boolean(),
    today: fc.constantFrom('2026-01-20', '2026-07-20', '2026-08-31', '2026-09-15'),
  })
  .map(({ duty, minimum, isOption, branchTypes, inForce, today }): Duty[] => {
    const option = duty.id === 'practical_deed' ? 'each_side' : 'theme_service_only'
    const has = isOption && ['practical_deed', 'community_service'].includes(duty.id)
    const text = `${duty.text}{n}`
    const form = { dutyId: duty.id, baseVersion: 1, minimum, text, basis: duty.basis, inForce }
    const options = has ? [option as 'each_side'] : []
    const outcome = changeRule([duty], { ...form, options, ...(branchTypes ? { branchTypes } : {}) }, today)
    return outcome.ok ? [outcome.data] : []
  })

const branches = fc.constantFrom<Partial<Organisation>>({}, { branchType: 'organ' }, { hasCommittee: false })

export const aWorld: fc.Arbitrary<RandomWorld> = fc
  .record({
    first: branches,
    members: fc.tuple(...names.map(memberOf)),
    changes: fc.array(changedRule, { maxLength: 3 }),
    activities,
    facts,
    now: fc.constantFrom(at('2026-09-22 18:00'), at('2026-10-01 00:00'), at('2026-10-08 09:00')),
  })
  .map(({ first, changes, ...rest }) => ({
    ...rest,
    duties: [...defaultDuties, ...changes.flat()],
    branches: [
      aBranch(first),
      aBranch({ _id: 'branch2', order: 2, hasCommittee: false, branchType: 'enterprise' }),
    ],
    groups: [aGroup(), aGroup({ _id: 'group2', order: 2 })],
    unit: aBranch({ _id: 'unit1', type: 'unit', name: '县农业农村局党组', parentId: null }),
  }))
