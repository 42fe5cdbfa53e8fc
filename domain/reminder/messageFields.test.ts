import { at } from '../testing/at'
import type { Gap } from './gapsOf'
import { fittedList, gapFields, meetingFields } from './messageFields'
import { roundsAt } from './rounds'
import { calendar } from '../testing/workYears'

const gap = (label: string, missing = 1): Gap => ({
  dutyId: label,
  what: 'attended',
  label,
  missing,
  measure: '次',
  periodKey: '2026-09',
})

const roundAt = (now: string) => {
  const [round] = roundsAt(at(now), calendar)
  if (!round) throw new Error('no round is running')
  return round
}

test('a list is cut between items, with 等 for what is left out, at 20 characters', () => {
  const [visit, service, study] = [gap('帮扶走访'), gap('社区服务'), gap('集中学习')]
  expect(fittedList([visit, service])).toBe('帮扶走访 1 次、社区服务 1 次')
  expect(fittedList([visit, service, study])).toBe('帮扶走访 1 次、社区服务 1 次等')
  // 8 + 1 + 11 characters fit exactly; one more does not.
  expect(fittedList([visit, gap('一二三四五六七')])).toHaveLength(20)
  expect(fittedList([visit, gap('一二三四五六七八')])).toBe('帮扶走访 1 次等')
})

test('a long label loses its end, its number stays whole', () => {
  const text = fittedList([gap('深入联系点开展理论宣讲和走访慰问活动', 12)])
  expect(text).toHaveLength(20)
  expect(text).toMatch(/… 12 次$/)
  expect(fittedList([gap('深入联系点开展理论宣讲和走访慰问活动', 12), gap('社区服务')])).toMatch(/… 12 次等$/)
})

const month_gap = { id: 'g', title: 'thing1', list: 'thing2', hint: 'thing3', until: 'date4' }

test('every field of a reminder of gaps is within the template’s limits and says until when', () => {
  const items = [gap('帮扶走访', 2), gap('社区服务'), gap('集中学习'), gap('党费')]
  expect(gapFields({ items, round: roundAt('2026-09-25 10:00') }, calendar, month_gap)).toEqual({
    thing1: { value: '本月还差 4 项' },
    thing2: { value: '帮扶走访 2 次、社区服务 1 次等' },
    thing3: { value: '方便时安排' },
    date4: { value: '2026年9月30日' },
  })
  const overdue = gapFields({ items, round: roundAt('2026-10-01 10:00') }, calendar, month_gap)
  expect(overdue.thing3).toEqual({ value: '如已完成请补登记' })
  expect(overdue.date4?.value).toMatch(/^2026年10月\d+日$/)
})

test('a meeting says what, when and where, under the keywords the county’s template has', () => {
  const meeting = { title: '9月主题党日'.repeat(4), startsAt: at('2026-09-26 09:05'), place: '三楼会议室' }
  const keywords = { id: 'm', title: 'thing8', time: 'date2', place: 'thing11' }
  expect(meetingFields(meeting, keywords)).toEqual({
    thing8: { value: `${'9月主题党日'.repeat(4).slice(0, 19)}…` },
    date2: { value: '2026年9月26日 09:05' },
    thing11: { value: '三楼会议室' },
  })
})

test('what a template has no keyword for is left out, what it has besides says what the county wrote', () => {
  const items = [gap('帮扶走访')]
  const round = roundAt('2026-09-25 10:00')
  const fixed = { phrase3: '请查看' }
  expect(gapFields({ items, round }, calendar, { id: 'g', list: 'thing6', fixed })).toEqual({
    thing6: { value: '帮扶走访 1 次' },
    phrase3: { value: '请查看' },
  })
})
