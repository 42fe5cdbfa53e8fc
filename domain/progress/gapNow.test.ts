import { progressState } from '../contract/words'
import { at } from '../testing/at'
import { periodByKey } from '../time/period'
import { gapNow } from './gapNow'
import { gapWords } from './gapWords'

const period = periodByKey('2026-09')

test.each([
  ['2026-09-01 00:00', 'open'],
  ['2026-09-23 23:59:59.999', 'open'],
  ['2026-09-24 00:00', 'pressing'],
  ['2026-09-30 23:59:59.999', 'pressing'],
  ['2026-10-01 00:00', 'over'],
])('what September lacks is said at %s: %s', (now, expected) => {
  expect(gapNow({ state: 'missing', missing: 1, period }, at(now))).toBe(expected)
})

test('whatever is not missing is 还差 at no time', () => {
  for (const state of progressState.options.filter((one) => one !== 'missing'))
    expect(gapNow({ state, missing: 1, period }, at('2026-09-24 10:00'))).toBeNull()
  expect(gapNow({ state: 'missing', missing: 0, period }, at('2026-09-24 10:00'))).toBeNull()
})

test('its words: the number that is missing while there is time, and afterwards what there is', () => {
  const line = { state: 'missing', done: 1, needed: 3, missing: 2, measure: '件', period } as const
  const saidAt = (now: string, done = 1) => gapWords({ ...line, done }, at(now))
  expect(saidAt('2026-09-23 10:00')).toEqual({ text: '还差 2 件', tone: 'plain' })
  expect(saidAt('2026-09-24 10:00')).toEqual({ text: '还差 2 件', tone: 'miss' })
  expect(saidAt('2026-10-01 10:00')).toEqual({ text: '已有 1 件，应有 3 件', tone: 'plain' })
  expect(saidAt('2026-10-01 10:00', 0)).toEqual({ text: '暂无记录', tone: 'plain' })
  expect(gapWords({ ...line, state: 'planned' }, at('2026-09-24 10:00'))).toBeNull()
})
