import type { BranchProgress, MemberRow } from '@domain/contract/progress'
import {
  asideOf,
  type BranchDuty,
  byKind,
  foldedText,
  missingText,
  splitDuties,
  whenOf,
} from './branchDuties'
import { matrixColumns, matrixRows, withGaps } from './matrix'

const month = { kind: 'month' as const, key: '2026-09', from: '2026-09-01', to: '2026-09-30' }
const duty = (
  dutyId: string,
  over: Partial<BranchDuty['line']> = {},
  missingNames: string[] = [],
): BranchDuty => ({
  line: {
    dutyId,
    doneBy: 'holding',
    label: dutyId,
    measure: '次',
    state: 'missing',
    done: 0,
    needed: 1,
    missing: 1,
    waiting: 0,
    subjectId: 'b',
    period: month,
    ...over,
  },
  missingNames,
})
const columns: BranchProgress['columns'] = [
  { dutyId: 'study', label: '集中学习', needed: 1, measure: '次' },
  { dutyId: 'visit', label: '帮扶走访', needed: 2, measure: '次' },
]
const lastWeek = Date.parse('2026-09-24T00:00:00+08:00')
const after = Date.parse('2026-10-01T00:00:00+08:00')
const rowsOf = (rows: MemberRow[], now = lastWeek, shown = columns) =>
  matrixRows(rows, { columns: shown, period: month }, now)
const row = (memberId: string, study: Partial<MemberRow['cells'][number]>, lastOn?: string): MemberRow => ({
  memberId,
  name: memberId,
  standing: 'full',
  ...(lastOn ? { lastOn } : {}),
  cells: [
    { dutyId: 'study', state: 'done', done: 1, needed: 1, missing: 0, ...study },
    { dutyId: 'visit', state: 'missing', done: 1, needed: 2, missing: 1 },
  ],
})

test('what is missing stands open, everything else is folded and counted', () => {
  const split = splitDuties([
    duty('a'),
    duty('b', { state: 'planned' }),
    duty('c', { state: 'done' }),
    duty('d', { state: 'done' }),
    duty('e', { state: 'waiting' }),
  ])
  expect(split.missing.map(({ line }) => line.dutyId)).toEqual(['a'])
  expect(foldedText(split)).toBe('已完成 2 项，已安排 1 项，待确认 1 项')
})

test.each([
  [duty('g', {}, ['第三党小组']), lastWeek, '第三党小组暂无记录'],
  [
    duty('l', { period: { kind: 'quarter', key: '2026-Q3', from: '2026-07-01', to: '2026-09-30' } }),
    lastWeek,
    '本季度暂无记录',
  ],
  [duty('s'), after, '9月暂无记录'],
  [duty('v', { done: 1, needed: 2 }), lastWeek, '已有 1 次，还差 1 次'],
])('a gap is told as the absence of a record (%#)', (each, now, text) => {
  expect(missingText(each, now)).toBe(text)
})

test('rows keep the order of the register whatever is missing', () => {
  const rows = rowsOf([row('丁', {}), row('甲', {})])
  expect(rows.map(({ id }) => id)).toEqual(['丁', '甲'])
})

test('a cell says what is missing, what is not required, and who lives in the village', () => {
  const rows = rowsOf([
    row(
      '赵海燕',
      { state: 'not_owed', notOwed: 'exempt', exemption: '驻村帮扶', needed: 1, done: 0, missing: 0 },
      '2026-09-22',
    ),
  ])
  expect(rows[0]?.sub).toBe('9月22日')
  expect(rows[0]?.cells.map(({ text }) => text)).toEqual(['驻村', '差 1'])
  expect(rows[0]?.cells[1]?.label).toBe('赵海燕，帮扶走访，还差 1 次')
})

test('what the branch has not held is no gap of the member, and nobody is told of it', () => {
  const here = row('甲', { state: 'not_held', done: 0, needed: 1, missing: 0 })
  const held = { ...here, cells: here.cells.slice(0, 1) }
  const [cell] = rowsOf([held])[0]!.cells
  expect([cell?.text, cell?.label]).toEqual(['未安排', '甲，集中学习，支部还没有安排'])
  expect(withGaps([held])).toEqual([])
})

