import type { Activity } from '../activity/activity'
import type { Duty } from '../duty/duty'
import { defaultDuties } from '../duty/defaultDuties'
import type { Member } from '../org/member'
import { periodByKey } from '../period/period'
import { at } from '../testing/at'
import { aBranch, aFact, aGroup, aMember, anActivity } from '../testing/builders'
import { evaluate } from './evaluate'
import type { Fact } from './fact'
import type { Subject } from './subject'

const now = at('2026-09-22 18:00')
const duty = (id: string): Duty => defaultDuties.find((one) => one.id === id) as Duty

interface Case {
  facts?: Fact[]
  activities?: Activity[]
  member?: Member
  subject?: Subject
  period?: string
  now?: number
  over?: Partial<Duty>
}
const of = (
  id: string,
  { facts = [], activities = [], member = aMember(), period, over, ...rest }: Case = {},
) =>
  evaluate({
    duty: { ...duty(id), ...over },
    subject: rest.subject ?? { type: 'member', member },
    period: periodByKey(
      period ?? { month: '2026-09', quarter: '2026-Q3', half: '2026-H2', year: '2026' }[duty(id).period],
    ),
    facts,
    activities,
    now: rest.now ?? now,
  })
const branch: Subject = { type: 'branch', organisation: aBranch(), committeeIds: [] }

