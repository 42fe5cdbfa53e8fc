import type { DutyLine, Home, LifeLine } from '@domain/contract/progress'
import type { DoneBy, ProgressState } from '@domain/contract/words'
import { gapNow } from '@domain/progress/gapNow'
import { addDays, clockOf, dayOf } from '@domain/time/day'
import { formatClock, formatDay, formatWeekday } from '@domain/time/format'
import { contains, isOver } from '@domain/time/period'

/** A duty the month asks for: one with a minimum that this member owes. What the branch has not arranged is not the member's. */
const isOwed = ({ state, needed }: Pick<DutyLine, 'state' | 'needed'>) =>
  needed !== null && state !== 'not_owed' && state !== 'not_held'

export type Headline =
  | { type: 'all_done'; total: number }
  | { type: 'missing'; missing: number; beyond: boolean }
  | { type: 'so_far'; total: number; done: number }
  | { type: 'nothing_owed' }

type Judged = Pick<DutyLine, 'state' | 'needed' | 'missing' | 'period'>

/** What a quarter or year that ends with the running month still lacks, once that presses: it stands with the month's. */
export const pressingBeyond = (
  { month, quarter, year }: Pick<Home, 'month' | 'quarter' | 'year'>,
  now: number,
) =>
  contains(month.period, now)
    ? [...quarter.duties, ...year.duties].filter((line) => gapNow(line, now) === 'pressing')
    : []

/** The one sentence over the month: in its last week what is still missing, `beyond` the month too, before and afterwards what is done. */
export function homeHeadline(duties: readonly Judged[], now: number, beyond = 0): Headline {
  const owed = duties.filter(isOwed)
  const done = owed.filter(({ state }) => state === 'done').length
  const missing = beyond + duties.filter((line) => gapNow(line, now) === 'pressing').length
  if (missing > 0) return { type: 'missing', missing, beyond: beyond > 0 }
  if (owed.length === 0) return { type: 'nothing_owed' }
  if (done === owed.length) return { type: 'all_done', total: owed.length }
  return { type: 'so_far', total: owed.length, done }
}

/** 今天 14:00, 明天 9:00, 周六 9:00 within six days, else 9月29日 15:00. */
export function soonText(startsAt: number, now: number): string {
  const [day, today] = [dayOf(startsAt), dayOf(now)]
  if (day === today) return `今天 ${formatClock(startsAt)}`
  if (day === addDays(today, 1)) return `明天 ${formatClock(startsAt)}`
  if (startsAt > now && day <= addDays(today, 6)) return `${formatWeekday(startsAt)} ${formatClock(startsAt)}`
  return `${formatDay(startsAt)} ${formatClock(startsAt)}`
}

const verbs: Partial<Record<DoneBy, string>> = {
  visit: '走访',
  service: '参加',
  meeting: '参加',
}

const notHeldText = ({ period }: Pick<DutyLine, 'period'>, now: number) =>
  isOver(period, now) ? '支部没有开展，不算您的' : '支部还没有安排，不算您的'

/** The one fact under a duty's name. */
export function dutyFact(
  line: Pick<DutyLine, 'doneBy' | 'done' | 'measure' | 'lastAt' | 'next' | 'waiting' | 'state' | 'period'>,
  now: number,
): string {
  if (line.state === 'not_held') return notHeldText(line, now)
  if (line.waiting > 0) return `${line.waiting} ${line.measure}待确认`
  if (line.next) return `${soonText(line.next.startsAt, now)} 有一场`
  if (line.done > 0 && line.lastAt !== undefined) {
    return `${formatDay(line.lastAt)}已${verbs[line.doneBy] ?? '有'} ${line.done} ${line.measure}`
  }
  return '暂无记录'
}

export interface LifeWords {
  text: string
  tone: 'done' | 'info' | 'mute'
  state: ProgressState
}

/** 到会 1/1 场, 今天, 9月29日召开, 暂无记录: a kind without a minimum is never 还差. */
export function lifeWords(
  { attended, held, next }: Pick<LifeLine, 'attended' | 'held' | 'next'>,
  now: number,
): LifeWords {
  if (next !== undefined && dayOf(next) === dayOf(now))
    return { text: '今天', tone: 'info', state: 'planned' }
  if (held > 0) {
    const state: ProgressState = attended > 0 ? 'done' : 'recorded'
    return { text: `到会 ${attended}/${held} 场`, tone: state === 'done' ? 'done' : 'mute', state }
  }
  if (next !== undefined) return { text: `${formatDay(next)}召开`, tone: 'info', state: 'planned' }
  return { text: '暂无记录', tone: 'mute', state: 'recorded' }
}

/** 上午好 until noon, 下午好 until six, then 晚上好. */
export function greeting(now: number): string {
  const { hour } = clockOf(now)
  if (hour < 12) return '上午好'
  return hour < 18 ? '下午好' : '晚上好'
}

/** 帮扶走访，已 1 次，需 2 次 */
export function ringLabel(
  line: Pick<DutyLine, 'label' | 'done' | 'needed' | 'measure' | 'state' | 'period'>,
  now: number,
): string {
  const { label, done, needed, measure, state } = line
  if (state === 'not_owed') return `${label}，不作硬性要求`
  const had = `${label}，已 ${done} ${measure}`
  if (state === 'not_held') return `${had}，${notHeldText(line, now)}`
  return needed === null ? had : `${had}，需 ${needed} ${measure}`
}
