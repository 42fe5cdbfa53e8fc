import type { Activity } from './activity'

const HOUR = 3_600_000

/**
 * 学时 of a meeting, by halves (党员教育管理工作条例 art. 20): what its organiser says of it, else the planned length of a 集中学习 or 党课, an hour being
 * one. 0 of every other meeting, and of what a 主题党日 carries as long as nobody has said how long that took.
 */
export const classHoursOf = ({
  kind,
  hours,
  startsAt,
  endsAt,
}: Pick<Activity, 'kind' | 'hours' | 'startsAt' | 'endsAt'>): number => {
  if (hours !== undefined) return hours
  return kind === 'study' || kind === 'lecture' ? Math.floor(((endsAt - startsAt) / HOUR) * 2) / 2 : 0
}
