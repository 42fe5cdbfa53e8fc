import { periodByKey } from '@domain/time/period'
import { cellWords, markOf, type SpanCell, type SpanRow, totalWords } from './spanMarks'

const now = Date.parse('2026-09-22T10:00:00+08:00')
const cell = (key: string, overrides: Partial<SpanCell> = {}): SpanCell => ({
  key,
  state: 'missing',
  ...{ done: 0, needed: 1, missing: 1, late: 0, missingNames: [] },
  ...overrides,
})
const row = (cells: SpanCell[], overrides: Partial<SpanRow> = {}): SpanRow => ({
  dutyId: 'group_meeting',
  label: '党小组会',
  measure: '场',
  doneBy: 'holding',
  cells,
  ...overrides,
})
const mark = (one: SpanCell | undefined, key = one?.key ?? '2026-09') => markOf(one, periodByKey(key), now)
const words = (one: SpanCell) => cellWords(one, row([one]), periodByKey(one.key), now)

test('ochre is for the running period in its last week alone', () => {
  expect(mark(cell('2026-08'))).toBe('none')
  expect(mark(cell('2026-09'))).toBe('open')
  expect(markOf(cell('2026-09'), periodByKey('2026-09'), Date.parse('2026-09-24T10:00:00+08:00'))).toBe('gap')
  expect(mark(cell('2026-10'))).toBe('ahead')
  expect(mark(cell('2026-10', { state: 'planned' }))).toBe('planned')
})

test('what was not asked for is a dash, also where no rule held', () => {
  expect(mark(undefined, '2026-01')).toBe('free')
  expect(mark(cell('2026-01', { state: 'not_owed', notOwed: 'no_groups' }))).toBe('free')
  expect(mark(cell('2026-01', { state: 'not_held' }))).toBe('free')
  expect(mark(cell('2026-11', { state: 'not_held' }))).toBe('ahead')
  expect(mark(cell('2026-01', { state: 'recorded', needed: null }))).toBe('free')
  expect(mark(cell('2026-01', { state: 'recorded', needed: null, done: 2 }))).toBe('done')
})

test('a month that is over never says 还差, and says why what was seen does not count', () => {
  expect(words(cell('2026-08'))).toBe('暂无记录')
  expect(words(cell('2026-08', { reason: 'committee_below_half' }))).toBe('到会委员不足半数，不计入支委会')
  expect(words(cell('2026-08', { done: 2, needed: 3, missingNames: ['第三党小组'] }))).toBe(
    '第三党小组暂无记录',
  )
  expect(words(cell('2026-08', { state: 'not_owed', notOwed: 'no_groups' }))).toBe(
    '没有设党小组，这一项不要求',
  )
})

test('in its last week a running month says what is 还差, beside what there is', () => {
  const visits = row([], { doneBy: 'visit', measure: '次' })
  const wordsOn = (done: number, day: string) =>
    cellWords(
      cell('2026-09', { done, needed: 2, missing: 2 - done }),
      visits,
      periodByKey('2026-09'),
      Date.parse(`${day}T10:00:00+08:00`),
    )
  expect(wordsOn(0, '2026-09-23')).toBe('暂无记录')
  expect(wordsOn(0, '2026-09-24')).toBe('还差 2 次')
  expect(wordsOn(1, '2026-09-23')).toBe('已有 1/2 次')
  expect(wordsOn(1, '2026-09-24')).toBe('已有 1/2 次，还差 1 次')
})

test('what was entered late is said beside what is done', () => {
  expect(words(cell('2026-08', { state: 'done', done: 3, needed: 3, late: 1 }))).toBe(
    '已开展 3 场，其中补录 1',
  )
  const visits = row([], { doneBy: 'visit', measure: '次' })
  const visited = cell('2026-08', { state: 'done', done: 2, needed: 2 })
  expect(cellWords(visited, visits, periodByKey('2026-08'), now)).toBe('已完成 2 次')
})

test('the sum is of what has begun and is asked for', () => {
  const cells = [
    cell('2026-01', { state: 'not_owed', needed: 3 }),
    cell('2026-08', { state: 'done', done: 4, needed: 3 }),
    cell('2026-09', { done: 2, needed: 3 }),
    cell('2026-10', { needed: 3 }),
  ]
  const periods = new Map(cells.map(({ key }) => [key, periodByKey(key)]))
  expect(totalWords(row(cells), periods, now)).toBe('5 场，应开展 6')
  expect(totalWords(row([cell('2026-08', { needed: null, done: 2 })]), periods, now)).toBe('2 场')
})
