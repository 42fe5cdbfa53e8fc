import type { ActivityCard } from '@domain/contract/activity'
import { addDays, dayOf, weekdayOf } from '@domain/time/day'

const titles = ['本周', '下周', '以后'] as const

export interface WeekGroup {
  title: (typeof titles)[number]
  cards: ActivityCard[]
}

/** Weeks begin on Monday: `mondayOf('2026-09-27') // '2026-09-21'`. */
export const mondayOf = (day: string): string => addDays(day, -((weekdayOf(day) + 6) % 7))

/** What is coming, by week, in the order given; empty weeks are left out. */
export function groupByWeek(cards: readonly ActivityCard[], now: number): WeekGroup[] {
  const monday = mondayOf(dayOf(now))
  const [next, after] = [addDays(monday, 7), addDays(monday, 14)]
  const titleOf = (card: ActivityCard): WeekGroup['title'] => {
    const day = dayOf(card.startsAt)
    if (day < next) return '本周'
    return day < after ? '下周' : '以后'
  }
  return titles
    .map((title) => ({ title, cards: cards.filter((card) => titleOf(card) === title) }))
    .filter((group) => group.cards.length > 0)
}
