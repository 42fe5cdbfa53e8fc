import { render } from '@testing-library/react'
import type { DutyLine } from '@domain/contract/progress'
import { progressState } from '@domain/contract/words'
import { periodByKey } from '@domain/time/period'
import { MonthCard } from './MonthCard'

jest.mock('@/platform/aria', (): unknown => jest.requireActual('@/platform/aria.h5'))

const period = periodByKey('2026-09')
const at = (day: string) => Date.parse(`${day}T10:00:00+08:00`)

const lineOf = (state: DutyLine['state'], missing: number): DutyLine => ({
  ...{ dutyId: 'community_service', doneBy: 'service', label: '社区服务', measure: '次', state },
  ...{ done: 0, needed: state === 'recorded' ? null : 1, missing, waiting: 0, subjectId: 'm1', period },
  ...(state === 'planned' && {
    next: { activityId: 'a1', title: '社区服务', startsAt: Date.parse('2026-09-26T09:00:00+08:00') },
  }),
})

const drawn = (state: DutyLine['state'], day: string) => {
  const missing = ['missing', 'planned', 'waiting'].includes(state) ? 1 : 0
  const month = { period, daysLeft: 1, duties: [lineOf(state, missing)], life: [] }
  const ignore = () => undefined
  const { container } = render(
    <MonthCard month={month} beyond={[]} now={at(day)} onDuty={ignore} onLife={ignore} />,
  )
  return container
}

const days = ['2026-09-02', '2026-09-23', '2026-09-24', '2026-09-30', '2026-10-01']
const cases = progressState.options.flatMap((state) => days.map((day) => [state, day] as const))

test.each(cases)(
  '%s on %s: ochre and 还差 stand for what is missing in the last week, for nothing else',
  (state, day) => {
    const isLoud = state === 'missing' && day >= '2026-09-24' && day <= '2026-09-30'
    const page = drawn(state, day)
    expect(page.querySelectorAll('.c-ochre, .gap, .ring-missing').length > 0).toBe(isLoud)
    expect(page.textContent.includes('还差')).toBe(isLoud)
  },
)

test('what the calendar will fill stands with what needs no doing, with its day', () => {
  const page = drawn('planned', '2026-09-24')
  expect(page.querySelector('.minis')?.textContent).toContain('周六 9:00')
  expect(page.querySelector('#headline')?.textContent).toContain('已完成')
})
