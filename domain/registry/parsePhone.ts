/** What a cell says of a telephone. */
export interface Phone {
  /** Last four digits of a mobile number. */
  tail?: string
  /** The mobile number whole, where the cell has it: for its hash, kept nowhere. */
  whole?: string
  /** A number of three to six digits, as offices have inside: nobody's mobile. */
  short?: string
}

/** What spreadsheets and people put around a number: ="138…", '138…, `138…, 13800001234.0. */
const bare = (part: string): string =>
  part
    .replace(/^=/, '')
    .replace(/["'`’‘“”]/g, '')
    .replace(/(?<=\d{4})\.0+$/, '')
    .replace(/[\s().（）-]/g, '')
    .replace(/^[^\d+*]+/, '')
    .replace(/^(\+|00)?86(?=1)/, '')

/** 1.3812345678E+10 with all its digits; one with fewer has lost some. */
const fromExponent = (part: string): string =>
  part.replace(/^(\d)\.(\d{10})E\+?10$/i, (_, first: string, rest: string) => first + rest)

function readPart(part: string, isTailColumn: boolean): Phone | null {
  const number = bare(fromExponent(part.trim()))
  const tail = number.slice(-4)
  if (/^1[3-9]\d{9}$/.test(number)) return { tail, whole: number }
  // Four digits are the end of a number only where the title asks for it: elsewhere they are a number of their own.
  if (/^1[3-9]\d\*{4}\d{4}$/.test(number) || (isTailColumn && /^\d{4}$/.test(number))) return { tail }
  return /^\d{3,6}$/.test(number) ? { short: number } : null
}

/**
 * The mobile number of a cell: `parsePhone('+86 138-0000-1234', false) // { tail: '1234', whole: '13800001234' }`. Of several the first
 * whole one; a number shown with stars still ends in its last four. `isTailColumn`: the title asks for the last four digits alone. `null`: no
 * number, or one whose digits are lost.
 */
export function parsePhone(text: string, isTailColumn: boolean): Phone | null {
  const parts = text.split(/[/、,，;；|]|(?<=\d{11}) (?=\d)/).map((part) => readPart(part, isTailColumn))
  const found = parts.filter((part) => part !== null)
  return found.find(({ whole }) => whole) ?? found.find(({ tail }) => tail) ?? found[0] ?? null
}
