import type { Tally } from '@domain/contract/committee'
import { periodByKey } from '@domain/time/period'
import {
  branchColumns,
  byLength,
  closedSpans,
  closedPeriods,
  countedBy,
  countedText,
  faceOf,
  monthIn,
  nearPeriods,
  partsTitle,
  periodChoice,
  periodNames,
  shortBranchName,
  splitTallies,
  unitColumns,
} from './countyTable'

const tally = (kind: NonNullable<Tally['kind']>, of: Tally['of'], label: string = kind): Tally => ({
  dutyId: `rule of ${kind}`,
  kind,
  label,
  of,
  done: 1,
  owed: 2,
})
const county = [
  tally('study', 'branches', '集中学习'),
  tally('group_meeting', 'groups', '党小组会'),
  tally('committee_meeting', 'committees', '支委会'),
  tally('theme_party_day', 'branches', '主题党日'),
  tally('unit_theory_study', 'units', '中心组学习'),
  tally('community_service', 'members', '社区服务'),
]

test('what members owe stands apart from what branches hold', () => {
  const { branches, members } = splitTallies(county)
  expect(branches.map(({ label }) => label)).toEqual([
    '集中学习',
    '主题党日',
    '支委会',
    '党小组会',
    '中心组学习',
  ])
  expect(members.map(({ label }) => label)).toEqual(['社区服务'])
})

test('how a block is counted is said for whatever is not counted by branches', () => {
  expect(countedText(county.slice(0, 2))).toBe('党小组会按党小组计，其余按支部计')
  expect(countedText(county.slice(0, 1))).toBe('按支部计')
  expect(countedText(county.slice(1, 2))).toBe('党小组会按党小组计')
})

test('the table of branches has no column of a unit or of members', () => {
  expect(branchColumns(county).map(({ label }) => label)).toEqual(['学习', '党日', '支委会', '小组会'])
})

test('the table of units has only what units owe', () => {
  expect(unitColumns(county).map(({ label }) => label)).toEqual(['中心组学习'])
})

test('a sum says what it is made of', () => {
  expect(partsTitle(tally('unit_theory_study', 'units'), 3)).toBe('3 个单位')
  expect(partsTitle(tally('community_service', 'members'), 62)).toBe('62 个支部')
  expect(countedBy(tally('community_service', 'members'))).toBe('按党员计')
})

test('a cell: not set up, nothing recorded, done, or counted where groups are', () => {
  const cell = (done: number, owed: number) => ({ dutyId: 'd', done, owed })
  expect(faceOf(undefined, false).face).toBe('not_owed')
  expect(faceOf(cell(0, 0), true).face).toBe('not_owed')
  expect(faceOf(cell(0, 1), false).face).toBe('none')
  expect(faceOf(cell(1, 1), false).face).toBe('done')
  expect(faceOf(cell(2, 3), true)).toEqual({ face: 'count', done: 2, owed: 3 })
  // One group out of one is still counted: the column reads alike in every branch.
  expect(faceOf(cell(0, 1), true)).toEqual({ face: 'count', done: 0, owed: 1 })
})

test('a branch is named shortly unless its number would be lost', () => {
  expect(shortBranchName('县委办公室党支部')).toBe('县委办公室')
  expect(shortBranchName('农业农村局第一党支部')).toBe('农业农村局第一党支部')
})

test.each([
  ['2026-09', '2026年9月'],
  ['2026-Q3', '2026年第三季度'],
  ['2026-H1', '2026年上半年'],
  ['2026', '2026年'],
])('%s is offered as %s', (key, text) => {
  expect(periodChoice(key)).toBe(text)
})

test('a table of branches is offered for closed months and quarters, and for nothing longer', () => {
  const closed = ['2026-08', '2026-Q2', '2026-H1', '2025']
  expect(closedPeriods({ closed })).toEqual(['2026-08', '2026-Q2'])
})

test('one tap away are the running month, the last closed quarter and half-year, and the running year', () => {
  const closed = ['2026-08', '2026-07', '2026-Q2', '2026-Q1', '2026-H1']
  const periods = ['2026-09', ...closed, '2026-H2', '2026']
  expect(nearPeriods({ periods, closed })).toEqual(['2026-09', '2026-Q2', '2026-H1', '2026'])
  expect(nearPeriods({ periods: ['2026-01', '2026'], closed: [] })).toEqual(['2026-01', '2026'])
})

test('of a half-year what is owed each month stands apart from what is owed each quarter', () => {
  const [study, meeting] = [tally('study', 'branches'), tally('general_meeting', 'branches')]
  const half = [
    { ...meeting, every: 'quarter' as const },
    { ...study, every: 'month' as const },
  ]
  expect(byLength(half).map(({ every, county: own }) => [every, own.length])).toEqual([
    ['month', 1],
    ['quarter', 1],
  ])
  expect(byLength([study, meeting])).toEqual([{ county: [study, meeting] }])
})

test('a branch opens at the last month of a closed quarter', () => {
  expect([monthIn(periodByKey('2026-Q2')), monthIn(periodByKey('2026-08'))]).toEqual(['2026-06', '2026-08'])
  expect(periodNames(['2026-03', '2026-Q2'])).toBe('3月、第二季度')
})

test('a half-year and a year are closed with their last month', () => {
  expect(closedSpans(['2026-08', '2026-07', '2026-06'])).toEqual(['2026-H1'])
  expect(closedSpans(['2027-01', '2026-12', '2026-11'])).toEqual(['2026-H2', '2026'])
  expect(closedSpans(['2026-05'])).toEqual([])
})
