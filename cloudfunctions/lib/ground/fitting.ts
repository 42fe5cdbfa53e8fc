/** Bytes of an answer to a phone, with room for what the envelope adds. */
const MOST = 90_000

const bytesOf = (value: unknown): number => Buffer.byteLength(JSON.stringify(value)) + 1

/** As many of the first rows as go to a phone at once beside the rest of an answer; one at least, where there is one. */
export function fitting<T>(rows: readonly T[], rest: object): T[] {
  let bytes = bytesOf(rest)
  const end = rows.findIndex((row, i) => {
    bytes += bytesOf(row)
    return i > 0 && bytes > MOST
  })
  return rows.slice(0, end === -1 ? undefined : end)
}

/** As `partFrom`, of rows that were read from one on; `isAll`: none comes after them. */
export function partOf<T>(
  read: { rows: readonly T[]; isAll: boolean },
  from: number,
  rest: object,
): { rows: T[]; next?: number } {
  const rows = fitting(read.rows, rest)
  const isLast = read.isAll && rows.length === read.rows.length
  return { rows, ...(!isLast && { next: from + rows.length }) }
}

/** Of an answer that comes in parts: the rows from one on (0 first) that go at once, and where the next ones begin when there are more. */
export function partFrom<T>(all: readonly T[], from: number, rest: object): { rows: T[]; next?: number } {
  return partOf({ rows: all.slice(from), isAll: true }, from, rest)
}
