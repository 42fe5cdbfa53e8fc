import { copyLabels, orderOf } from './copyOrder'
import { type MeetingRecord, minutesFields } from './minutesFields'

export interface CopyField {
  label: string
  text: string
}

/** 逐栏复制: the texts of 会议记录 one by one, whole however long; an empty one is 无. Who is not settled yet is in none of them. */
export function copyFields(record: MeetingRecord): CopyField[] {
  const fields = minutesFields({ record, organisation: '', carries: ['lecture'], waiting: 0 })
  return orderOf(record.copyOrder).map((column) => {
    const label = copyLabels[column]
    const lines = fields.find((field) => field.label === label)?.lines ?? []
    return { label, text: lines.length > 0 ? lines.join(column === 'agenda' ? '\n' : '；') : '无' }
  })
}
