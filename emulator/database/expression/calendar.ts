export const DAY = 86_400_000

/** 1 for the first of January. All dates here are local ones: their UTC fields are read. */
export const dayOfYear = (local: Date): number =>
  Math.floor((local.getTime() - Date.UTC(local.getUTCFullYear(), 0, 1)) / DAY) + 1

/** Weeks begin on Sunday, week 1 with the first Sunday of the year; the days before it are week 0. */
export const weekOfYear = (local: Date): number => Math.floor((dayOfYear(local) + 6 - local.getUTCDay()) / 7)

/** 1 Monday to 7 Sunday. */
export const isoDayOfWeek = (local: Date): number => local.getUTCDay() || 7

// The ISO week belongs to the year its Thursday is in.
const thursdayOf = (local: Date): Date => new Date(local.getTime() + (4 - isoDayOfWeek(local)) * DAY)

export const isoWeekYear = (local: Date): number => thursdayOf(local).getUTCFullYear()
export const isoWeek = (local: Date): number => Math.floor((dayOfYear(thursdayOf(local)) - 1) / 7) + 1

/** Local milliseconds of the first day of an ISO year's week 1. */
export function isoYearStart(year: number): number {
  const fourth = new Date(Date.UTC(year, 0, 4))
  return fourth.getTime() - (isoDayOfWeek(fourth) - 1) * DAY
}

/** The same day some months on, or the last day of a shorter month. */
export function addMonths(local: Date, months: number): Date {
  const out = new Date(local)
  out.setUTCDate(1)
  out.setUTCMonth(out.getUTCMonth() + months)
  const last = new Date(Date.UTC(out.getUTCFullYear(), out.getUTCMonth() + 1, 0)).getUTCDate()
  out.setUTCDate(Math.min(local.getUTCDate(), last))
  return out
}
