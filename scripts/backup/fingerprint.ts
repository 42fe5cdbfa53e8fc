import { createHash } from 'node:crypto'

type Json = Record<string, unknown>

const numbers = ['$numberInt', '$numberLong', '$numberDouble']

function plain(_key: string, value: unknown): unknown {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return value
  const [[name, inner] = ['', undefined], more] = Object.entries(value)
  if (more !== undefined) return value
  if (numbers.includes(name)) return Number(inner)
  if (name === '$date') return { $date: new Date(inner as string | number).getTime() }
  return value
}

/** A row in one spelling: a cloud may write numbers and dates as EJSON's canonical form has them, or as its relaxed one. */
export const plainRow = (row: string): Json => JSON.parse(row, plain) as Json

const sha256 = (text: string | Buffer): string => createHash('sha256').update(text).digest('hex')

/** Of one row, whatever way its numbers and dates are written. */
export const printOfRow = (row: string): string => sha256(JSON.stringify(plainRow(row)))

/** Of many rows, in whatever order they came. */
export const printOfRows = (prints: Iterable<string>): string => sha256([...prints].sort().join('\n'))

export const printOfFile = (content: Buffer): string => sha256(content)
