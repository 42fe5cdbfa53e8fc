import type { Activity } from '../activity/activity'
import { formatClock, formatDay } from '../time/format'

/** What those expected at a meeting have to know at once. */
export interface MeetingChange {
  what: 'cancelled' | 'moved' | 'place'
  /** When it was done (ms): one done later is another one, and told again. */
  at: number
}

type Changed = Pick<Activity, 'state' | 'startsAt' | 'place' | 'publishedAt' | 'cancelledAt' | 'changed'>

/** What was last changed of a meeting that had been announced and was still to come; null: nothing, or it has begun since. */
export function changeOf(meeting: Changed, now: number): MeetingChange | null {
  const { state, startsAt, place, publishedAt, cancelledAt, changed } = meeting
  if (startsAt <= now || publishedAt === undefined) return null
  if (state === 'cancelled') return cancelledAt === undefined ? null : { what: 'cancelled', at: cancelledAt }
  if (state !== 'published' || !changed) return null
  if (changed.startsAt !== startsAt) return { what: 'moved', at: changed.at }
  return changed.place === place ? null : { what: 'place', at: changed.at }
}

/** The key under which a change is told somebody: `changed_a1_m1_1790000000000`. */
export const changeKey = (activityId: string, memberId: string, { at }: MeetingChange): string =>
  `changed_${activityId}_${memberId}_${at}`

export const changeTitles: Record<MeetingChange['what'], string> = {
  cancelled: '已取消',
  moved: '时间改了',
  place: '地点改了',
}

const momentOf = (at: number): string => `${formatDay(at)} ${formatClock(at)}`

/** 9月主题党日（9月26日 9:00）不举行了 · 9月主题党日改到9月28日 9:00，三楼会议室 · 9月主题党日（9月26日 9:00）改在一楼大厅 */
export function changeText(
  { what }: Pick<MeetingChange, 'what'>,
  { title, startsAt, place }: Pick<Activity, 'title' | 'startsAt' | 'place'>,
): string {
  if (what === 'moved') return `${title}改到${momentOf(startsAt)}，${place}`
  const whole = `${title}（${momentOf(startsAt)}）`
  return what === 'cancelled' ? `${whole}不举行了` : `${whole}改在${place}`
}
