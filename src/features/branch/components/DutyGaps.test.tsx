import { render } from '@testing-library/react'
import type { DutyLine } from '@domain/contract/progress'
import { periodByKey } from '@domain/time/period'
import { DutyGaps } from './DutyGaps'

jest.mock('@/platform/aria', (): unknown => jest.requireActual('@/platform/aria.h5'))
const mockNow = { at: 0 }
jest.mock('@/cloud/useNow', () => ({ useNow: () => mockNow.at }))

const at = (day: string) => Date.parse(`${day}T10:00:00+08:00`)
const lacks = (dutyId: string, label: string, key: string): { line: DutyLine; missingNames: string[] } => ({
  line: {
    ...{ dutyId, doneBy: 'holding', kind: 'lecture', label, measure: '场', state: 'missing', done: 0 },
    ...{ needed: 1, missing: 1, waiting: 0, subjectId: 'branch1', period: periodByKey(key) },
  },
  missingNames: [],
})

const drawn = (day: string) => {
  mockNow.at = at(day)
  const month = day.slice(0, 7)
  const ignore = () => undefined
  return render(
    <DutyGaps
      duties={[
        lacks('day', '主题党日', month),
        lacks('lecture', '党课', '2026-Q3'),
        lacks('review', '民主评议', '2026'),
      ]}
      whose="支部"
      running
      mayPlan
      onWhy={ignore}
      onPlan={ignore}
    />,
  ).container
}

test.each([
  ['2026-08-24', '支部待安排3项', 0],
  ['2026-08-25', '支部还差1项', 1],
  ['2026-09-23', '支部待安排3项', 0],
  // The quarter ends with the month, the year does not.
  ['2026-09-24', '支部还差2项', 2],
  ['2026-09-30', '支部还差2项', 2],
])(
  'of a branch, too, nothing is 还差 and nothing ochre before the last week of what it is missing: %s',
  (day, title, loud) => {
    const page = drawn(day)
    expect(page.querySelector('.gaps-title')?.textContent).toBe(title)
    expect(page.querySelectorAll('.c-ochre')).toHaveLength(loud > 0 ? 1 : 0)
    expect(page.querySelectorAll('.ring-missing')).toHaveLength(loud)
  },
)