describe('attended', () => {
  const study = anActivity({ kind: 'study' })
  const fact = aFact({ activityKind: 'study' })

  test('a valid registration counts, before the activity is closed too', () => {
    const progress = of('member_study', { facts: [fact], activities: [{ ...study, state: 'open' }] })
    expect(progress).toMatchObject({
      state: 'done',
      done: 1,
      needed: 1,
      missing: 0,
      version: 1,
      subjectId: 'm1',
    })
    expect(progress.counted).toEqual([
      { id: 'act1_m1', title: study.title, at: fact.occurredAt, way: 'scan', kind: 'study' },
    ])
  })

  test('nothing recorded is missing one, without a record of any kind', () => {
    expect(of('member_study')).toMatchObject({
      state: 'missing',
      done: 0,
      missing: 1,
      counted: [],
      notCounted: [],
      planned: [],
    })
  })

  test.each([
    ['2026-08-31 23:59:59.999', 0],
    ['2026-09-01 00:00', 1],
    ['2026-09-30 23:59:59.999', 1],
    ['2026-10-01 00:00', 0],
  ])('a registration at %s counts %i in September', (instant, done) => {
    const occurredAt = at(instant)
    const activities = [{ ...study, startsAt: occurredAt }]
    expect(
      of('member_study', { facts: [aFact({ activityKind: 'study', occurredAt })], activities }).done,
    ).toBe(done)
  })

  test.each([
    ['2028-02-29 23:59:59.999', '2028-02', 1],
    ['2028-03-01 00:00', '2028-02', 0],
    ['2026-02-28 23:59:59.999', '2026-02', 1],
    ['2026-03-01 00:00', '2026-02', 0],
  ])('a registration at %s counts in %s: %i', (instant, period, done) => {
    const facts = [aFact({ activityKind: 'study', occurredAt: at(instant) })]
    expect(of('member_study', { facts, period, now: at('2028-06-01 00:00') }).done).toBe(done)
  })

  test('a struck-out registration and one at a cancelled activity are seen and not counted, each with its reason', () => {
    const struck = aFact({ activityKind: 'study', annulled: { at: 1, by: 'm2', reason: '认错人' } })
    expect(of('member_study', { facts: [struck], activities: [study] })).toMatchObject({
      done: 0,
      notCounted: [{ id: 'act1_m1', reason: 'annulled' }],
    })
    expect(
      of('member_study', { facts: [fact], activities: [{ ...study, state: 'cancelled' }] }),
    ).toMatchObject({
      done: 0,
      notCounted: [{ reason: 'activity_cancelled' }],
    })
  })

  test('a back-fill waits for its second person, and stays marked once it counts', () => {
    const waiting = aFact({ activityKind: 'study', way: 'backfill', confirmed: null })
    expect(of('member_study', { facts: [waiting], activities: [study] })).toMatchObject({
      state: 'waiting',
      done: 0,
      missing: 1,
      notCounted: [{ reason: 'waiting_confirmation', backfilled: true }],
    })
    const confirmed = { ...waiting, confirmed: { at: 1, by: 'm2' } }
    expect(of('member_study', { facts: [confirmed], activities: [study] })).toMatchObject({
      state: 'done',
      counted: [{ backfilled: true }],
    })
  })

  test('a party day counts as study only when the branch said so', () => {
    const facts = [aFact()]
    expect(of('member_study', { facts, activities: [anActivity({ carries: ['study'] })] }).done).toBe(1)
    expect(of('member_study', { facts, activities: [anActivity()] }).done).toBe(0)
  })

  test('a carried lecture without its topic does not count as a lecture', () => {
    const over = { counts: { what: 'attended', kinds: ['lecture'] } } as Partial<Duty>
    const activities = [anActivity({ carries: ['lecture'], lecturerId: 'm2' })]
    expect(of('member_study', { over, facts: [aFact()], activities })).toMatchObject({
      done: 0,
      notCounted: [{ reason: 'no_topic' }],
    })
  })

  test('a meeting of another branch counts where the member registered as a guest', () => {
    const activities = [anActivity({ kind: 'study', branchId: 'branch2', hostId: 'branch2', expected: [] })]
    expect(of('member_study', { facts: [{ ...fact, guest: true }], activities }).done).toBe(1)
  })

  test('what is published and expects the member is planned, unless they asked for leave', () => {
    const next = anActivity({
      _id: 'next',
      kind: 'study',
      state: 'published',
      startsAt: at('2026-09-24 15:00'),
    })
    const planned = [{ activityId: 'next', title: next.title, startsAt: next.startsAt }]
    expect(of('member_study', { activities: [next] })).toMatchObject({
      state: 'planned',
      missing: 1,
      planned,
    })
    expect(of('member_study', { activities: [{ ...next, expected: [] }] })).toMatchObject({
      state: 'missing',
      planned: [],
    })
    expect(of('member_study', { activities: [{ ...next, state: 'draft' }] }).planned).toEqual([])
    expect(
      of('member_study', { activities: [{ ...next, startsAt: at('2026-10-01 00:00') }] }).planned,
    ).toEqual([])
    const leave = aFact({ _id: 'next_m1_leave', kind: 'leave', activityId: 'next', activityKind: 'study' })
    expect(of('member_study', { activities: [next], facts: [leave] })).toMatchObject({
      state: 'missing',
      planned: [],
    })
    const takenBack = { ...leave, annulled: { at: 1, by: 'm1', reason: '' } }
    expect(of('member_study', { activities: [next], facts: [takenBack] })).toMatchObject({ state: 'planned' })
  })
})

