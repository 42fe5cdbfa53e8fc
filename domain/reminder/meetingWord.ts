import type { Activity } from '../activity/activity'
import { addDays, clockOf, type Day, dayOf, startOfDay } from '../time/day'
import { formatDay, formatWeekday } from '../time/format'
import { changeKey, changeOf, changeText } from './changeOf'

/** Days ahead, today counted (inclusive), in which a person tells of a meeting: what is planned for a quarter in one go is not told in one go. */
export const TOLD_AHEAD_DAYS = 8

/** The end (exclusive, ms) of the days of which a person tells now. */
export const toldUntil = (now: number): number => startOfDay(addDays(dayOf(now), TOLD_AHEAD_DAYS))

type Told = Pick<
  Activity,
  '_id' | 'state' | 'title' | 'startsAt' | 'place' | 'publishedAt' | 'cancelledAt' | 'changed'
>

/** The key under which a meeting is told somebody, by WeChat or by a person: moved, it is another one. `meeting_a1_m1_1790000000000` */
export const meetingKey = (activityId: string, memberId: string, startsAt: number): string =>
  `meeting_${activityId}_${memberId}_${startsAt}`

/** 今天, 明天, 9月22日（周二） */
function dayWords(startsAt: number, today: Day): string {
  const day = dayOf(startsAt)
  if (day === today) return '今天'
  return day === addDays(today, 1) ? '明天' : `${formatDay(day)}（${formatWeekday(day)}）`
}

/** As people say it: 上午9点, 下午3点半, 晚上7点20分. */
function hourWords(at: number): string {
  const { hour, minute } = clockOf(at)
  const part = hour < 12 ? '上午' : hour < 18 ? '下午' : '晚上'
  const minutes = minute === 0 ? '' : minute === 30 ? '半' : `${minute}分`
  return `${part}${hour > 12 ? hour - 12 : hour}点${minutes}`
}

/** 明天下午3点在局三楼会议室开9月主题党日，到会后扫码，或请组织者点名都行。 */
const sentenceOf = ({ startsAt, place, title }: Told, now: number): string =>
  `${dayWords(startsAt, dayOf(now))}${hourWords(startsAt)}在${place}开${title}，到会后扫码，或请组织者点名都行。`

/** What a person says of a meeting to those whom WeChat does not reach, and under which key; null: nothing, or it has begun. */
export function meetingWord(
  meeting: Told,
  now: number,
): { text: string; key: (memberId: string) => string } | null {
  const { _id, state, startsAt, publishedAt } = meeting
  if (startsAt <= now || startsAt >= toldUntil(now) || publishedAt === undefined) return null
  const change = changeOf(meeting, now)
  if (change)
    return {
      text: `${changeText(change, meeting)}。`,
      key: (memberId) => changeKey(_id, memberId, change),
    }
  if (state !== 'published') return null
  return { text: sentenceOf(meeting, now), key: (memberId) => meetingKey(_id, memberId, startsAt) }
}
