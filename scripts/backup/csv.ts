/** Read as text by every spreadsheet, and as a formula by none. */
function cell(value: string | number | undefined): string {
  const text = value === undefined ? '' : String(value)
  const safe = /^[=+\-@\t]/.test(text) && Number.isNaN(Number(text)) ? `'${text}` : text
  return /[",\r\n]/.test(safe) ? `"${safe.replace(/"/g, '""')}"` : safe
}

export type Line = (string | number | undefined)[]

/** Lines as RFC 4180 has them, with the mark by which spreadsheets know UTF-8. */
export const csvOf = (head: readonly string[], lines: readonly Line[]): string =>
  `\uFEFF${[[...head], ...lines].map((line) => line.map(cell).join(',')).join('\r\n')}\r\n`
