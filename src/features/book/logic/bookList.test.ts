import type { BookMeeting } from '@domain/contract/book'
import { filterBook, isLacking, kindsIn, monthsOf } from './bookList'

const aMeeting = (overrides: Partial<BookMeeting> = {}): BookMeeting => ({
  ...{ id: 'a', kind: 'theme_party_day', carries: [], title: '9月主题党日', place: '局三楼会议室' },
  ...{ startsAt: Date.parse('2026-09-22T15:00:00+08:00'), state: 'recorded', lacks: [] },
  ...{ expected: 18, attended: 14, unsettled: 0 },
  ...overrides,
})
const lecture = aMeeting({
  ...{ id: 'b', kind: 'lecture', title: '党课', topic: '守初心 担使命', lecturer: '李建国' },
  ...{ startsAt: Date.parse('2026-08-27T15:00:00+08:00'), lacks: ['no_lecturer'] },
})
const carried = aMeeting({ id: 'c', carries: ['study'], lacks: ['waits'] })
const all = [aMeeting(), lecture, carried]
const found = (typed: string, filter: Parameters<typeof filterBook>[1]['filter'] = 'all') =>
  filterBook(all, { filter, typed }).map(({ id }) => id)

test.each([
  ['', ['a', 'b', 'c']],
  ['  ', ['a', 'b', 'c']],
  ['初心', ['b']],
  ['李建国', ['b']],
  ['三楼', ['a', 'b', 'c']],
  ['8月27日', ['b']],
  ['2026-09', ['a', 'c']],
  ['三楼 党日', ['a', 'c']],
  ['没有的', []],
])('%j finds %j', (typed, ids) => {
  expect(found(typed)).toEqual(ids)
})

test('a kind is found where it is carried too; what waits for another’s word lacks nothing', () => {
  expect(found('', 'study')).toEqual(['c'])
  expect(found('', 'lacking')).toEqual(['b'])
  expect(isLacking(carried)).toBe(false)
})

test('kinds are offered in their order, months are those of Shanghai', () => {
  expect(kindsIn(all)).toEqual(['theme_party_day', 'study', 'lecture'])
  expect(kindsIn([])).toEqual([])
  const newYear = aMeeting({ id: 'd', startsAt: Date.parse('2026-01-01T00:00:00+08:00') })
  expect(monthsOf([...all, newYear]).map(({ key, meetings }) => [key, meetings.length])).toEqual([
    ['2026-09', 2],
    ['2026-08', 1],
    ['2026-01', 1],
  ])
})
