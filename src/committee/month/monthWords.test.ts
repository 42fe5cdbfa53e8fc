import type { BookMeeting } from '@domain/contract/book'
import type { BranchMonth } from '@domain/contract/overseen'
import { at } from '@domain/testing/at'
import { countsOf, itemFacts, itemsOf, meetingFacts, minutesText } from './monthWords'

type Duty = BranchMonth['duties'][number]

const duty = (over: Partial<Duty> = {}): Duty => ({
  dutyId: 'theme',
  label: '主题党日',
  kind: 'theme_party_day',
  state: 'done',
  done: 1,
  needed: 1,
  missingNames: [],
  notCounted: [],
  ...over,
})
const meeting = (id: string, day: string, over: Partial<BookMeeting> = {}): BookMeeting => ({
  id,
  kind: 'theme_party_day',
  carries: [],
  title: '8月主题党日',
  startsAt: at(`${day} 15:00`),
  place: '会议室',
  state: 'recorded',
  expected: 18,
  attended: 17,
  unsettled: 0,
  lacks: [],
  ...over,
})
const facts = (over: Partial<Duty>, ...meetings: BookMeeting[]) => itemFacts({ duty: duty(over), meetings })

test('an item says when it was held and who came; what was carried says by what', () => {
  expect(facts({}, meeting('a', '2026-08-20'))).toEqual(['8月20日', '到 17/18'])
  expect(facts({ kind: 'study' }, meeting('a', '2026-08-20', { carries: ['study'] }))).toEqual([
    '8月20日',
    '随主题党日计入',
  ])
  const groups = ['2026-08-12', '2026-08-13', '2026-08-14'].map((day) =>
    meeting(day, day, { kind: 'group_meeting' }),
  )
  expect(facts({ kind: 'group_meeting', done: 3, needed: 3 }, ...groups)).toEqual(['8月12日至14日', '3 场'])
})

test('what has no record is 暂无记录, and that the month before had none either is a fact beside it', () => {
  expect(facts({ state: 'missing', done: 0 })).toEqual(['暂无记录'])
  expect(facts({ state: 'missing', done: 0, openBefore: '2026-07' })).toEqual(['暂无记录', '7月也暂无记录'])
  const one = meeting('a', '2026-08-12', { kind: 'group_meeting' })
  const open: Partial<Duty> = {
    kind: 'group_meeting',
    state: 'missing',
    done: 1,
    needed: 2,
    missingNames: ['第二党小组'],
  }
  expect(facts(open, one)).toEqual(['8月12日', '到 17/18', '第二党小组暂无记录'])
})

test('a meeting that does not count says why, once', () => {
  const notCounted = ['1', '2'].map((id) => ({ id, reason: 'committee_below_half' }))
  expect(facts({ state: 'missing', done: 0, notCounted }, meeting('a', '2026-08-06'))).toEqual([
    '8月6日',
    '到会委员不足半数，不计入支委会',
  ])
  expect(meetingFacts(meeting('a', '2026-08-27', { lacks: ['no_lecturer', 'not_recorded'] }))).toEqual([
    '8月27日',
    '到 17/18',
    '没写讲课人，没计入',
  ])
})

test('what a branch is not asked for says so in words', () => {
  expect(facts({ state: 'not_owed', needed: 1, done: 0, notOwed: 'no_committee' })).toEqual([
    '没有设支委会，这一项不要求',
  ])
})

test('a meeting stands with every item it fills, and what fills none beside them', () => {
  const held = [
    meeting('a', '2026-08-20', { carries: ['study'] }),
    meeting('b', '2026-08-27', { kind: 'lecture' }),
  ]
  const { items, others } = itemsOf({
    duties: [duty(), duty({ dutyId: 'study', kind: 'study' })],
    meetings: held,
  })
  expect(items.map(({ meetings }) => meetings.map(({ id }) => id))).toEqual([['a'], ['a']])
  expect(others.map(({ id }) => id)).toEqual(['b'])
})

test('records that were confirmed after the last day of entering, or not yet, are told as numbers', () => {
  const inTime = meeting('a', '2026-08-20', { recordedAt: at('2026-09-07 23:00') })
  const late = meeting('b', '2026-08-20', { recordedAt: at('2026-09-08 00:00'), late: true })
  const open = meeting('c', '2026-08-20', { state: 'closed' })
  expect(minutesText([inTime], '2026-09-07')).toBe('')
  expect(minutesText([inTime, late, open], '2026-09-07')).toBe('1 场在截止后成册，1 场还没有成册')
  expect(countsOf([inTime, late, open])).toEqual({ held: 3, late: 1, recorded: 2 })
})
