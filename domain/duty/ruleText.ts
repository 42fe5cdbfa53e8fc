import type { PeriodKind } from '../time/period'
import type { Basis, Duty } from './duty'
import { isUnchecked } from './sources'

/** The rule in one sentence with its minimum filled in; 定期, without a minimum, it says 若干 where a number stood. */
export const ruleText = ({ text, minimum }: Pick<Duty, 'text' | 'minimum'>): string =>
  minimum === null ? text.replace(/ ?\{n\} ?/g, '若干') : text.replace(/\{n\}/g, `${minimum}`)

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

/**
 * A source in one line: document and article first, then its 文号, or that it is still to be supplied; 依据待核 where no full text was read.
 * `basisLine({ document: '通知', number: '县直工发〔2026〕3号', article: '第四条' }) // '通知第四条（县直工发〔2026〕3号）'`
 */
export const basisLine = (basis: Basis): string => {
  const { document, number, article = '' } = basis
  return `${document}${article}（${number ?? '文号待补'}${isUnchecked(basis) ? '，依据待核' : ''}）`
}

/** 依据：通知第四条（县直工发〔2026〕3号） */
export const basisText = (basis: Basis): string => `依据：${basisLine(basis)}`
