import { defaultDuties } from '../duty/defaultDuties'
import type { Fact } from '../fact/fact'
import type { Member } from '../org/member'
import { at } from '../testing/at'
import { aFact, aMember, anActivity } from '../testing/builders'
import { calendar } from '../testing/workYears'
import { earlyMonths } from './earlyMonths'
import { earlyNotes } from './earlyNotes'

// 10 September: the fifth workday of the month is past, August can no longer be entered.
const now = at('2026-09-10 09:00')
const months = ['2026-03', '2026-04', '2026-05', '2026-06', '2026-07', '2026-08']
const [silent, other] = [aMember(), aMember({ _id: 'm2', name: '李强' })]

const meetingIn = (month: string, over = {}) =>
  anActivity({ _id: `met${month}`, startsAt: at(`${month}-10 15:00`), ...over })
const meetings = months.map((month) => meetingIn(month))
const attends = (month: string, over: Partial<Fact> = {}) =>
  aFact({ _id: `met${month}_m1`, activityId: `met${month}`, occurredAt: at(`${month}-10 15:00`), ...over })
const dues = (memberId: string, month: string) =>
  aFact({
    _id: `dues_${memberId}_${month}`,
    kind: 'tick',
    dutyId: 'dues',
    periodKey: month,
    memberId,
    occurredAt: at(`${month}-20 10:00`),
  })
const visit = (memberId: string, month: string, over: Partial<Fact> = {}) =>
  aFact({
    _id: `h1_${memberId}_${month}`,
    kind: 'visit',
    memberId,
    occurredAt: at(`${month}-21 10:00`),
    ...over,
  })

const notes = (over: Partial<Parameters<typeof earlyNotes>[0]> = {}) =>
  earlyNotes({
    months: earlyMonths(now, calendar),
    branchId: 'branch1',
    members: [silent, other],
    duties: defaultDuties,
    facts: [],
    activities: [],
    now,
    ...over,
  }).map((note) => `${note.memberId} ${note.of} ${note.months} ${note.since}`)
const ofSilent = (over: Parameters<typeof notes>[0]) => notes(over).filter((note) => note.startsWith('m1'))

test('only months that are over and can no longer be entered are looked at', () => {
  const keys = (text: string) => earlyMonths(at(text), calendar, 2).map(({ key }) => key)
  expect(keys('2026-09-07 23:59:59.999')).toEqual(['2026-07', '2026-06'])
  expect(keys('2026-09-08 00:00')).toEqual(['2026-08', '2026-07'])
  expect(earlyMonths(now, calendar).map(({ key }) => key)).toEqual([...months].reverse())
})

test('three and four months without organisational life are told as three, five and more as five', () => {
  const until = (n: number) => months.slice(0, 6 - n).map((month) => attends(month))
  const after = (n: number) => ofSilent({ activities: meetings, facts: until(n) })
  expect(after(2)).toEqual([])
  expect(after(3)).toEqual(['m1 life 3 2026-06'])
  expect(after(4)).toEqual(['m1 life 3 2026-05'])
  expect(after(5)).toEqual(['m1 life 5 2026-04'])
  expect(after(6)).toEqual(['m1 life 5 2026-03'])
})

test('a month in which the branch met nobody is skipped: it neither counts nor breaks', () => {
  const activities = meetings.filter(({ _id }) => _id !== 'met2026-07')
  expect(ofSilent({ activities, facts: [attends('2026-04')] })).toEqual(['m1 life 3 2026-05'])
  expect(notes()).toEqual([])
})

test('what ends a stretch: any meeting anywhere, one that waits for its second person, a study made up', () => {
  const elsewhere = anActivity({ _id: 'far', kind: 'lecture', branchId: 'b2', hostId: 'b2' })
  const there = attends('2026-08', { activityId: 'far', _id: 'far_m1' })
  expect(ofSilent({ activities: [...meetings, elsewhere], facts: [there] })).toEqual([])
  expect(ofSilent({ activities: meetings, facts: [attends('2026-08', { confirmed: null })] })).toEqual([])
  const madeUp = attends('2026-08', { kind: 'make_up', occurredAt: at('2026-09-03 10:00') })
  expect(ofSilent({ activities: meetings, facts: [madeUp] })).toEqual([])
  const struck = attends('2026-08', { annulled: { at: 1, by: 'm2', reason: '' } })
  expect(ofSilent({ activities: meetings, facts: [struck] })).toEqual(['m1 life 5 2026-03'])
})

