import type { ResponseOf } from '@domain/contract/actions'
import type { Day } from '@domain/time/day'
import { formatDay } from '@domain/time/format'

export type TalkPage = ResponseOf<'talk.page'>
export type Person = TalkPage['people'][number]
export type EnteredTalk = TalkPage['entered'][number]

/** Who is offered without a list: a glance. */
const OFFERED = 6

/** Whom one may have talked with, besides oneself: those nothing is kept of first, then those it is longest ago with. */
export const offered = (people: readonly Person[], besides: string | undefined): Person[] =>
  people
    .filter(({ memberId }) => memberId !== besides)
    .sort((a, b) => ((a.last?.on ?? '') < (b.last?.on ?? '') ? -1 : a.last?.on === b.last?.on ? 0 : 1))
    .slice(0, OFFERED)

/** 今天, 昨天, 9月12日 */
export const dayWords = (on: Day, { today, yesterday }: { today: Day; yesterday: Day }): string =>
  on === today ? '今天' : on === yesterday ? '昨天' : formatDay(on)

/** 6月12日，和陈立新 */
export const lastWords = ({ last }: Person): string =>
  last ? `${formatDay(last.on)}，和${last.with}` : '暂无记录'

/** 李建国和马文博 */
export const pairWords = (who: { name: string }, other: { name: string }): string =>
  `${who.name}和${other.name}`

/** Whether these two have a talk of that day already. */
export const isEntered = (
  entered: readonly EnteredTalk[],
  [a, b]: readonly [Person, Person],
  on: Day,
): boolean =>
  entered.some((talk) => {
    const ids = [talk.who.id, talk.with.id]
    return talk.on === on && ids.includes(a.memberId) && ids.includes(b.memberId)
  })