describe('community service', () => {
  const service = anActivity({
    kind: 'community_service',
    hostId: 'community1',
    branchId: 'community1',
    hostType: 'community',
    expected: [],
  })
  const fact = aFact({ activityKind: 'community_service' })

  test('a code shown by staff confirms by itself; posters and lists wait for staff', () => {
    const with_ = (over: Partial<Fact>) =>
      of('community_service', { facts: [{ ...fact, ...over }], activities: [service] })
    for (const way of ['scan', 'member_code', 'roll_call'] as const) expect(with_({ way }).done).toBe(1)
    for (const way of ['paper', 'backfill', 'self'] as const) expect(with_({ way }).state).toBe('waiting')
    expect(with_({ way: 'paper', confirmed: { at: 1, by: 'staff' } }).done).toBe(1)
    expect(with_({ annulled: { at: 1, by: 'staff', reason: '' } }).done).toBe(0)
  })

  test('a service hosted by a branch does not count', () => {
    const activities = [{ ...service, hostType: 'branch' as const }]
    expect(of('community_service', { facts: [fact], activities })).toMatchObject({
      done: 0,
      notCounted: [{ reason: 'not_hosted_by_community' }],
    })
  })

  test('a coming service is planned for everyone, listed or not', () => {
    const activities = [{ ...service, state: 'published' as const, startsAt: at('2026-09-26 09:00') }]
    expect(of('community_service', { activities }).state).toBe('planned')
  })

  test('因故不能参加 closes the gap of the month in which the service is held, and nothing else', () => {
    const activities = [{ ...service, startsAt: at('2026-10-08 09:00'), state: 'published' as const }]
    const leave = aFact({ _id: 'act1_m1_leave', kind: 'leave', activityKind: 'community_service' })
    expect(of('community_service', { activities, facts: [leave], period: '2026-10' })).toMatchObject({
      state: 'not_owed',
      notOwed: 'exempt',
      missing: 0,
    })
    expect(of('community_service', { activities, facts: [leave] }).state).toBe('missing')
    const takenBack = { ...leave, annulled: { at: 1, by: 'm1', reason: '' } }
    expect(of('community_service', { activities, facts: [takenBack], period: '2026-10' }).state).toBe(
      'planned',
    )
  })

  test('leave from one service takes nothing from another that was attended', () => {
    const other = { ...service, _id: 'act2' }
    const leave = aFact({
      _id: 'act2_m1_leave',
      kind: 'leave',
      activityId: 'act2',
      activityKind: 'community_service',
    })
    expect(of('community_service', { activities: [service, other], facts: [fact, leave] }).state).toBe('done')
  })
})

describe('visits', () => {
  const member = aMember({
    households: [
      { householdId: 'h1', from: '2026-01-01', to: '2026-09-20' },
      { householdId: 'h2', from: '2026-01-01' },
    ],
  })
  const visit = (householdId: string, time: string, over: Partial<Fact> = {}) => {
    const occurredAt = at(time)
    const _id = `${householdId}_m1_${time.slice(0, 10)}`
    return aFact({ _id, kind: 'visit', householdId, occurredAt, way: 'self', ...over })
  }
  const visits = (...facts: Fact[]) => of('household_visit', { member, facts })

  test('two households on one trip are two visits', () => {
    expect(visits(visit('h1', '2026-09-08 19:40'), visit('h2', '2026-09-08 20:10'))).toMatchObject({
      state: 'done',
      done: 2,
      missing: 0,
    })
  })

  test('one household twice on one day is one visit, also when the first still waits', () => {
    const again = visit('h2', '2026-09-08 21:00', { _id: 'again' })
    expect(visits(visit('h2', '2026-09-08 19:40'), again)).toMatchObject({
      done: 1,
      missing: 1,
      notCounted: [{ id: 'again', reason: 'same_household_same_day' }],
    })
    const waiting = visit('h2', '2026-09-08 19:40', { confirmed: null })
    expect(visits(waiting, again)).toMatchObject({ done: 1, counted: [{ id: 'again' }] })
    expect(visits(waiting, { ...again, confirmed: null })).toMatchObject({ state: 'missing', done: 0 })
  })

  test('only a household linked on the day of the visit counts, the last day included', () => {
    expect(visits(visit('h1', '2026-09-20 23:59:59.999')).done).toBe(1)
    expect(visits(visit('h1', '2026-09-21 00:00')).notCounted).toMatchObject([
      { reason: 'not_own_household' },
    ])
    expect(visits(visit('h3', '2026-09-10 10:00')).notCounted).toMatchObject([
      { reason: 'not_own_household' },
    ])
  })

  test('a visit that is counted and one that waits fill a minimum of two once confirmed', () => {
    const waiting = visit('h2', '2026-09-03 10:00', { way: 'backfill', confirmed: null })
    expect(visits(visit('h2', '2026-09-08 19:40'), waiting)).toMatchObject({
      state: 'waiting',
      done: 1,
      missing: 1,
    })
  })

  test('who has no household does not owe visits', () => {
    expect(of('household_visit')).toMatchObject({ state: 'not_owed', notOwed: 'no_household', missing: 0 })
  })
})

