import { defaultDuties } from '../duty/defaultDuties'
import { treeOf } from '../org/tree'
import { at } from '../testing/at'
import { aBranch, aFact, aMember, anActivity } from '../testing/builders'
import { periodByKey } from '../time/period'
import { evaluateMember } from './evaluateMember'

const now = at('2026-09-22 12:00')
const tree = treeOf([aBranch({ branchType: 'organ' }), aBranch({ _id: 'branch2', branchType: 'enterprise' })])
const september = periodByKey('2026-09')

test('what is missing comes first, then planned and waiting, done, and last what is not owed', () => {
  const service = anActivity({
    _id: 'service',
    kind: 'community_service',
    hostType: 'community',
    hostId: 'community1',
    state: 'published',
    startsAt: at('2026-09-26 09:00'),
  })
  const progress = evaluateMember({
    member: aMember(),
    tree,
    duties: defaultDuties,
    facts: [aFact({ activityKind: 'study' })],
    activities: [anActivity({ kind: 'study' }), service],
    period: september,
    now,
  })
  expect(progress.map(({ dutyId, state }) => `${dutyId} ${state}`)).toEqual([
    'dues missing',
    'community_service planned',
    'member_study done',
    'household_visit not_owed',
  ])
})

test('a month holds no yearly duty, and a year none of a leader for who is none', () => {
  const year = (cadre?: 'section') =>
    evaluateMember({
      member: aMember(cadre ? { cadre } : {}),
      tree,
      duties: defaultDuties,
      facts: [],
      activities: [],
      period: periodByKey('2026'),
      now,
    }).map(({ dutyId }) => dutyId)
  expect(year()).toEqual(['practical_deed', 'heart_talk', 'party_spirit_analysis', 'thought_report'])
  expect(year('section')).toContain('leader_lecture')
})

test('a rule for enterprises is one where the member is in one for the period', () => {
  const duties = defaultDuties.map((duty) =>
    duty.id === 'member_study' ? { ...duty, branchTypes: ['enterprise' as const] } : duty,
  )
  const member = aMember({
    memberships: [
      { branchId: 'branch1', from: '2020-01-01', to: '2026-08-31' },
      { branchId: 'branch2', from: '2026-09-01' },
    ],
  })
  const has = (key: string) =>
    evaluateMember({ member, tree, duties, facts: [], activities: [], period: periodByKey(key), now }).some(
      ({ dutyId }) => dutyId === 'member_study',
    )
  expect([has('2026-08'), has('2026-09')]).toEqual([false, true])
})