test('a kind without a minimum shows attended of held, never 还差', () => {
  const lecture = { dutyId: 'life:lecture', state: 'recorded' as const, needed: null, missing: 0 }
  const cellsOf = (done: number, held: number) =>
    rowsOf([{ ...row('甲', {}), cells: [{ ...lecture, done, held }] }], lastWeek, [
      { dutyId: 'life:lecture', label: '党课', needed: null, measure: '场' },
    ])[0]!.cells.map(({ text, label }) => [text, label])
  expect(cellsOf(1, 2)).toEqual([['1/2', '甲，党课，到会 1 场，举办 2 场']])
  expect(cellsOf(0, 2)).toEqual([['0/2', '甲，党课，到会 0 场，举办 2 场']])
  expect(cellsOf(0, 0)).toEqual([['暂无', '甲，党课，到会 0 场，举办 0 场']])
})

test('a column says how often, or that it has no minimum; one that concerns nobody is left out', () => {
  const all = [
    ...columns,
    { dutyId: 'life:general_meeting', label: '支部党员大会', needed: null, measure: '场' },
    { dutyId: 'leader_contact_lecture', label: '联系点讲党课', needed: 1, measure: '次' },
  ]
  const meeting = {
    dutyId: 'life:general_meeting',
    state: 'recorded' as const,
    done: 0,
    needed: null,
    missing: 0,
    held: 0,
  }
  const one = row('甲', {})
  const rows = [{ ...one, cells: [...one.cells, meeting] }, row('乙', {})]
  expect(matrixColumns({ columns: all, rows }).map(({ label, sub }) => `${label} ${sub ?? ''}`)).toEqual([
    '集中学习 1 次',
    '帮扶走访 2 次',
    '党员大会 不设次数',
  ])
})

test('a running period is this one and has days left, a past one is named and has none', () => {
  const year = { kind: 'year' as const, key: '2026', from: '2026-01-01', to: '2026-12-31' }
  const of = (period: BranchProgress['period'], daysLeft: number) => {
    const page = { period, daysLeft, daysLeftOfQuarter: 9 } as BranchProgress
    return [whenOf(page), asideOf(page)]
  }
  expect(of(month, 9)).toEqual(['本月', '本季度还有 9 天'])
  expect(of(month, 1)[0]).toBe('本月')
  expect(of(year, 101)).toEqual(['今年', '今年还有 101 天'])
  expect(of(month, 0)).toEqual(['9月', undefined])
})

test('a cell is ochre from T−7 on, and its number has the noun of its column', () => {
  const deeds = [{ dutyId: 'study', label: '办实事', needed: 1, measure: '件' }]
  const missing = { ...row('甲', { state: 'missing', done: 0, missing: 1 }) }
  const one = { ...missing, cells: missing.cells.slice(0, 1) }
  const cellAt = (now: number) => rowsOf([one], now, deeds)[0]?.cells[0]
  expect(cellAt(lastWeek - 1)).toMatchObject({ text: '差 1', calm: true, label: '甲，办实事，还差 1 件' })
  expect(cellAt(lastWeek)).not.toHaveProperty('calm')
  expect(matrixColumns({ columns: deeds, rows: [one] })[0]?.sub).toBe('1 件')
})

test('a member without a record this year is not blamed', () => {
  expect(rowsOf([row('周敏', {})])[0]?.sub).toBe('暂无记录')
})

test('only members with something missing are told', () => {
  const done: MemberRow = { ...row('甲', {}), cells: [] }
  expect(withGaps([done, row('乙', {})]).map(({ memberId }) => memberId)).toEqual(['乙'])
})

test('of a time that is over nothing is 还差', () => {
  const [over] = rowsOf([row('周敏', { state: 'missing', done: 0, missing: 1 })], after)
  expect(over?.cells.map(({ text, calm }) => [text, calm])).toEqual([
    ['暂无', true],
    ['1/2', true],
  ])
  expect(over?.cells.map(({ label }) => label).join()).not.toMatch(/差/)
  expect(missingText(duty('a', { done: 1, needed: 2 }), after)).toBe('已有 1 次，应有 2 次')
  const seen = duty('a', { reason: 'committee_below_half' })
  expect(missingText(seen, after)).toBe('到会委员不足半数，不计入支委会')
})

test('beside a month, what is of the quarter and of the year stands under its own heading', () => {
  const quarter = { kind: 'quarter' as const, key: '2026-Q3', from: '2026-07-01', to: '2026-09-30' }
  const lecture = duty('lecture', { period: quarter })
  const missing = [lecture, duty('study')]
  expect(byKind(missing, missing).map(({ duty: { line }, heading }) => [line.dutyId, heading])).toEqual([
    ['study', undefined],
    ['lecture', '第三季度的'],
  ])
  expect(byKind([lecture], [lecture])[0]?.heading).toBeUndefined()
})
