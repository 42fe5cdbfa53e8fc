/** Delimiters in a line that make it look like a row of its own. */
const FEW = 2

/**
 * The row (from 1) in which a quote begins that never closes, or that closes only after whole rows of the table: those would be swallowed as
 * the text of one cell. null: every quote is in order. Quotes are read as in RFC 4180: one opens at the start of a cell, "" is a sign.
 */
export function openQuote(text: string, delimiter: string): number | null {
  let row = 1
  let isStart = true
  let opened = 0
  /** Delimiters since the last line break inside quotes; -1 before the first break. */
  let inside = -1
  for (let i = 0; i < text.length; i += 1) {
    const sign = text.charAt(i)
    const isBreak = sign === '\n' || (sign === '\r' && text.charAt(i + 1) !== '\n')
    if (opened > 0) {
      if (sign === '"' && text.charAt(i + 1) === '"') i += 1
      else if (sign === '"') opened = 0
      else if (isBreak && inside >= FEW) return opened
      else if (isBreak) inside = 0
      else if (sign === delimiter && inside >= 0) inside += 1
    } else if (sign === '"' && isStart) {
      opened = row
      inside = -1
      isStart = false
    } else {
      if (isBreak) row += 1
      isStart = isBreak || sign === '\r' || sign === delimiter
    }
  }
  return opened > 0 ? opened : null
}
