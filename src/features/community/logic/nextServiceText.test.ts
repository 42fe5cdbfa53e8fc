import type { ActivityCard } from '@domain/contract/activity'
import { startOfDay } from '@domain/time/day'
import { nextServiceText } from './nextServiceText'

const card = (over: Partial<ActivityCard> = {}): ActivityCard => ({
  ...{ id: 's1', kind: 'community_service', title: '清洁家园', place: '广场', hostName: '凤凰社区' },
  ...{ startsAt: startOfDay('2026-09-26'), endsAt: startOfDay('2026-09-26') + 1, state: 'published' },
  ...{ mine: 'open_to_all', runs: false },
  ...over,
})
const now = startOfDay('2026-09-22')
const text = (...cards: ActivityCard[]) => nextServiceText(cards, '凤凰社区', now)

test('the next one of this community and month, and whether one may still put the name down', () => {
  expect(text(card({ hostName: '河西社区' }), card())).toBe('9月26日 清洁家园，还可报名')
  expect(text(card({ mine: 'enrolled' }))).toBe('9月26日 清洁家园，已报名')
  expect(text(card({ mine: 'registered' }))).toBe('9月26日 清洁家园')
})

test('one of next month, a cancelled one and another community’s are none', () => {
  const october = startOfDay('2026-10-01')
  expect(text(card({ startsAt: october }), card({ state: 'cancelled' }))).toBe('这个月还没有安排')
})
