import { periodByKey } from '@domain/time/period'
import {
  dutyFact,
  greeting,
  homeHeadline,
  lifeWords,
  pressingBeyond,
  ringLabel,
  soonText,
} from './homeHeadline'

const at = (text: string) => Date.parse(`${text}+08:00`)
const now = at('2026-09-22T14:50:00')
const september = periodByKey('2026-09')
const lastWeek = at('2026-09-24T00:00:00')
const duty = (
  state: 'done' | 'missing' | 'planned' | 'waiting' | 'not_owed' | 'not_held' | 'recorded',
  needed: number | null = 1,
) => ({ state, needed, missing: state === 'missing' ? 1 : 0, period: september })

test('before the last week, and once the month is over, only what is done is said', () => {
  for (const then of [lastWeek - 1, at('2026-10-01T00:00:00')])
    expect(homeHeadline([duty('missing'), duty('done')], then)).toEqual({
      type: 'so_far',
      total: 2,
      done: 1,
    })
})

test('from the last week on what is missing is said; what the calendar will fill is not', () => {
  const duties = [duty('missing'), duty('planned'), duty('done')]
  expect(homeHeadline(duties, lastWeek)).toEqual({ type: 'missing', missing: 1, beyond: false })
  expect(homeHeadline(duties.slice(1), lastWeek)).toEqual({ type: 'so_far', total: 2, done: 1 })
})

test('what the year still lacks stands with its last week, and with no other month', () => {
  const [yearly, monthly] = [
    { ...duty('missing'), period: periodByKey('2026') },
    { ...duty('done'), period: periodByKey('2026-12') },
  ]
  const home = (month: string) =>
    ({
      month: { period: periodByKey(month), duties: [monthly], life: [], daysLeft: 0 },
      quarter: { period: periodByKey('2026-Q4'), duties: [], life: [] },
      year: { period: periodByKey('2026'), duties: [yearly], life: [] },
    }) as unknown as Parameters<typeof pressingBeyond>[0]
  const last = at('2026-12-31T15:00:00')
  expect(pressingBeyond(home('2026-12'), at('2026-12-24T23:59:59'))).toEqual([])
  expect(pressingBeyond(home('2026-12'), last)).toEqual([yearly])
  expect(pressingBeyond(home('2026-11'), last)).toEqual([])
  expect(homeHeadline([monthly], last, 1)).toEqual({ type: 'missing', missing: 1, beyond: true })
})

test('what waits for a confirmation is not called missing', () => {
  expect(homeHeadline([duty('waiting'), duty('done')], lastWeek)).toEqual({
    type: 'so_far',
    total: 2,
    done: 1,
  })
})

test('what is not owed or has no minimum is not counted', () => {
  expect(homeHeadline([duty('not_owed'), duty('recorded', null), duty('done')], lastWeek)).toEqual({
    type: 'all_done',
    total: 1,
  })
  expect(homeHeadline([duty('not_owed')], lastWeek)).toEqual({ type: 'nothing_owed' })
})

test('what the branch has not arranged is neither counted nor missing', () => {
  expect(homeHeadline([duty('not_held'), duty('missing'), duty('done')], lastWeek)).toEqual({
    type: 'missing',
    missing: 1,
    beyond: false,
  })
  expect(homeHeadline([duty('not_held'), duty('done')], lastWeek)).toEqual({ type: 'all_done', total: 1 })
})

test.each([
  ['2026-09-22T15:00:00', '今天 15:00'],
  ['2026-09-23T09:05:00', '明天 9:05'],
  ['2026-09-26T09:00:00', '周六 9:00'],
  ['2026-09-28T23:59:59', '周一 23:59'],
  ['2026-09-29T00:00:00', '9月29日 0:00'],
])('%s is said as %s', (when, words) => {
  expect(soonText(at(when), now)).toBe(words)
})

test('the fact under a duty: waiting before planned before done before nothing', () => {
  const line = {
    doneBy: 'visit' as const,
    state: 'missing' as const,
    done: 1,
    measure: '次',
    lastAt: at('2026-09-08T19:40:00'),
    waiting: 0,
    period: september,
  }
  const next = { activityId: 'a', title: '', startsAt: at('2026-09-26T09:00:00') }
  expect(dutyFact(line, now)).toBe('9月8日已走访 1 次')
  expect(dutyFact({ ...line, next }, now)).toBe('周六 9:00 有一场')
  expect(dutyFact({ ...line, next, waiting: 2 }, now)).toBe('2 次待确认')
  expect(dutyFact({ ...line, done: 0 }, now)).toBe('暂无记录')
  expect(dutyFact({ ...line, done: 0, state: 'not_held' }, now)).toBe('支部还没有安排，不算您的')
  const october = at('2026-10-01T00:00:00')
  expect(dutyFact({ ...line, done: 0, state: 'not_held' }, october)).toBe('支部没有开展，不算您的')
})

test('a kind without a minimum: today, attended, coming, nothing; never 还差', () => {
  expect(lifeWords({ attended: 0, held: 0, next: at('2026-09-22T15:00:00') }, now).text).toBe('今天')
  expect(lifeWords({ attended: 1, held: 2 }, now)).toEqual({
    text: '到会 1/2 场',
    tone: 'done',
    state: 'done',
  })
  expect(lifeWords({ attended: 0, held: 1 }, now).state).toBe('recorded')
  expect(lifeWords({ attended: 0, held: 0, next: at('2026-09-29T15:00:00') }, now).text).toBe('9月29日召开')
  expect(lifeWords({ attended: 0, held: 0 }, now).text).toBe('暂无记录')
})

test('the greeting turns at noon and at six', () => {
  expect(greeting(at('2026-09-22T11:59:59'))).toBe('上午好')
  expect(greeting(at('2026-09-22T12:00:00'))).toBe('下午好')
  expect(greeting(at('2026-09-22T18:00:00'))).toBe('晚上好')
})

test('a ring is read with its numbers', () => {
  const line = {
    label: '帮扶走访',
    done: 1,
    needed: 2,
    measure: '次',
    state: 'missing' as const,
    period: september,
  }
  expect(ringLabel(line, now)).toBe('帮扶走访，已 1 次，需 2 次')
  expect(ringLabel({ ...line, state: 'not_owed' }, now)).toBe('帮扶走访，不作硬性要求')
})
