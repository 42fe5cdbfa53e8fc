import { addDays, clockOf, dayOf } from '@domain/time/day'
import { formatDay, formatWeekday } from '@domain/time/format'

const near = ['今天', '明天', '后天'] as const

const partOf = (hour: number) => (hour < 12 ? '上午' : hour < 13 ? '中午' : hour < 18 ? '下午' : '晚上')

/** `spokenClock(at) // '下午 3 点半'` */
export function spokenClock(at: number): string {
  const { hour, minute } = clockOf(at)
  const shown = hour > 12 ? hour - 12 : hour
  const rest = minute === 0 ? '' : minute === 30 ? '半' : ` ${minute} 分`
  return `${partOf(hour)} ${shown} 点${rest}`
}

/** The day as it is said: `今天`, `明天`, `后天`; else null. */
export function nearDay(at: number, now: number): (typeof near)[number] | null {
  const days = [0, 1, 2].map((ahead) => addDays(dayOf(now), ahead))
  return near[days.indexOf(dayOf(at))] ?? null
}

/** When something is, as it is told on the telephone, and the day in full: `['明天 下午 3 点', '9月25日 周五']`. */
export function spokenWhen(at: number, now: number): [said: string, day: string] {
  const day = nearDay(at, now)
  return [day ? `${day} ${spokenClock(at)}` : spokenClock(at), `${formatDay(at)} ${formatWeekday(at)}`]
}
