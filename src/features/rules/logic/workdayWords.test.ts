import { year2026, year2027 } from '@domain/testing/workYears'
import { offLines, stateText, workedLines } from './workdayWords'

test('a year is told in stretches, weekends among them, as its notice tells it', () => {
  const days = { off: [...year2026.off], worked: [...year2026.worked] }
  expect(offLines(days).join('；')).toBe(
    '1月1日至3日；2月15日至23日；4月4日至6日；5月1日至5日；6月19日至21日；9月25日至27日；10月1日至7日',
  )
  expect(workedLines(days).slice(0, 2)).toEqual(['1月4日（周日）', '2月14日（周六）'])
})

test('a provisional year has its statutory days with the weekends beside them, and nothing is worked in exchange', () => {
  const days = { off: [...year2027.off], worked: [] }
  expect(offLines(days).join('；')).toBe(
    '1月1日至3日；2月5日至8日；4月3日至5日；5月1日至2日；6月9日；9月15日；10月1日至3日',
  )
  expect(workedLines(days)).toEqual(['没有'])
  expect(stateText({ state: 'provisional', entered: false })).toBe('暂按法定节假日')
})
