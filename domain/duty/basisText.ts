import type { Basis } from './duty'

/**
 * 依据: a document with its 文号 and article; without a number it is still to be supplied, and the page says so.
 * `basisText({ document: '通知', number: '县直工发〔2026〕3号', article: '第四条' }) // '依据：通知（县直工发〔2026〕3号）第四条'`
 */
export const basisText = ({ document, number, article = '' }: Basis): string =>
  number === undefined ? `依据待补：${document}${article}` : `依据：${document}（${number}）${article}`
