import type { Activity } from '../activity/activity'
import { at } from '../testing/at'
import { aBranch, aFact, aGroup, anActivity } from '../testing/builders'
import { progressOf } from '../testing/progressOf'
import type { Subject } from './subject'

const now = at('2026-09-22 18:00')
const branch: Subject = { type: 'branch', organisation: aBranch(), committeeIds: [] }

const meeting = anActivity({ kind: 'general_meeting' })

test('a meeting is held when it is closed or recorded, by itself three hours after its end', () => {
  const as = (activity: Partial<Activity>, instant = now) =>
    progressOf('general_meeting', {
      subject: branch,
      activities: [{ ...meeting, ...activity }],
      now: instant,
    })
  expect(as({}).state).toBe('done')
  expect(as({ state: 'recorded' }).state).toBe('done')
  expect(as({ state: 'open' }, at('2026-09-22 19:59:59.999'))).toMatchObject({ state: 'planned', done: 0 })
  expect(as({ state: 'open' }, at('2026-09-22 20:00')).state).toBe('done')
  expect(as({ state: 'cancelled' })).toMatchObject({
    state: 'missing',
    notCounted: [{ reason: 'activity_cancelled' }],
  })
  expect(as({ state: 'draft' })).toMatchObject({ state: 'missing', notCounted: [], planned: [] })
})

test('what was published and never opened is planned until three hours after its end, then not yet closed', () => {
  const as = (instant: string) =>
    progressOf('general_meeting', {
      subject: branch,
      activities: [{ ...meeting, state: 'published' }],
      now: at(instant),
    })
  expect(as('2026-09-22 19:59:59.999').state).toBe('planned')
  expect(as('2026-09-22 20:00')).toMatchObject({
    state: 'missing',
    notCounted: [{ reason: 'not_yet_closed' }],
  })
})

test.each([
  ['2026-09-30 23:59:59.999', '2026-Q3', 1],
  ['2026-10-01 00:00', '2026-Q3', 0],
  ['2026-10-01 00:00', '2026-Q4', 1],
])('a meeting that begins at %s counts in %s: %i', (instant, period, done) => {
  const activities = [{ ...meeting, startsAt: at(instant) }]
  expect(progressOf('general_meeting', { subject: branch, activities, period }).done).toBe(done)
})

test('the meeting of another branch, and of one of its groups, is not its own', () => {
  expect(
    progressOf('general_meeting', {
      subject: branch,
      activities: [{ ...meeting, branchId: 'b2', hostId: 'b2' }],
    }).done,
  ).toBe(0)
  const groupStudy = anActivity({ kind: 'study', hostId: 'group1', hostType: 'group' })
  expect(progressOf('branch_study', { subject: branch, activities: [groupStudy] }).done).toBe(0)
})

test('a seminar needs a topic, a lecture its lecturer and topic', () => {
  const reasonOf = (id: string, over: Partial<Activity>) =>
    progressOf(id, { subject: branch, activities: [anActivity(over)] }).notCounted[0]?.reason
  expect(reasonOf('theme_seminar', { kind: 'seminar' })).toBe('no_topic')
  expect(reasonOf('theme_seminar', { kind: 'seminar', topic: '作风' })).toBeUndefined()
  expect(reasonOf('party_lecture', { kind: 'lecture', topic: '作风' })).toBe('no_lecturer')
  expect(reasonOf('party_lecture', { kind: 'lecture', lecturerId: 'm2' })).toBe('no_topic')
  expect(reasonOf('party_lecture', { carries: ['lecture'], topic: '作风' })).toBe('no_lecturer')
})

test('a group is credited with its own meeting only', () => {
  const activities = [anActivity({ kind: 'group_meeting', hostId: 'group1', hostType: 'group' })]
  const group = (_id: string): Subject => ({ type: 'group', organisation: aGroup({ _id }) })
  expect(progressOf('group_meeting', { subject: group('group1'), activities }).done).toBe(1)
  expect(progressOf('group_meeting', { subject: group('group2'), activities }).done).toBe(0)
})

test('a committee meeting needs half of the committee: two of four are enough, one is not', () => {
  const committeeIds = ['m1', 'm2', 'm3', 'm4']
  const subject: Subject = { type: 'committee', organisation: aBranch(), committeeIds }
  const activities = [anActivity({ kind: 'committee_meeting' })]
  const present = (...ids: string[]) =>
    ids.map((memberId) => aFact({ memberId, activityKind: 'committee_meeting' }))
  expect(progressOf('committee_meeting', { subject, activities, facts: present('m1', 'm2') }).state).toBe(
    'done',
  )
  expect(progressOf('committee_meeting', { subject, activities, facts: present('m1', 'm9') })).toMatchObject({
    state: 'missing',
    notCounted: [{ reason: 'committee_below_half' }],
  })
  const struck = present('m1', 'm2').map((fact) => ({ ...fact, annulled: { at: 1, by: 'x', reason: '' } }))
  expect(progressOf('committee_meeting', { subject, activities, facts: struck }).state).toBe('missing')
})

test('a branch without a committee owes no committee meeting', () => {
  const subject: Subject = {
    type: 'committee',
    organisation: aBranch({ hasCommittee: false }),
    committeeIds: [],
  }
  expect(progressOf('committee_meeting', { subject })).toMatchObject({
    state: 'not_owed',
    notOwed: 'no_committee',
  })
})

test('an 组织生活会 held by the end of March may count for the year before, and then only for that', () => {
  const held = (startsAt: string, period: string) => {
    const activities = [anActivity({ kind: 'org_life_meeting', startsAt: at(startsAt), forYear: 2026 })]
    return progressOf('org_life_meeting', {
      subject: branch,
      activities,
      period,
      now: at('2027-12-01 00:00'),
    }).done
  }
  expect(held('2027-03-31 23:59:59.999', '2026')).toBe(1)
  expect(held('2027-03-31 23:59:59.999', '2027')).toBe(0)
  expect(held('2027-04-01 00:00', '2026')).toBe(0)
  expect(held('2027-04-01 00:00', '2027')).toBe(1)
})

test('a unit is credited with the study of its own 中心组', () => {
  const activities = [
    anActivity({ kind: 'unit_theory_study', hostId: 'unit1', hostType: 'unit', branchId: 'unit1' }),
  ]
  const unit = (_id: string): Subject => ({ type: 'unit', organisation: aBranch({ _id, type: 'unit' }) })
  expect(progressOf('unit_theory_study', { subject: unit('unit1'), activities }).done).toBe(1)
  expect(progressOf('unit_theory_study', { subject: unit('unit2'), activities }).done).toBe(0)
})
