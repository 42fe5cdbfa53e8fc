import type { ActivityCard } from '@domain/contract/activity'
import { formatDay } from '@domain/time/format'
import { contains, periodOf } from '@domain/time/period'

/** `9月26日 清洁家园，还可报名`: the community's next service of the month, among the coming ones in their order. */
export function nextServiceText(services: readonly ActivityCard[], hostName: string, now: number): string {
  const month = periodOf('month', now)
  const next = services.find(
    (one) => one.hostName === hostName && one.state !== 'cancelled' && contains(month, one.startsAt),
  )
  if (!next) return '这个月还没有安排'
  const how = next.mine === 'open_to_all' ? '，还可报名' : next.mine === 'enrolled' ? '，已报名' : ''
  return `${formatDay(next.startsAt)} ${next.title}${how}`
}
