import type { ActivityCard } from '@domain/contract/activity'
import { groupByWeek, mondayOf } from './groupByWeek'

const now = Date.parse('2026-09-22T14:50:00+08:00')
const card = (id: string, when: string) => ({ id, startsAt: Date.parse(`${when}+08:00`) }) as ActivityCard
const titles = (cards: ActivityCard[]) =>
  groupByWeek(cards, now).map(({ title, cards: c }) => [title, c.map(({ id }) => id)])

test('a week begins on Monday and ends on Sunday', () => {
  expect(mondayOf('2026-09-27')).toBe('2026-09-21')
  expect(mondayOf('2026-09-21')).toBe('2026-09-21')
})

test('Sunday night is this week, Monday midnight the next, two Mondays on is later', () => {
  expect(
    titles([
      card('sunday', '2026-09-27T23:59:59'),
      card('monday', '2026-09-28T00:00:00'),
      card('later', '2026-10-05T00:00:00'),
    ]),
  ).toEqual([
    ['本周', ['sunday']],
    ['下周', ['monday']],
    ['以后', ['later']],
  ])
})

test('empty weeks are left out', () => {
  expect(titles([])).toEqual([])
})
