import { createHash } from 'node:crypto'
import { requestId } from './requestId'
import { textOf } from './retry'

/**
 * What of an error may stand in a log: texts in quotes, Chinese words, WeChat identities and long numbers are left out, for they may be
 * somebody's. `withoutPeople('dup key: { name: "张三" }') // 'dup key: { name: "…" }'`
 */
export const withoutPeople = (text: string): string =>
  text
    .replace(/"[^"\n]*"/g, '"…"')
    .replace(/[\u3400-\u9fff]+/g, '…')
    .replace(/\bo[\w-]{27}\b/g, '…')
    .replace(/\d{7,}/g, '…')

/** Six digits by which whoever reads them out on the telephone leads to the line in the log. `caseNumber('a request') // '054397'` */
export const caseNumber = (id: string): string => {
  const hex = createHash('sha256').update(id).digest('hex').slice(0, 12)
  return String(parseInt(hex, 16) % 1_000_000).padStart(6, '0')
}

/** Writes down that something unexpected happened, under a number that is given back; nothing of a person stands in it. */
export function logFailure(error: unknown, ...about: readonly string[]): string {
  const number = caseNumber(requestId())
  const told = error instanceof Error && error.stack !== undefined ? error.stack : textOf(error)
  console.error(number, requestId(), ...about, withoutPeople(told))
  return number
}
