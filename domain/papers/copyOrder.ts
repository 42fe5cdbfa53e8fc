import { copyColumns } from '../contract/lists'
import type { CopyColumn } from '../contract/words'
import { wholeOrder } from './order'

/** The names of the columns, which are those of 会议记录. */
export const copyLabels: Record<CopyColumn, string> = {
  title: '会议名称',
  when: '时间',
  place: '地点',
  chair: '主持人',
  recorder: '记录人',
  expected: '应到',
  attended: '实到',
  absent: '缺席人员及原因',
  topic: '主题',
  agenda: '议程',
  lecturer: '讲课人',
}

/** What a provincial form asks of a meeting, in its customary order. */
export const provincialOrder: readonly CopyColumn[] = copyColumns

/** Every column once: as the county has put them, those it has never heard of last, in the province's order. */
export const orderOf = (saved: readonly CopyColumn[] = []): CopyColumn[] => wholeOrder(saved, provincialOrder)
