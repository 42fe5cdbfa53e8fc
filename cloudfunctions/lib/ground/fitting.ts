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
