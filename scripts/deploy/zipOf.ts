import { zipSync } from 'fflate'

/** The first day a zip knows: what is packed twice is the same. */
const DATE = new Date(1980, 0, 1)
/** Readable by everybody, writable by the owner, as Unix says it. */
const UNIX = 3
const READABLE = 0o100644 << 16

/** A zip of a few files, the same bytes for the same files. */
export const zipOf = (files: Record<string, Buffer>): Buffer =>
  Buffer.from(
    zipSync(Object.fromEntries(Object.entries(files).sort(([a], [b]) => (a < b ? -1 : 1))), {
      level: 9,
      mtime: DATE,
      os: UNIX,
      attrs: READABLE,
    }),
  )
