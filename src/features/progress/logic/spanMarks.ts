import type { SpanOf } from '@domain/contract/span'
import { type GapNow, gapNow } from '@domain/progress/gapNow'
import { stillMissing } from '@domain/progress/gapWords'
import { totalOver } from '@domain/progress/totalOver'
import type { Period, PeriodKind } from '@domain/time/period'
import { dayOf } from '@domain/time/day'
import { notCountedOf } from '@/words/notCounted'
import { notOwedSentences } from '../sentences/notOwed'

export type SpanRow = SpanOf['sections'][number]['rows'][number]
export type SpanCell = SpanRow['cells'][number]

/** How a period of a duty is drawn. `gap`: missing where it presses; `open`: missing, and its last week is still ahead; `none`: over, and nothing there. */
export type Mark = 'done' | 'part' | 'planned' | 'gap' | 'open' | 'none' | 'free' | 'ahead'

/** In the order of the legend. */
export const marks: readonly Mark[] = ['done', 'part', 'planned', 'gap', 'open', 'none', 'free', 'ahead']

const isHeld = ({ doneBy }: Pick<SpanRow, 'doneBy'>) => doneBy === 'holding'

/** What the mark means, in the words of what is held or done. */
export const markWords = (mark: Mark, row: Pick<SpanRow, 'doneBy'>): string =>
  ({
    done: isHeld(row) ? '已开展' : '已完成',
    part: isHeld(row) ? '部分开展' : '部分完成',
    planned: '已安排或待确认',
    gap: '还差',
    open: '本期未完',
    none: '暂无记录',
    free: '不要求',
    ahead: '没到时间',
  })[mark]

/** How nothing at all is drawn. */
const notYet: Record<GapNow, Mark> = { pressing: 'gap', open: 'open', over: 'none' }

/** Nothing of a period that is over or has not begun is 还差. */
export function markOf(cell: SpanCell | undefined, period: Period, now: number): Mark {
  if (!cell || cell.state === 'not_owed') return 'free'
  if (cell.state === 'done') return 'done'
  if (cell.state === 'planned' || cell.state === 'waiting') return 'planned'
  if (period.from > dayOf(now)) return 'ahead'
  if (cell.state === 'not_held') return 'free'
  if (cell.state === 'recorded') return cell.done > 0 ? 'done' : 'free'
  if (cell.done > 0) return 'part'
  return notYet[gapNow({ ...cell, period }, now) ?? 'open']
}

const numberOf = ({ done, needed }: SpanCell, measure: string) =>
  needed === null || done >= needed ? `${done} ${measure}` : `${done}/${needed} ${measure}`

/** What a line under the chosen duty says of one period: what is there, what was entered late, or why it does not count. */
export function cellWords(cell: SpanCell, row: SpanRow, period: Period, now: number): string {
  const mark = markOf(cell, period, now)
  const late = cell.late > 0 ? `，其中补录 ${cell.late}` : ''
  if (cell.notOwed) return notOwedSentences[cell.notOwed]
  if (cell.state === 'not_held') return '支部没有开展，不算本人的'
  if (mark === 'done') return `${markWords('done', row)} ${numberOf(cell, row.measure)}${late}`
  if (cell.missingNames.length > 0 && cell.done > 0) return `${cell.missingNames.join('、')}暂无记录${late}`
  if (cell.state === 'waiting') return '待确认'
  if (mark === 'planned') return '已安排'
  if (cell.reason !== undefined) return notCountedOf(cell.reason).text
  const pressing = gapNow({ ...cell, period }, now) === 'pressing' ? stillMissing({ ...cell, ...row }) : ''
  if (mark === 'part')
    return `已有 ${numberOf(cell, row.measure)}${pressing === '' ? '' : `，${pressing}`}${late}`
  return pressing === '' ? '暂无记录' : pressing
}

/** 25 场，应开展 27: of the periods that have begun, and of those alone that ask for something; more than one asks for fills no other. */
export function totalWords(row: SpanRow, periods: ReadonlyMap<string, Period>, now: number): string {
  const told = row.cells.flatMap((cell) => {
    const period = periods.get(cell.key)
    return period ? [{ ...cell, period }] : []
  })
  const { done, needed } = totalOver(told, dayOf(now))
  return needed === 0
    ? `${done} ${row.measure}`
    : `${done} ${row.measure}，${isHeld(row) ? '应开展' : '要求'} ${needed}`
}

export const headings: Record<PeriodKind, string> = {
  month: '每月',
  quarter: '每季度',
  half: '每半年',
  year: '每年',
}
