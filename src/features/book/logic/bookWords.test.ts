import type { BookMeeting } from '@domain/contract/book'
import { factsOf, monthText, tagOf } from './bookWords'

const aMeeting = (overrides: Partial<BookMeeting> = {}): BookMeeting => ({
  ...{ id: 'a', kind: 'theme_party_day', carries: [], title: '9月主题党日', place: '局三楼会议室' },
  ...{ startsAt: 0, state: 'closed', lacks: ['unsettled', 'not_recorded'] },
  ...{ expected: 18, attended: 14, unsettled: 2, chair: '李建国' },
  ...overrides,
})

test.each([
  [{}, { tone: 'miss', text: '2 人未定' }],
  [{ lacks: ['waits', 'not_recorded'] }, { tone: 'info', text: '等确认' }],
  [{ lacks: ['no_lecturer'] }, { tone: 'miss', text: '没写讲课人' }],
  [{ lacks: ['no_topic'] }, { tone: 'miss', text: '没写主题' }],
  [{ lacks: ['not_recorded'] }, { tone: 'miss', text: '未成册' }],
  [
    { state: 'published', lacks: ['not_opened'] },
    { tone: 'miss', text: '没有登记' },
  ],
  [
    { state: 'open', lacks: [] },
    { tone: 'mute', text: '进行中' },
  ],
  [
    { state: 'recorded', lacks: [] },
    { tone: 'done', text: '已成册' },
  ],
] as const)('%j is tagged %j', (overrides, tag) => {
  expect(tagOf(aMeeting(overrides as Partial<BookMeeting>))).toEqual(tag)
})

test('facts of a row are short, and nothing is said of who came where nobody opened it', () => {
  expect(factsOf(aMeeting({ carries: ['study'], late: true }))).toEqual([
    '到 14/18',
    '李建国主持',
    '含集中学习',
    '补录',
  ])
  expect(factsOf(aMeeting({ state: 'published', chair: undefined } as never))).toEqual(['应到 18 人'])
})

test('a month says how many are in the book', () => {
  const recorded = aMeeting({ state: 'recorded', lacks: [] })
  expect(monthText([aMeeting(), recorded])).toBe('2 场，已成册 1')
})
