import { defaultDuties } from '../duty/defaultDuties'
import { at } from '../testing/at'
import { aBranch, aFact, aGroup, aMember, anActivity } from '../testing/builders'
import { periodByKey } from '../time/period'
import { evaluateBranch } from './evaluateBranch'

const now = at('2026-09-22 18:00')
const groups = [3, 1, 2].map((n) =>
  aGroup({ _id: `group${n}`, name: `第${'一二三'.charAt(n - 1)}党小组`, order: n }),
)
const members = ['m1', 'm2', 'm3'].map((_id) =>
  aMember({ _id, posts: [{ post: 'committee_member', organisationId: 'branch1', from: '2026-01-01' }] }),
)
const meetingOf = (n: number, over = {}) =>
  anActivity({ _id: `g${n}`, kind: 'group_meeting', hostId: `group${n}`, hostType: 'group', ...over })
const evaluateMonth = (over: Partial<Parameters<typeof evaluateBranch>[0]> = {}) =>
  evaluateBranch({
    branch: aBranch(),
    groups,
    members,
    duties: defaultDuties,
    facts: [],
    activities: [],
    period: periodByKey('2026-09'),
    now,
    ...over,
  })
const groupMeeting = (over: Partial<Parameters<typeof evaluateBranch>[0]>) =>
  evaluateMonth(over).find(({ duty }) => duty.id === 'group_meeting')

test('a month of a branch shows its own duties, its committee and its groups, missing first', () => {
  expect(
    evaluateMonth({ activities: [anActivity()] }).map(({ duty, progress }) => `${duty.id} ${progress.state}`),
  ).toEqual([
    'branch_study missing',
    'group_meeting missing',
    'committee_meeting missing',
    'theme_party_day done',
  ])
})

test('two of three groups have met: 2/3, and the third is named', () => {
  const once = groupMeeting({ activities: [meetingOf(1), meetingOf(2), meetingOf(2, { _id: 'g2b' })] })
  expect(once).toMatchObject({
    missingNames: ['第三党小组'],
    progress: { subjectId: 'branch1', state: 'missing', done: 2, needed: 3, missing: 1 },
  })
  expect(once?.progress.counted.map(({ id }) => id)).toEqual(['g1', 'g2'])
})

test('a group that owes two meetings is done with two, and the second stands for it', () => {
  const duties = defaultDuties.map((duty) => (duty.id === 'group_meeting' ? { ...duty, minimum: 2 } : duty))
  const second = meetingOf(2, { _id: 'g2b', startsAt: at('2026-09-22 16:00') })
  expect(groupMeeting({ duties, activities: [meetingOf(1), meetingOf(2), second] })?.progress).toMatchObject({
    done: 1,
    needed: 3,
    counted: [{ id: 'g2b', title: '第二党小组 9月主题党日' }],
  })
})

test('a group that came into being with less than half of the month left is not among those that owe it; alone it says why', () => {
  const founded = aGroup({ _id: 'group4', order: 4, validFrom: '2026-09-17', isFounded: true })
  const held = [meetingOf(1), meetingOf(2), meetingOf(3)]
  expect(groupMeeting({ groups: [...groups, founded], activities: held })?.progress).toMatchObject({
    state: 'done',
    done: 3,
    needed: 3,
  })
  expect(groupMeeting({ groups: [founded] })?.progress).toMatchObject({
    state: 'not_owed',
    notOwed: 'founded_late',
    needed: 0,
  })
  const early = { ...founded, validFrom: '2026-09-16' }
  expect(groupMeeting({ groups: [...groups, early], activities: held })?.progress).toMatchObject({
    state: 'missing',
    needed: 4,
  })
})

test('a group whose meeting is in the calendar is planned and not named', () => {
  const third = meetingOf(3, { state: 'published', startsAt: at('2026-09-24 15:00') })
  expect(groupMeeting({ activities: [meetingOf(1), meetingOf(2), third] })).toMatchObject({
    missingNames: [],
    progress: { state: 'planned', done: 2, missing: 1, planned: [{ activityId: 'g3' }] },
  })
})

test('a branch without groups owes no group meeting; a dissolved group owes none either', () => {
  expect(groupMeeting({ groups: [] })?.progress).toMatchObject({
    state: 'not_owed',
    notOwed: 'no_groups',
    missing: 0,
  })
  const dissolved = groups.map((group) =>
    group._id === 'group3' ? { ...group, validTo: '2026-09-21' } : group,
  )
  expect(
    groupMeeting({ groups: dissolved, activities: [meetingOf(1), meetingOf(2)] })?.progress,
  ).toMatchObject({
    state: 'done',
    needed: 2,
  })
})

test('half of the committee is reckoned from who holds its posts today', () => {
  const activities = [anActivity({ kind: 'committee_meeting' })]
  const state = (...ids: string[]) => {
    const facts = ids.map((memberId) => aFact({ memberId, activityKind: 'committee_meeting' }))
    const found = evaluateMonth({ activities, facts }).find(({ duty }) => duty.id === 'committee_meeting')
    return found?.progress.state
  }
  expect(state('m1')).toBe('missing')
  expect(state('m1', 'm2')).toBe('done')
})

test('a quarter and a year show their own duties', () => {
  const ids = (key: string) => evaluateMonth({ period: periodByKey(key) }).map(({ duty }) => duty.id)
  expect(ids('2026-Q3')).toEqual(['theme_seminar', 'general_meeting', 'party_lecture'])
  expect(ids('2026')).toEqual(['democratic_review', 'org_life_meeting', 'secretary_report'])
})
