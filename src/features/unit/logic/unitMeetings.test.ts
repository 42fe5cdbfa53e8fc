import {
  absentText,
  countText,
  routeOf,
  splitMeetings,
  unsettledCount,
  type UnitMeeting,
} from './unitMeetings'

const meeting = (id: string, over: Partial<UnitMeeting> = {}): UnitMeeting => ({
  id,
  kind: 'unit_theory_study',
  title: '9月中心组学习',
  startsAt: 1,
  state: 'recorded',
  expected: 9,
  attended: 8,
  absences: 0,
  absent: [],
  ...over,
})

test('what is to come stands soonest first, a draft with it; what was stands as given; what was cancelled is left out', () => {
  const { coming, held } = splitMeetings([
    meeting('later', { state: 'published', startsAt: 30 }),
    meeting('draft', { state: 'draft', startsAt: 20 }),
    meeting('gone', { state: 'cancelled', startsAt: 15 }),
    meeting('new', { state: 'closed', startsAt: 10 }),
    meeting('old', { startsAt: 5 }),
  ])
  expect(coming.map(({ id }) => id)).toEqual(['draft', 'later'])
  expect(held.map(({ id }) => id)).toEqual(['new', 'old'])
})

test.each([
  ['published', '应到 9 人'],
  ['open', '应到 9 人，已登记 8 人'],
  ['recorded', '应到 9 人，实到 8 人'],
] as const)('a %s one says: %s', (state, text) => {
  expect(countText(meeting('a', { state }))).toBe(text)
})

test('who was absent is named with the bare reason', () => {
  const absent: UnitMeeting['absent'] = [
    { name: '甲', reason: 'public_duty' },
    { name: '乙', reason: 'health' },
  ]
  expect(absentText(meeting('a', { absent }))).toBe('甲（公务外出）、乙（身体原因）')
})

test('who is neither registered nor settled is counted once the meeting is over', () => {
  expect(unsettledCount(meeting('a', { attended: 6, absences: 1 }))).toBe(2)
  expect(unsettledCount(meeting('a', { state: 'published', attended: 0 }))).toBe(0)
})

test('what is over leads to its record, the rest to the meeting', () => {
  expect([routeOf(meeting('a')), routeOf(meeting('a', { state: 'draft' }))]).toEqual(['record', 'meeting'])
})
