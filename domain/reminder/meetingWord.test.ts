import { at } from '../testing/at'
import { anActivity } from '../testing/builders'
import { meetingWord } from './meetingWord'

const meeting = (startsAt: string, overrides = {}) => ({
  ...anActivity({ _id: 'a1', title: '9月主题党日', place: '局三楼会议室', state: 'published' }),
  startsAt: at(startsAt),
  publishedAt: at('2026-09-01 10:00'),
  ...overrides,
})
const textOf = (startsAt: string, now: string, overrides = {}) =>
  meetingWord(meeting(startsAt, overrides), at(now))?.text

test.each([
  ['2026-09-22 15:00', '2026-09-22 09:00', '今天下午3点'],
  ['2026-09-22 15:00', '2026-09-21 09:21', '明天下午3点'],
  ['2026-09-22 09:30', '2026-09-20 09:00', '9月22日（周二）上午9点半'],
  ['2026-09-22 19:20', '2026-09-20 09:00', '9月22日（周二）晚上7点20分'],
  ['2026-09-22 12:00', '2026-09-20 09:00', '9月22日（周二）下午12点'],
  ['2027-01-01 09:00', '2026-12-31 09:00', '明天上午9点'],
  ['2027-01-05 09:00', '2026-12-31 09:00', '1月5日（周二）上午9点'],
])('of %s, said at %s: %s', (startsAt, now, when) => {
  expect(textOf(startsAt, now)).toBe(`${when}在局三楼会议室开9月主题党日，到会后扫码，或请组织者点名都行。`)
})

test('from seven days before its day until it begins, and only what was announced', () => {
  expect(textOf('2026-09-22 15:00', '2026-09-14 23:59')).toBeUndefined()
  expect(textOf('2026-09-22 15:00', '2026-09-15 00:00')).toBeDefined()
  expect(textOf('2026-09-22 15:00', '2026-09-22 14:59:59.999')).toBeDefined()
  expect(textOf('2026-09-22 15:00', '2026-09-22 15:00')).toBeUndefined()
  expect(
    textOf('2026-09-22 15:00', '2026-09-21 15:00', { publishedAt: undefined, state: 'draft' }),
  ).toBeUndefined()
  expect(textOf('2026-09-22 15:00', '2026-09-21 15:00', { state: 'open' })).toBeUndefined()
})

test('moved or cancelled it is told anew, under the key of the change', () => {
  const changed = { at: at('2026-09-18 10:00'), startsAt: at('2026-09-21 15:00'), place: '局三楼会议室' }
  const moved = meetingWord(meeting('2026-09-22 15:00', { changed }), at('2026-09-19 10:00'))
  expect(moved?.text).toBe('9月主题党日改到9月22日 15:00，局三楼会议室。')
  expect(moved?.key('m1')).toBe(`changed_a1_m1_${changed.at}`)
  expect(
    textOf('2026-09-22 15:00', '2026-09-19 10:00', {
      state: 'cancelled',
      cancelledAt: at('2026-09-19 09:00'),
    }),
  ).toBe('9月主题党日（9月22日 15:00）不举行了。')
  const still = meetingWord(meeting('2026-09-22 15:00'), at('2026-09-19 10:00'))
  expect(still?.key('m1')).toBe(`meeting_a1_m1_${at('2026-09-22 15:00')}`)
})
