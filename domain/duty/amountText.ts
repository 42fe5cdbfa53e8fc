import type { PeriodKind } from '../time/period'
import type { Duty } from './duty'

const every: Record<PeriodKind, string> = {
  month: '每月',
  quarter: '每季度',
  half: '每半年',
  year: '每年',
}

/** How often a rule asks for something: `amountText({ minimum: 2, period: 'month', measure: '次' }) // '每月至少 2 次'` */
export const amountText = ({
  minimum,
  period,
  measure,
}: Pick<Duty, 'minimum' | 'period' | 'measure'>): string =>
  minimum === null ? '定期，不设次数' : `${every[period]}至少 ${minimum} ${measure}`
