import { clockOf, startOfDay } from '@domain/time/day'

/** `day` `YYYY-MM-DD` and `time` `HH:mm` as the pickers give them, in Shanghai. */
export function instantOf(day: string, time: string): number {
  const [hour = 0, minute = 0] = time.split(':').map(Number)
  return startOfDay(day) + (hour * 60 + minute) * 60_000
}

/** `HH:mm` for a picker. */
export function timeOf(at: number): string {
  const { hour, minute } = clockOf(at)
  return `${String(hour).padStart(2, '0')}:${String(minute).padStart(2, '0')}`
}
