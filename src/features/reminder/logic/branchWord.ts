import type { ResponseOf } from '@domain/contract/actions'
import { dayOf } from '@domain/time/day'
import { formatClock, formatDay } from '@domain/time/format'
import { type ToldBy, whoGets } from './whoGets'

type Preview = ResponseOf<'reminder.word'>
export type Missing = Preview['people'][number]
type Because = NonNullable<Missing['because']>

export interface Ways {
  byWeChat: Missing[]
  byPerson: ToldBy<Missing>[]
  /** Told enough: nothing more is said. */
  enough: Missing[]
}

/** Those who miss something, by the way in which they would get to know. */
export function waysOf({ people, tellers, head }: Pick<Preview, 'people' | 'tellers' | 'head'>): Ways {
  const unreached = people.flatMap(({ id, because }): { id: string; because: Because }[] =>
    because ? [{ id, because }] : [],
  )
  const owed = people.filter((one) => one.enough === undefined)
  return {
    ...whoGets(owed, { unreached, tellers, ...(head !== undefined && { head }) }),
    enough: people.filter((one) => one.enough !== undefined),
  }
}

export const enoughWords: Record<NonNullable<Missing['enough']>, string> = {
  today: '今天提醒过了',
  twice: '本月提醒过两次',
  listed: '已请党小组长告知',
  once: '本月提醒过一次',
}

/** 今天 15:05 发出 · 9月28日 8:05 发出 */
export const goesText = (goesAt: number, now: number): string =>
  `${dayOf(goesAt) === dayOf(now) ? '今天' : formatDay(goesAt)} ${formatClock(goesAt)} 发出`

/** For everyone at once, to be read out or posted: it names nobody. */
export const generalSentence = (branchName: string): string =>
  `各位同志：请打开“先锋双岗”，看看自己还差什么，方便时安排。${branchName}`

/** One person's sentence, signed by the branch, never by a person. */
export const personalSentence = (
  { name, text }: Pick<Missing, 'name' | 'text'>,
  branchName: string,
): string => `${name}同志：${text}。${branchName}`