describe('deeds, ticks and talks', () => {
  test('a deed counts once the beneficiary side has confirmed it', () => {
    const deed = aFact({ _id: 'n1', kind: 'deed', detail: { title: '修路灯' }, way: 'self' })
    expect(of('practical_deed', { facts: [deed] })).toMatchObject({
      state: 'waiting',
      notCounted: [{ title: '修路灯', reason: 'waiting_confirmation' }],
    })
    expect(of('practical_deed', { facts: [{ ...deed, confirmed: { at: 1, by: 'c' } }] }).state).toBe('done')
  })

  test('dues ticked in October for September count for September', () => {
    const tick = aFact({
      _id: 'dues_m1_2026-09',
      kind: 'tick',
      dutyId: 'dues',
      occurredAt: at('2026-10-03 09:00'),
    })
    expect(of('dues', { facts: [tick] }).done).toBe(1)
    expect(of('dues', { facts: [tick], period: '2026-10' }).done).toBe(0)
    expect(of('thought_report', { facts: [tick] }).done).toBe(0)
  })

  test('定期 is recorded and never missing, with or without a record', () => {
    const tick = aFact({ _id: 'thought_report_m1_2026-09', kind: 'tick', dutyId: 'thought_report' })
    expect(of('thought_report')).toMatchObject({ state: 'recorded', done: 0, needed: null, missing: 0 })
    expect(of('thought_report', { facts: [tick] })).toMatchObject({ state: 'recorded', done: 1, missing: 0 })
  })

  test('one talk counts for both members of the pair', () => {
    const facts = [aFact({ _id: 'n2', kind: 'talk', memberId: 'm2', detail: { withMemberId: 'm1' } })]
    expect(of('heart_talk', { facts }).done).toBe(1)
    expect(of('heart_talk', { facts, member: aMember({ _id: 'm2' }) }).done).toBe(1)
    expect(of('heart_talk', { facts, member: aMember({ _id: 'm3' }) }).done).toBe(0)
  })
})

