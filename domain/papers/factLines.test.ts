import type { BranchDuty } from '../progress/evaluateBranch'
import type { Progress } from '../progress/progress'
import { totalOver } from '../progress/totalOver'
import { within } from '../progress/within'
import { aDuty } from '../testing/builders'
import type { Period } from '../time/period'
import { factItems } from '../contract/lists'
import { factLines } from './factLines'
import { paperSpan } from './paperSpan'

const study = aDuty({
  id: 'study',
  label: '集中学习',
  period: 'month',
  counts: { what: 'held', kinds: ['study'] },
})
const record = (id: string, on: string, backfilled?: true) => ({
  ...{ id, title: id, at: Date.parse(`${on}T10:00:00+08:00`) },
  ...(backfilled && { backfilled }),
})
type Told = Partial<Omit<Progress, 'period'>> & { missingNames?: string[] }

/** The sheet's lines of some months, told one by one. */
function linesOf(key: string, until: string, today: string, told: Record<string, Told>) {
  const span = paperSpan(key, until)
  if (!span) throw new Error('no such span')
  const judge = (period: Period): BranchDuty[] => {
    const { missingNames = [], counted = [], ...more } = told[period.key] ?? {}
    if (period.kind !== 'month') return []
    const progress: Progress = {
      ...{
        dutyId: 'study',
        version: 1,
        subjectId: 'b',
        period,
        needed: 1,
        missing: 0,
        notCounted: [],
        planned: [],
      },
      ...{ state: counted.length > 0 ? 'done' : 'missing', done: counted.length, counted },
      ...more,
    }
    return [{ duty: study, progress, missingNames }]
  }
  const sections = within(span, [study], judge)
  return { lines: factLines(sections, { span, today, order: factItems }), sections }
}

test('two in a month fill no other; of two the one entered in time fills it, and 其中补录 is among those done', () => {
  const { lines, sections } = linesOf('2026-01', '2026-04', '2026-09-22', {
    '2026-01': { counted: [record('a', '2026-01-10', true), record('b', '2026-01-20')] },
    '2026-02': { counted: [record('c', '2026-02-10', true)] },
  })
  const [line] = lines
  expect(line).toMatchObject({ needed: 4, done: 2, late: 1, open: ['3月', '4月'], free: [] })
  expect(line?.counted.map(({ record: { id }, fills }) => [id, fills])).toEqual([
    ['a', false],
    ['b', true],
    ['c', true],
  ])
  const progress = sections[0]?.rows[0]?.judged.map((one) => one.progress) ?? []
  expect(totalOver(progress, '2026-09-22')).toEqual({ done: 2, needed: 4 })
})

test('what has not begun is asked of nobody, a running month is said to be one, and nothing that is not owed is', () => {
  const [line] = linesOf('2026-08', '2026-12', '2026-10-15', {
    '2026-08': { state: 'not_owed', notOwed: 'founded_late', counted: [record('a', '2026-08-10')] },
  }).lines
  expect(line).toMatchObject({ needed: 2, done: 0, open: ['9月', '10月（未结束）'], free: ['8月'] })
  expect(line?.counted.map(({ fills }) => fills)).toEqual([false])
})

test('a month that lacks something says which groups, how many there are, or why what was seen does not count', () => {
  const [line] = linesOf('2026-01', '2026-03', '2026-09-22', {
    '2026-01': { missingNames: ['二组'], needed: 3, state: 'missing', counted: [record('a', '2026-01-10')] },
    '2026-02': { needed: 2, state: 'missing', counted: [record('b', '2026-02-10')] },
    '2026-03': { notCounted: [{ ...record('c', '2026-03-10'), reason: 'committee_below_half' }] },
  }).lines
  expect(line?.open).toEqual(['1月（二组）', '2月（已有 1）', '3月（未过半数）'])
})

test('over a new year every month says its year', () => {
  expect(linesOf('2025-12', '2026-01', '2026-09-22', {}).lines[0]?.open).toEqual(['2025年12月', '2026年1月'])
})
