import { at } from '../testing/at'
import { anActivity } from '../testing/builders'
import { changeOf, changeText } from './changeOf'

const now = at('2026-09-22 15:00')
const meeting = anActivity({
  state: 'published',
  title: '9月主题党日',
  publishedAt: at('2026-09-01 09:00'),
  startsAt: at('2026-09-28 09:00'),
  place: '三楼会议室',
})
const was = { at: at('2026-09-22 14:00'), startsAt: meeting.startsAt, place: meeting.place }

test.each([
  ['announced and never touched', meeting, null],
  ['moved', { ...meeting, changed: { ...was, startsAt: at('2026-09-26 09:00') } }, 'moved'],
  ['moved, to another place too', { ...meeting, changed: { ...was, startsAt: 1, place: '一楼' } }, 'moved'],
  ['put in another place', { ...meeting, changed: { ...was, place: '一楼' } }, 'place'],
  ['changed back to what it was', { ...meeting, changed: was }, null],
  ['cancelled', { ...meeting, state: 'cancelled' as const, cancelledAt: was.at }, 'cancelled'],
  [
    'a draft, cancelled',
    { ...meeting, state: 'cancelled' as const, cancelledAt: 1, publishedAt: undefined },
    null,
  ],
  [
    'moved and running by now',
    { ...meeting, state: 'open' as const, changed: { ...was, startsAt: 1 } },
    null,
  ],
  [
    'cancelled when it had begun',
    { ...meeting, state: 'cancelled' as const, cancelledAt: 1, startsAt: now },
    null,
  ],
])('a meeting %s tells those expected: %p', (_name, changed, expected) => {
  const { publishedAt, ...rest } = changed
  const found = changeOf({ ...rest, ...(publishedAt !== undefined && { publishedAt }) }, now)
  expect(found?.what ?? null).toBe(expected)
})

test('what is said names what it is, and what is new', () => {
  expect(changeText({ what: 'cancelled' }, meeting)).toBe('9月主题党日（9月28日 9:00）不举行了')
  expect(changeText({ what: 'moved' }, meeting)).toBe('9月主题党日改到9月28日 9:00，三楼会议室')
  expect(changeText({ what: 'place' }, meeting)).toBe('9月主题党日（9月28日 9:00）改在三楼会议室')
})
