import type { BranchProgress, MemberRow } from '@domain/contract/progress'
import { foldedText, missingText, splitDuties, type BranchDuty } from './branchDuties'
import { matrixRows, withGaps } from './matrix'
import { gapText, generalSentence, personalSentence } from './tell'

const month = { kind: 'month' as const, key: '2026-09', from: '2026-09-01', to: '2026-09-30' }
const duty = (
  dutyId: string,
  over: Partial<BranchDuty['line']> = {},
  missingNames: string[] = [],
): BranchDuty => ({
  line: {
    dutyId,
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
  { dutyId: 'study', label: '集中学习', needed: 1 },
  { dutyId: 'visit', label: '帮扶走访', needed: 2 },
]
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
  ])
  expect(split.missing.map(({ line }) => line.dutyId)).toEqual(['a'])
  expect(foldedText(split)).toBe('已完成 2 项，已安排 1 项')
})

test.each([
  [duty('g', {}, ['第三党小组']), true, '第三党小组暂无记录'],
  [
    duty('l', { period: { kind: 'quarter', key: '2026-Q3', from: '2026-07-01', to: '2026-09-30' } }),
    true,
    '本季度暂无记录',
  ],
  [duty('s'), false, '9月暂无记录'],
  [duty('v', { done: 1, needed: 2 }), true, '已有 1 次，还差 1 次'],
])('a gap is told as the absence of a record (%#)', (each, running, text) => {
  expect(missingText(each, running)).toBe(text)
})

test('rows keep the order of the register whatever is missing', () => {
  const rows = matrixRows([row('丁', {}), row('甲', {})], columns)
  expect(rows.map(({ id }) => id)).toEqual(['丁', '甲'])
})

test('a cell says what is missing, what is not required, and who lives in the village', () => {
  const rows = matrixRows(
    [
      row(
        '赵海燕',
        { state: 'not_owed', notOwed: 'exempt', exemption: '驻村帮扶', needed: 1, done: 0 },
        '2026-09-22',
      ),
    ],
    columns,
  )
  expect(rows[0]?.sub).toBe('9月22日')
  expect(rows[0]?.cells.map(({ text }) => text)).toEqual(['驻村', '差 1'])
  expect(rows[0]?.cells[1]?.label).toBe('赵海燕，帮扶走访，还差 1 次')
})

test('a member without a record this year is not blamed', () => {
  expect(matrixRows([row('周敏', {})], columns)[0]?.sub).toBe('暂无记录')
})

test('only members with something missing are told', () => {
  const done: MemberRow = { ...row('甲', {}), cells: [] }
  expect(withGaps([done, row('乙', {})]).map(({ memberId }) => memberId)).toEqual(['乙'])
})

test('the personal sentence is signed by the branch; the general one names nobody', () => {
  const gaps = gapText(row('周敏', { state: 'missing', done: 0, missing: 1 }), columns)
  expect(personalSentence('周敏', gaps, '第一支部')).toBe(
    '周敏同志：本月还差 2 项：集中学习 1 次、帮扶走访 1 次。方便时安排。第一支部',
  )
  expect(generalSentence('第一支部')).not.toContain('周敏')
})