describe('held', () => {
  const meeting = anActivity({ kind: 'general_meeting' })

  test('a meeting is held when it is closed or recorded, by itself three hours after its end', () => {
    const as = (activity: Partial<Activity>, instant = now) =>
      of('general_meeting', { subject: branch, activities: [{ ...meeting, ...activity }], now: instant })
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
      of('general_meeting', {
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
    expect(of('general_meeting', { subject: branch, activities, period }).done).toBe(done)
  })

  test('the meeting of another branch, and of one of its groups, is not its own', () => {
    expect(
      of('general_meeting', { subject: branch, activities: [{ ...meeting, branchId: 'b2', hostId: 'b2' }] })
        .done,
    ).toBe(0)
    const groupStudy = anActivity({ kind: 'study', hostId: 'group1', hostType: 'group' })
    expect(of('branch_study', { subject: branch, activities: [groupStudy] }).done).toBe(0)
  })

  test('a seminar needs a topic, a lecture its lecturer and topic', () => {
    const reasonOf = (id: string, over: Partial<Activity>) =>
      of(id, { subject: branch, activities: [anActivity(over)] }).notCounted[0]?.reason
    expect(reasonOf('theme_seminar', { kind: 'seminar' })).toBe('no_topic')
    expect(reasonOf('theme_seminar', { kind: 'seminar', topic: '作风' })).toBeUndefined()
    expect(reasonOf('party_lecture', { kind: 'lecture', topic: '作风' })).toBe('no_lecturer')
    expect(reasonOf('party_lecture', { kind: 'lecture', lecturerId: 'm2' })).toBe('no_topic')
    expect(reasonOf('party_lecture', { carries: ['lecture'], topic: '作风' })).toBe('no_lecturer')
  })

  test('a group is credited with its own meeting only', () => {
    const activities = [anActivity({ kind: 'group_meeting', hostId: 'group1', hostType: 'group' })]
    const group = (_id: string): Subject => ({ type: 'group', organisation: aGroup({ _id }) })
    expect(of('group_meeting', { subject: group('group1'), activities }).done).toBe(1)
    expect(of('group_meeting', { subject: group('group2'), activities }).done).toBe(0)
  })

  test('a committee meeting needs half of the committee: two of four are enough, one is not', () => {
    const committeeIds = ['m1', 'm2', 'm3', 'm4']
    const subject: Subject = { type: 'committee', organisation: aBranch(), committeeIds }
    const activities = [anActivity({ kind: 'committee_meeting' })]
    const present = (...ids: string[]) =>
      ids.map((memberId) => aFact({ memberId, activityKind: 'committee_meeting' }))
    expect(of('committee_meeting', { subject, activities, facts: present('m1', 'm2') }).state).toBe('done')
    expect(of('committee_meeting', { subject, activities, facts: present('m1', 'm9') })).toMatchObject({
      state: 'missing',
      notCounted: [{ reason: 'committee_below_half' }],
    })
    const struck = present('m1', 'm2').map((fact) => ({ ...fact, annulled: { at: 1, by: 'x', reason: '' } }))
    expect(of('committee_meeting', { subject, activities, facts: struck }).state).toBe('missing')
  })

  test('a branch without a committee owes no committee meeting', () => {
    const subject: Subject = {
      type: 'committee',
      organisation: aBranch({ hasCommittee: false }),
      committeeIds: [],
    }
    expect(of('committee_meeting', { subject })).toMatchObject({ state: 'not_owed', notOwed: 'no_committee' })
  })

  test('an 组织生活会 held by the end of March may count for the year before, and then only for that', () => {
    const held = (startsAt: string, period: string) => {
      const activities = [anActivity({ kind: 'org_life_meeting', startsAt: at(startsAt), forYear: 2026 })]
      return of('org_life_meeting', { subject: branch, activities, period, now: at('2027-12-01 00:00') }).done
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
    expect(of('unit_theory_study', { subject: unit('unit1'), activities }).done).toBe(1)
    expect(of('unit_theory_study', { subject: unit('unit2'), activities }).done).toBe(0)
  })
})

describe('lectured', () => {
  const leader = aMember({ cadre: 'county', contactPoints: [{ branchId: 'branch9', from: '2026-01-01' }] })
  const lecture = (_id: string, branchId: string, over: Partial<Activity> = {}) =>
    anActivity({
      _id,
      kind: 'lecture',
      branchId,
      hostId: branchId,
      lecturerId: 'm1',
      topic: '纪律建设',
      ...over,
    })

  test('a lecture counts for who gave it, attended or not, once it was held', () => {
    const section = aMember({ cadre: 'section' })
    expect(of('leader_lecture', { member: section, activities: [lecture('l1', 'branch1')] }).state).toBe(
      'done',
    )
    expect(
      of('leader_lecture', { member: section, activities: [lecture('l1', 'branch1', { lecturerId: 'm2' })] })
        .done,
    ).toBe(0)
    const planned = [lecture('l1', 'branch1', { state: 'published', startsAt: at('2026-11-01 15:00') })]
    expect(of('leader_lecture', { member: section, activities: planned }).state).toBe('planned')
  })

  test('one lecture at the contact point never fills both duties; a second one does', () => {
    const one = [lecture('l1', 'branch9')]
    expect(of('leader_contact_lecture', { member: leader, activities: one }).done).toBe(1)
    expect(of('leader_lecture', { member: leader, activities: one })).toMatchObject({
      done: 0,
      notCounted: [{ id: 'l1', reason: 'used_for_contact_point' }],
    })
    const two = [...one, lecture('l2', 'branch9')]
    expect(of('leader_lecture', { member: leader, activities: two })).toMatchObject({
      done: 1,
      counted: [{ id: 'l2' }],
    })
  })

  test('a lecture elsewhere is none at the contact point; for a section cadre every place is equal', () => {
    const activities = [lecture('l1', 'branch1')]
    expect(of('leader_contact_lecture', { member: leader, activities })).toMatchObject({
      done: 0,
      notCounted: [{ reason: 'not_at_contact_point' }],
    })
    expect(
      of('leader_lecture', {
        member: { ...leader, cadre: 'section' },
        activities: [lecture('l1', 'branch9')],
      }).done,
    ).toBe(1)
  })
})
