import { at } from '../testing/at'
import { aFact, aMember, anActivity } from '../testing/builders'
import { periodByKey } from '../time/period'
import { studyHours } from './studyHours'

const started = at('2026-09-10 15:00')
const study = anActivity({ kind: 'study', startsAt: started, endsAt: at('2026-09-10 16:45') })
const there = aFact({ activityKind: 'study', occurredAt: started })

const counted = (over: Partial<Parameters<typeof studyHours>[0]>) =>
  studyHours({
    member: aMember(),
    period: periodByKey('2026'),
    now: at('2026-12-31 23:59:59.999'),
    facts: [there],
    activities: [study],
    ...over,
  })

test('the planned length of a study counts by halves that are full, with the meeting it comes from', () => {
  expect(counted({})).toEqual({
    hours: 1.5,
    meetings: [{ id: 'act1_m1', title: study.title, at: started, hours: 1.5 }],
  })
})

test.each([
  ['what the organiser says of it goes before its planned length', { hours: 3 }, 3],
  ['a training of any kind counts what is said of it', { kind: 'general_meeting', hours: 24 }, 24],
  ['a lecture counts as a study does', { kind: 'lecture', lecturerId: 'm2', topic: '党史' }, 1.5],
  ['a 主题党日 has no 学时 of its own', { kind: 'theme_party_day' }, 0],
  [
    'what it carries has none either until somebody says so',
    { kind: 'theme_party_day', carries: ['study'] },
    0,
  ],
  ['a meeting that is off counts nothing', { state: 'cancelled' }, 0],
] as const)('%s', (_what, over, hours) => {
  expect(
    counted({ activities: [{ ...study, ...over, carries: 'carries' in over ? [...over.carries] : [] }] })
      .hours,
  ).toBe(hours)
})

test('a registration that waits or was struck out adds nothing', () => {
  const waits = aFact({ ...there, way: 'backfill', confirmed: null })
  expect(counted({ facts: [waits] })).toEqual({ hours: 0, meetings: [] })
  expect(counted({ facts: [{ ...there, annulled: { at: 1 } }] }).hours).toBe(0)
})

test('a joint meeting counts once, also for whoever is registered in two branches’ parts', () => {
  const part = { ...study, _id: 'act2', branchId: 'branch2', hostId: 'branch2', jointOf: 'act1' }
  const twice = aFact({ activityKind: 'study', activityId: 'act2', occurredAt: started })
  expect(counted({ facts: [there, twice], activities: [study, part] }).hours).toBe(1.5)
})

test('only what lies in the year: its last instant does, the first of the next does not', () => {
  const of = (instant: string) => {
    const startsAt = at(instant)
    const activities = [{ ...study, startsAt, endsAt: startsAt + 3_600_000 }]
    const facts = [aFact({ activityKind: 'study', occurredAt: startsAt })]
    return counted({ facts, activities, now: at('2027-02-01 00:00') }).hours
  }
  expect(of('2026-12-31 23:59:59.999')).toBe(1)
  expect(of('2027-01-01 00:00')).toBe(0)
})

test('the sum is that of the meetings, newest first, whatever order they are read in', () => {
  const later = { ...study, _id: 'act3', startsAt: at('2026-10-10 15:00'), endsAt: at('2026-10-10 16:00') }
  const facts = [there, aFact({ activityKind: 'study', activityId: 'act3', occurredAt: later.startsAt })]
  const { hours, meetings } = counted({ facts, activities: [later, study] })
  expect(meetings.map(({ id }) => id)).toEqual(['act3_m1', 'act1_m1'])
  expect(hours).toBe(2.5)
  expect(counted({ facts: [...facts].reverse(), activities: [study, later] })).toEqual({ hours, meetings })
})
