import type { Inbox } from '@domain/contract/reminder'
import { gapNow } from '@domain/progress/gapNow'
import { addDays, type Day, dayOf, startOfDay } from '@domain/time/day'
import { formatClock, formatDay, formatDayTime, formatWeekday } from '@domain/time/format'
import { periodByKey } from '@domain/time/period'
import type { IconName } from '@/components/Icon/Icon'

type Message = Inbox['items'][number]
type Gaps = Extract<Message, { type: 'gaps' }>

export interface Words {
  icon: IconName
  tone: 'ochre' | 'blue' | 'pine'
  title: string
  text: string
}

const leftOf = ({ items }: Gaps) => items.filter(({ excused }) => !excused)

/** As the message said it; of what can still be arranged with the time there is. */
function gapsText(message: Gaps): string {
  const { hint, overdue, daysLeft, fromBranch } = message
  const text = overdue || leftOf(message).length === 0 ? hint : `${hint}，距月底还有 ${daysLeft} 天`
  return fromBranch ? `党支部提醒：${text}` : text
}

/** A T−7 that was moved to the workday before, and a year told ahead, are said before their last week: in ochre only from then on. */
const isCalm = (message: Gaps, now: number): boolean =>
  leftOf(message).every(
    ({ periodKey, missing }) =>
      gapNow({ state: 'missing', missing, period: periodByKey(periodKey) }, now) === 'open',
  )

export function messageWords(message: Message, now: number): Words {
  switch (message.type) {
    case 'gaps':
      return {
        icon: 'clock',
        tone: isCalm(message, now) ? 'blue' : 'ochre',
        title: message.title,
        text: gapsText(message),
      }
    case 'notice':
      return { icon: 'bell', tone: 'blue', title: message.title, text: message.text }
    case 'witness':
      if (message.leave)
        return {
          icon: 'edit',
          tone: 'blue',
          title: `${message.name} 会议开始后请假，请您答复`,
          text: `${message.title}，${formatDay(message.at)}。原因：${message.reason}`,
        }
      return {
        icon: 'edit',
        tone: 'blue',
        title: `${message.name} 的${message.madeUp ? '补学' : message.own ? '登记' : '补登'}请您确认`,
        text:
          message.madeUp || message.own
            ? `${message.title}，${formatDay(message.at)}登记`
            : `${message.title}，${formatDayTime(message.at)}。原因：${message.reason}`,
      }
    case 'bind':
      return {
        icon: 'user',
        tone: 'blue',
        title: `${message.name} 申请登记身份`,
        text: `${formatDayTime(message.at)} 提出，请看一下是不是本人`,
      }
    case 'soon':
      return {
        icon: 'cal',
        tone: 'blue',
        title: message.title,
        text: `${formatDayTime(message.startsAt)}，${message.place}`,
      }
    case 'confirmed':
      return {
        icon: 'check',
        tone: 'pine',
        title: `${message.title} 已确认`,
        text: formatDayTime(message.at),
      }
  }
}

/** When it came; what is about to begin has no such moment. */
const cameAt = (message: Message): number | undefined => (message.type === 'soon' ? undefined : message.at)

/** What stands under 今天: what came today, what is about to begin, and what waits for me, however old. */
function isOfToday(message: Message, now: number): boolean {
  const at = cameAt(message)
  return at === undefined || message.asks === true || dayOf(at) >= dayOf(now)
}

/** The hour; of what has waited since another day its day. Nothing of what came with a day and not at an hour of it. */
export function cameText(message: Message, now: number): string {
  const at = cameAt(message)
  if (at === undefined) return ''
  if (isOfToday(message, now) && dayOf(at) !== dayOf(now)) return formatDay(at)
  return at === startOfDay(dayOf(at)) ? '' : formatClock(at)
}

export function messageKey(message: Message): string {
  switch (message.type) {
    case 'gaps':
    case 'notice':
      return message.id
    case 'witness':
      return message.factId
    case 'bind':
      return message.requestId
    case 'soon':
      return message.activityId
    case 'confirmed':
      return `${message.title}${message.at}`
  }
}

/** 今天, 昨天, 9月17日 周四 */
function dayTitle(day: Day, now: number): string {
  const today = dayOf(now)
  if (day === today) return '今天'
  return day === addDays(today, -1) ? '昨天' : `${formatDay(day)} ${formatWeekday(day)}`
}

/** By day, today first; within a day in the order given. */
export function groupMessages(messages: readonly Message[], now: number) {
  const groups = new Map<Day, Message[]>()
  for (const message of messages) {
    const day = isOfToday(message, now) ? dayOf(now) : dayOf(cameAt(message) ?? now)
    groups.set(day, [...(groups.get(day) ?? []), message])
  }
  return [...groups]
    .sort(([a], [b]) => (a < b ? 1 : -1))
    .map(([day, group]) => ({ title: dayTitle(day, now), messages: group }))
}
