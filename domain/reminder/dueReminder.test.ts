import type { Activity } from '../activity/activity'
import { memberDuties } from '../duty/memberDuties'
import type { Fact } from '../fact/fact'
import type { Member } from '../org/member'
import { evaluateMember } from '../progress/evaluateMember'
import { at } from '../testing/at'
import { aFact, aMember, anActivity } from '../testing/builders'
import { calendar } from '../testing/workYears'
import { dueReminder, gapKey } from './dueReminder'
import { gapTarget } from './gapTarget'
import { reminderText } from './reminderText'
import { roundsAt } from './rounds'

const linked = aMember({ households: [{ householdId: 'h1', from: '2026-01-01' }] })
const study = aFact({ _id: 'study_m1', activityId: 'study', activityKind: 'study' })
const dues = aFact({ kind: 'tick', dutyId: 'dues', periodKey: '2026-09', way: 'roll_call' })
const visitOn = (day: string, overrides: Partial<Fact> = {}) =>
  aFact({
    _id: `h1_m1_${day}`,
    kind: 'visit',
    householdId: 'h1',
    occurredOn: day,
    occurredAt: at(`${day} 10:00`),
    ...overrides,
  })

interface Case {
  now?: string
  facts?: Fact[]
  activities?: Activity[]
  member?: Member
}

const dueOf = ({ now = '2026-09-24 10:05', facts = [], activities = [], member = linked }: Case = {}) => {
  const instant = at(now)
  const [round] = roundsAt(instant, calendar)
  if (!round) throw new Error('no round is running')
  const progress = round.periods.flatMap((period) =>
    evaluateMember({
      member,
      tree: new Map(),
      duties: memberDuties,
      period,
      now: instant,
      facts: [study, dues, ...facts],
      activities,
    }),
  )
  return dueReminder({ progress, duties: memberDuties, round, now: instant, calendar })
}
const said = (given: Case) => {
  const due = dueOf(given)
  return due && reminderText(due).sentence
}

test('gaps are merged into one sentence, what one can do alone first', () => {
  expect(said({ facts: [visitOn('2026-09-08')] })).toBe(
    '本月还差 2 项：帮扶走访 1 次、社区服务 1 次。方便时安排',
  )
})

test('one gap after the month asks to enter what was done', () => {
  const service = anActivity({ _id: 's1', kind: 'community_service', hostType: 'community', hostId: 'c1' })
  const served = aFact({ _id: 's1_m1', activityId: 's1', activityKind: 'community_service' })
  const given = { now: '2026-10-09 10:05', activities: [service], facts: [served, visitOn('2026-09-08')] }
  expect(said(given)).toBe('9月还差 1 次走访，如已走访请补登记')
  expect(dueOf(given)?.items.map(({ periodKey }) => periodKey)).toEqual(['2026-09'])
})

test('several gaps after the month', () => {
  expect(said({ now: '2026-10-09 10:05', facts: [visitOn('2026-09-08')] })).toBe(
    '9月还差 2 项：帮扶走访 1 次、社区服务 1 次，如已完成请补登记',
  )
})

test('nothing is said at night or on a day without work, nor of a round that is over', () => {
  expect(said({ now: '2026-09-24 21:00' })).toBeNull()
  expect(said({ now: '2026-09-24 07:59' })).toBeNull()
  expect(said({ now: '2026-09-26 10:00' })).toBeNull()
  const [round] = roundsAt(at('2026-09-24 10:00'), calendar)
  const due = dueOf()
  if (!round || !due) throw new Error('expected a reminder')
  expect(
    dueReminder({ progress: [], duties: memberDuties, round, now: at('2026-10-20 10:00'), calendar }),
  ).toBeNull()
})

test('what is planned, waits for confirmation or is exempt is not missing', () => {
  const service = anActivity({
    _id: 's1',
    kind: 'community_service',
    hostType: 'community',
    hostId: 'community1',
    branchId: 'c1',
    state: 'published',
    startsAt: at('2026-09-27 09:00'),
  })
  const visits = [visitOn('2026-09-08'), visitOn('2026-09-20', { way: 'backfill', confirmed: null })]
  expect(said({ activities: [service], facts: visits })).toBeNull()
  const exempt = aMember({ exemptions: [{ category: 'health', from: '2026-09-01' }] })
  expect(said({ member: exempt })).toBeNull()
})

test('因故不能参加 closes the gap of the service: it is not named any more', () => {
  const excuse = aFact({
    _id: 'community_service_m1_2026-09_excuse',
    kind: 'excuse',
    dutyId: 'community_service',
    periodKey: '2026-09',
    occurredOn: '2026-09-24',
    occurredAt: at('2026-09-24 09:00'),
    way: 'self',
  })
  expect(said({ facts: [excuse, visitOn('2026-09-08')] })).toBe('本月还差 1 项：帮扶走访 1 次。方便时安排')
  const takenBack = { ...excuse, annulled: { at: 1, by: 'm1', reason: '' } }
  expect(said({ facts: [takenBack, visitOn('2026-09-08')] })).toMatch('社区服务 1 次')
})

test('定期 and the year are not named in September; in December the year’s deed is', () => {
  expect(dueOf()?.items.map(({ dutyId }) => dutyId)).toEqual(['household_visit', 'community_service'])
  expect(said({ now: '2026-12-28 10:05', member: aMember() })).toBe(
    '月底前还差 3 项：社区服务 1 次、党费 1 次、办实事 1 件。方便时安排',
  )
})

test('a year’s gap is told ahead in the same sentence as what is over, or alone', () => {
  const member = aMember()
  const inOctober = { occurredAt: at('2026-10-12 10:00'), occurredOn: '2026-10-12' }
  const facts = [
    { ...study, ...inOctober },
    { ...dues, _id: 'dues10', periodKey: '2026-10', ...inOctober },
  ]
  const now = '2026-11-02 10:05'
  expect(said({ now, member, facts })).toBe(
    '10月和今年还差 2 项：社区服务 1 次、办实事 1 件，如已完成请补登记',
  )
  const service = anActivity({ _id: 's1', kind: 'community_service', hostType: 'community', hostId: 'c1' })
  const served = aFact({ _id: 's1_m1', activityId: 's1', activityKind: 'community_service', ...inOctober })
  expect(said({ now, member, activities: [service], facts: [...facts, served] })).toBe(
    '今年还差 1 项：办实事 1 件。方便时安排',
  )
})

test('a member has a key for each of a month’s occasions', () => {
  const keys = ['2026-09-24 10:00', '2026-09-29 10:00', '2026-10-09 10:00'].map((now) => {
    const [round] = roundsAt(at(now), calendar)
    return round && gapKey('m1', round)
  })
  expect(keys).toEqual(['gap_m1_2026-09_1', 'gap_m1_2026-09_3', 'gap_m1_2026-09_2'])
})

test('one gap leads to where it is done, several lead home', () => {
  const items = dueOf()?.items ?? []
  expect(items.map((item) => gapTarget([item]))).toEqual(['visit', 'activities'])
  expect(gapTarget(items)).toBe('home')
})
