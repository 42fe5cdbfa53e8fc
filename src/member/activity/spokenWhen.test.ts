import { at } from '@domain/testing/at'
import { spokenWhen } from './spokenWhen'

test.each([
  ['2026-09-25 15:00', '明天 下午 3 点', '9月25日 周五'],
  ['2026-09-24 09:30', '今天 上午 9 点半', '9月24日 周四'],
  ['2026-09-26 12:10', '后天 中午 12 点 10 分', '9月26日 周六'],
  ['2026-09-30 19:05', '晚上 7 点 5 分', '9月30日 周三'],
  ['2026-09-23 08:00', '上午 8 点', '9月23日 周三'],
])('%s is said on 24 September as %s', (when, said, day) => {
  expect(spokenWhen(at(when), at('2026-09-24 23:59'))).toEqual([said, day])
})
