import { defaultDuties } from '../duty/defaultDuties'
import { at } from '../testing/at'
import { aBranch, aFact, aGroup, aMember, anActivity } from '../testing/builders'
import { periodByKey } from '../time/period'
import { rollupBranch } from './rollupBranch'

const groups = [1, 2, 3].map((n) => aGroup({ _id: `group${n}`, order: n }))
const members = ['m1', 'm2', 'm3'].map((_id) => aMember({ _id }))
const rollup = (over: Partial<Parameters<typeof rollupBranch>[0]> = {}) =>
  rollupBranch({
    branch: aBranch(),
    groups,
    members,
    duties: defaultDuties,
    facts: [],
    activities: [],
    period: periodByKey('2026-09'),
    now: at('2026-09-22 18:00'),
    ...over,
  })

test('members are counted by heads, groups by groups, the branch and its committee as one', () => {
  const activities = [
    anActivity({ carries: ['study'] }),
    anActivity({ _id: 'g1', kind: 'group_meeting', hostId: 'group1', hostType: 'group' }),
  ]
  const facts = ['m1', 'm2'].map((memberId) => aFact({ memberId }))
  expect(rollup({ activities, facts })).toEqual({
    members: 3,
    duties: {
      branch_study: [1, 1],
      committee_meeting: [0, 1],
      community_service: [0, 3],
      dues: [0, 3],
      group_meeting: [1, 3],
      member_study: [2, 3],
      theme_party_day: [1, 1],
    },
  })
})

test('who holds more than is owed is counted once', () => {
  const activities = ['a', 'b'].map((_id) => anActivity({ _id }))
  expect(rollup({ activities })?.duties.theme_party_day).toEqual([1, 1])
})

test('of what is done 补录 is told beside it, and what waits for a word with those who owe it', () => {
  const word = { at: 1, by: 'm9' }
  const late = { ...word, asked: 'branch1' }
  const meeting = (_id: string, hostId: string, confirmed?: typeof word | null) =>
    anActivity({
      ...{ _id, hostId, kind: 'group_meeting', hostType: 'group' },
      ...(confirmed !== undefined && { late: { ...late, confirmed } }),
    })
  const activities = [
    anActivity({ late: { ...late, confirmed: word } }),
    meeting('g1', 'group1', word),
    meeting('g2', 'group2', null),
    // Held in time after all: what was entered afterwards is more than was asked for.
    meeting('g3', 'group3', word),
    { ...meeting('g4', 'group3'), startsAt: at('2026-09-20 15:00'), endsAt: at('2026-09-20 16:00') },
  ]
  const facts = [
    aFact({ memberId: 'm1', kind: 'tick', dutyId: 'dues', periodKey: '2026-09', confirmed: null }),
    aFact({ memberId: 'm2', kind: 'tick', dutyId: 'dues', periodKey: '2026-09' }),
  ]
  expect(rollup({ activities, facts })?.duties).toMatchObject({
    theme_party_day: [1, 1, 1],
    group_meeting: [2, 3, 1, 1],
    dues: [1, 3, 0, 1],
  })
})

test('不设 and 不作硬性要求 owe nothing: the cell is left out, one exempt member makes one less', () => {
  const exempt = aMember({ _id: 'm3', exemptions: [{ category: 'old_age', from: '2020-01-01' }] })
  const found = rollup({
    branch: aBranch({ hasCommittee: false }),
    groups: [],
    members: [...members.slice(0, 2), exempt],
  })
  expect(found?.members).toBe(3)
  expect(found?.duties).not.toHaveProperty('committee_meeting')
  expect(found?.duties).not.toHaveProperty('group_meeting')
  expect(found?.duties).not.toHaveProperty('household_visit')
  expect(found?.duties.community_service).toEqual([0, 2])
})

test('a member is counted where the last day of the period finds them', () => {
  const moved = aMember({
    _id: 'm3',
    memberships: [
      { branchId: 'branch1', from: '2020-01-01', to: '2026-08-31' },
      { branchId: 'branch2', from: '2026-09-01' },
    ],
  })
  const all = [...members.slice(0, 2), moved]
  expect(rollup({ members: all, period: periodByKey('2026-08') })?.members).toBe(3)
  expect(rollup({ members: all })?.members).toBe(2)
})

test('a branch that does not exist on the judged day has no numbers', () => {
  const branch = aBranch({ validTo: '2026-08-31' })
  expect(rollup({ branch })).toBeNull()
  expect(rollup({ branch, period: periodByKey('2026-08') })).not.toBeNull()
})

test('members owe no study that the branch has neither held nor planned', () => {
  expect(rollup()?.duties).not.toHaveProperty('member_study')
  const planned = anActivity({
    kind: 'study',
    state: 'published',
    startsAt: at('2026-09-29 15:00'),
    expected: [],
  })
  expect(rollup({ activities: [planned] })?.duties.member_study).toEqual([0, 3])
})

test('a rule for enterprises is left out in an organ, of its members as well', () => {
  const duties = defaultDuties.map((duty) =>
    ['branch_study', 'community_service'].includes(duty.id)
      ? { ...duty, branchTypes: ['enterprise' as const] }
      : duty,
  )
  const organ = rollup({ duties, branch: aBranch({ branchType: 'organ' }) })?.duties
  expect(organ).not.toHaveProperty('branch_study')
  expect(organ).not.toHaveProperty('community_service')
  expect(rollup({ duties, branch: aBranch({ branchType: 'enterprise' }) })?.duties).toMatchObject({
    branch_study: [0, 1],
    community_service: [0, 3],
  })
})
