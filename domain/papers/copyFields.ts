import { type MeetingRecord, minutesFields } from './minutesFields'

/** What a provincial form asks of a meeting, in its customary order, by the names of 会议记录. */
const order = [
  '会议名称',
  '时间',
  '地点',
  '主持人',
  '记录人',
  '应到',
  '实到',
  '缺席人员及原因',
  '主题',
  '议程',
  '讲课人',
] as const

export interface CopyField {
  label: string
  text: string
}

/** 逐栏复制: the texts of 会议记录 one by one, whole however long; an empty one is 无. Who is not settled yet is in none of them. */
export function copyFields(record: MeetingRecord): CopyField[] {
  const fields = minutesFields({ record, organisation: '', carries: ['lecture'], waiting: 0 })
  return order.map((label) => {
    const lines = fields.find((field) => field.label === label)?.lines ?? []
    return { label, text: lines.length > 0 ? lines.join(label === '议程' ? '\n' : '；') : '无' }
  })
}
