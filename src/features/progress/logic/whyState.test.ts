import { periodByKey } from '@domain/time/period'
import { whyState } from './whyState'

type Line = Parameters<typeof whyState>[0]['line']

const lastWeek = Date.parse('2026-09-24T10:00:00+08:00')

const said = (over: Partial<Line>, records: { notCounted?: number; further?: number } = {}, now = lastWeek) =>
  whyState(
    {
      line: {
        dutyId: 'member_study',
        period: periodByKey('2026-09'),
        state: 'missing',
        done: 0,
        needed: 1,
        missing: 1,
        measure: '次',
        waiting: 0,
        ...over,
      },
      notCounted: Array.from({ length: records.notCounted ?? 0 }),
      ...(records.further !== undefined && { further: { notCounted: records.further } }),
    },
    now,
  )

test('what is missing is said with its number, what the calendar will fill is not', () => {
  expect(said({ missing: 2 })).toEqual({ text: '还差 2 次', tone: 'miss' })
  expect(said({ state: 'planned' })).toEqual({ text: '已安排', tone: 'info' })
  expect(said({ state: 'done', done: 1, missing: 0 })).toEqual({ text: '已完成', tone: 'done' })
})

test('before the last week it is said without pressing', () => {
  expect(said({}, {}, Date.parse('2026-09-23T10:00:00+08:00'))).toEqual({ text: '还差 1 次', tone: 'plain' })
})

test('of a time that is over nothing is missing: what there is stands, or that there is nothing', () => {
  const after = Date.parse('2026-10-01T00:00:00+08:00')
  expect(said({}, {}, after)).toEqual({ text: '暂无记录', tone: 'plain' })
  expect(said({ done: 1, needed: 2 }, {}, after).text).toBe('已有 1 次，应有 2 次')
  expect(said({ state: 'not_held', missing: 0 }, {}, after).text).toBe('支部没有开展，不算本人的')
  expect(said({ state: 'waiting', waiting: 1 }, {}, after).text).toBe('1 次待确认')
  expect(said({ state: 'done', done: 1, missing: 0 }, {}, after).text).toBe('已完成')
})

test('what the branch has not arranged is neither missing nor done', () => {
  expect(said({ state: 'not_held', missing: 0 })).toEqual({
    text: '支部还没有安排，不算本人的',
    tone: 'info',
  })
})

test('what waits for a confirmation is not called missing', () => {
  expect(said({ state: 'waiting', waiting: 1 })).toEqual({ text: '1 次待确认', tone: 'info' })
})

test('what is not owed says why before anything else', () => {
  expect(said({ state: 'not_owed', notOwed: 'no_household', missing: 0 }).text).toBe(
    '没有联系的帮扶户，这一项不要求',
  )
})

test('a kind without a minimum says attended and held, and never 还差', () => {
  const life = { dutyId: 'life:lecture', state: 'recorded', needed: null, missing: 0 } as const
  expect(said({ ...life, done: 2 }, { notCounted: 1 }).text).toBe('到会 2 场，举办 3 场，不设次数')
  expect(said({ ...life, done: 2 }, { notCounted: 50, further: 8 }).text).toBe(
    '到会 2 场，举办 60 场，不设次数',
  )
  expect(said({ state: 'recorded', needed: null, missing: 0 }).text).toBe('定期开展，不设次数')
})
