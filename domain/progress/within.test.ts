import { aDuty } from '../testing/builders'
import { periodByKey } from '../time/period'
import type { BranchDuty } from './evaluateBranch'
import type { Progress } from './progress'
import { within } from './within'

const study = aDuty({ id: 'study', period: 'month' })
const stricter = aDuty({ id: 'study', period: 'month', version: 2, label: '学习' })
const meeting = aDuty({ id: 'meeting', period: 'quarter' })
const review = aDuty({ id: 'review', period: 'year' })

const judged = (duty: typeof study, key: string): BranchDuty => ({
  duty,
  progress: { dutyId: duty.id, period: periodByKey(key) } as Progress,
  missingNames: [],
})

test('a half-year holds its six months, two quarters and itself, and no year', () => {
  const asked: string[] = []
  const sections = within(periodByKey('2026-H2'), [meeting, study, review], ({ kind, key }) => {
    asked.push(key)
    if (kind === 'month') return [judged(study, key)]
    return kind === 'quarter' ? [judged(meeting, key)] : []
  })
  expect(asked).toEqual([
    '2026-07',
    '2026-08',
    '2026-09',
    '2026-10',
    '2026-11',
    '2026-12',
    '2026-Q3',
    '2026-Q4',
    '2026-H2',
  ])
  expect(sections.map(({ kind, rows }) => [kind, rows.map(({ judged: cells }) => cells.length)])).toEqual([
    ['month', [6]],
    ['quarter', [2]],
  ])
})

test('a duty stands once, in the order of the rules, as its rule last stood; where none held there is no cell', () => {
  const sections = within(periodByKey('2026'), [study, stricter, meeting, review], ({ kind, key }) => {
    if (kind === 'year') return [judged(review, key)]
    if (kind !== 'month' || key < '2026-03') return []
    return [judged(key < '2026-07' ? study : stricter, key)]
  })
  expect(sections.map(({ kind }) => kind)).toEqual(['month', 'year'])
  const [row] = sections[0]?.rows ?? []
  expect(row?.duty).toBe(stricter)
  expect(row?.judged.map(({ progress }) => progress.period.key)[0]).toBe('2026-03')
  expect(row?.judged).toHaveLength(10)
})
