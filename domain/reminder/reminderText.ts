import type { Counts } from '../duty/duty'
import { gapText, stillMissing } from '../progress/gapWords'
import { periodLabel } from '../time/format'
import type { DueReminder } from './dueReminder'
import type { Gap } from './gapsOf'
import type { Round } from './rounds'

export interface ReminderText {
  /** 本月还差 2 项 */
  title: string
  /** 帮扶走访 1 次、社区服务 1 次 */
  list: string
  /** 方便时安排 */
  hint: string
  /** The whole of it, as a person would say it. */
  sentence: string
}

/** What someone who did it without entering it did. */
const verbs: Record<Counts['what'], string> = {
  visited: '走访',
  attended: '参加',
  deed: '办结',
  lectured: '讲课',
  talked: '谈话',
  held: '开展',
  ticked: '完成',
}

const nounOf = ({ what, label }: Gap): string => (what === 'visited' ? '走访' : label)

/** What is told ahead of its end together with what is over: the year's, in the first days of November and December. */
const isAhead = ({ periodKey }: Gap, { periods, month }: Round): boolean =>
  periods.some(({ key, to }) => key === periodKey && to > month.to)

/** 本月, 月底前; 9月, 截至9月底, 今年, 10月和今年 */
function scopeOf(items: readonly Gap[], round: Round): string {
  const { month, overdue } = round
  const over = items.filter((item) => !isAhead(item, round))
  const ofMonth = over.every(({ periodKey }) => periodKey === month.key)
  if (!overdue) return ofMonth ? '本月' : '月底前'
  if (over.length === 0) return '今年'
  const scope = ofMonth ? periodLabel(month) : `截至${periodLabel(month)}底`
  return over.length < items.length ? `${scope}和今年` : scope
}

/** Whether something of it is over and can still be entered. */
const mayEnterLate = (items: readonly Gap[], round: Round): boolean =>
  round.overdue && items.some((item) => !isAhead(item, round))

/** Whether all of it is the running year's, told ahead: then there is time until its end. */
export const isAllAhead = ({ items, round }: DueReminder): boolean =>
  items.length > 0 && items.every((item) => isAhead(item, round))

/**
 * 本月还差 2 项：帮扶走访 1 次、社区服务 1 次。方便时安排 · 9月还差 1 次走访，如已走访请补登记. The one place for these words: WeChat, 消息, 看看怎么告知 and
 * the leader's list say what stands here.
 */
export const reminderText = ({ items, round }: DueReminder): ReminderText => {
  const scope = scopeOf(items, round)
  const late = mayEnterLate(items, round)
  const list = items.map(gapText).join('、')
  const [only] = items
  if (late && only && items.length === 1) {
    const title = `${scope}${stillMissing(only)}${nounOf(only)}`
    const hint = `如已${verbs[only.what]}请补登记`
    return { title, list, hint, sentence: `${title}，${hint}` }
  }
  const title = `${scope}${stillMissing({ missing: items.length, measure: '项' })}`
  const hint = late ? '如已完成请补登记' : '方便时安排'
  return { title, list, hint, sentence: `${title}：${list}${late ? '，' : '。'}${hint}` }
}

/** 9月没有还差的: the same once one has said of all of it that one cannot. */
export const nothingLeft = ({ month, overdue }: Pick<Round, 'month' | 'overdue'>): ReminderText => {
  const title = `${overdue ? periodLabel(month) : '本月'}没有还差的`
  return { title, list: '', hint: '都已说明，不作要求', sentence: title }
}
