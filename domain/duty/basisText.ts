import type { Basis } from './duty'
import { isUnchecked } from './sources'

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