test('a service is no organisational life, and 支委会 and another group’s meeting are not the member’s', () => {
  const as = (over: object) => ofSilent({ activities: months.map((month) => meetingIn(month, over)) })
  expect(as({ kind: 'community_service', hostType: 'community' })).toEqual([])
  expect(as({ kind: 'committee_meeting' })).toEqual([])
  expect(as({ kind: 'group_meeting', hostId: 'group2', hostType: 'group' })).toEqual([])
  expect(as({ kind: 'group_meeting', hostId: 'group1', hostType: 'group' })).toEqual(['m1 life 5 2026-03'])
})

test('dues: ticked for another member and not for this one', () => {
  const facts = months.slice(2).map((month) => dues('m2', month))
  expect(notes({ facts })).toEqual(['m1 dues 3 2026-05'])
  expect(notes({ facts: [...facts, dues('m1', '2026-08')] })).toEqual([])
})

test('work: neither visit nor deed while another member has some', () => {
  const facts = months.map((month) => visit('m2', month))
  expect(notes({ facts })).toEqual(['m1 work 5 2026-03'])
  expect(notes({ facts: [...facts, visit('m1', '2026-08', { confirmed: null })] })).toEqual([])
  const deed = visit('m1', '2026-08', { kind: 'deed', confirmed: null, detail: { state: 'claimed' } })
  expect(notes({ facts: [...facts, deed] })).toEqual([])
  expect(notes({ facts: [...facts, { ...deed, detail: { state: 'dropped' } }] })).toHaveLength(1)
})

describe('somebody has talked with the member', () => {
  const since = (month: string, talks: string[], over: Partial<Fact> = {}) =>
    ofSilent({
      activities: meetings,
      facts: [
        attends(month),
        ...talks.map((on) =>
          aFact({
            ...{ _id: `talk_m1_m2_${on}`, kind: 'talk', memberId: 'm2', detail: { withMemberId: 'm1' } },
            ...{ occurredAt: at(`${on} 12:00`), ...over },
          }),
        ),
      ],
    })

  test('since the third empty month began: the note goes, whoever of the two is named first', () => {
    expect(since('2026-05', ['2026-07-31'])).toEqual(['m1 life 3 2026-06'])
    expect(since('2026-05', ['2026-08-01'])).toEqual([])
    expect(since('2026-05', ['2026-09-10'])).toEqual([])
    expect(since('2026-05', ['2026-09-09'], { annulled: { at: 1, by: 'm2', reason: '' } })).toEqual([
      'm1 life 3 2026-06',
    ])
  })

  test('at five months it comes again, until somebody talks once more', () => {
    expect(since('2026-03', ['2026-06-30'])).toEqual(['m1 life 5 2026-04'])
    expect(since('2026-03', ['2026-06-30', '2026-08-02'])).toEqual([])
    // Of four months the third one says it.
    expect(since('2026-04', ['2026-07-01'])).toEqual([])
  })
})

test('volunteering is nobody’s assigned work: who serves no community is told of to nobody, who serves has not worked by that', () => {
  const served = (memberId: string) =>
    months.map((month) =>
      attends(month, { _id: `s${month}_${memberId}`, memberId, activityKind: 'community_service' }),
    )
  expect(notes({ facts: served('m2') })).toEqual([])
  const visits = months.map((month) => visit('m2', month))
  expect(notes({ facts: [...visits, ...served('m1')] })).toEqual(['m1 work 5 2026-03'])
  const excuse = visit('m1', '2026-08', { _id: 'community_service_m1_2026-08_excuse', kind: 'excuse' })
  expect(notes({ facts: [...visits, excuse] })).toEqual(['m1 work 5 2026-03'])
})

test('who was exempt, elsewhere or not yet here is not asked about those months', () => {
  const as = (over: Partial<Member>) => ofSilent({ activities: meetings, members: [aMember(over), other] })
  expect(as({ exemptions: [{ category: 'health', from: '2026-08-10' }] })).toEqual([])
  expect(as({ exemptions: [{ category: 'health', from: '2026-08-20' }] })).toEqual(['m1 life 5 2026-03'])
  expect(as({ memberships: [{ branchId: 'branch1', from: '2026-07-02' }] })).toEqual([])
  expect(as({ memberships: [{ branchId: 'branch1', from: '2026-06-01' }] })).toEqual(['m1 life 3 2026-06'])
  const left = { branchId: 'branch1', from: '2020-01-01', to: '2026-09-09' }
  expect(as({ memberships: [left, { branchId: 'branch2', from: '2026-09-10' }] })).toEqual([])
})

test('dues are owed by the exempt as well', () => {
  const exempt = aMember({ exemptions: [{ category: 'old_age', from: '2020-01-01' }] })
  const facts = months.map((month) => dues('m2', month))
  expect(notes({ facts, members: [exempt, other] })).toEqual(['m1 dues 5 2026-03'])
})
