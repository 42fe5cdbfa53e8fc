const EIGHT_HOURS = 28_800_000

/** The two 16-bit numbers of a .zip for an instant, on the clock of the county. */
export function dosTime(at: number): [time: number, date: number] {
  const day = new Date(at + EIGHT_HOURS)
  const time = (day.getUTCHours() << 11) | (day.getUTCMinutes() << 5) | (day.getUTCSeconds() >> 1)
  const date = ((day.getUTCFullYear() - 1980) << 9) | ((day.getUTCMonth() + 1) << 5) | day.getUTCDate()
  return [time, date]
}

/** Little-endian numbers of so many bytes each. */
export function packed(...fields: [bytes: 2 | 4, value: number][]): Buffer {
  const out = Buffer.alloc(fields.reduce((sum, [bytes]) => sum + bytes, 0))
  let place = 0
  for (const [bytes, value] of fields) {
    out.writeUIntLE(value >>> 0, place, bytes)
    place += bytes
  }
  return out
}
