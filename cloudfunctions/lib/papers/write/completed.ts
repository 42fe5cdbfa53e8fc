import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate'
import { fontTable } from './layout'

/** The parts of a file by their names. */
export type Parts = Record<string, Uint8Array>

const dates = /(<dcterms:(created|modified)[^>]*>)[^<]*/g

/** What a packed .docx is made of, with what docx leaves out or reads from a clock of its own: the table of fonts, and when it was made (`now`, ms). */
export function completed(packed: Uint8Array, now: number): Parts {
  const parts = unzipSync(packed)
  const at = new Date(now).toISOString().replace(/\.\d+Z$/, 'Z')
  const core = strFromU8(parts['docProps/core.xml'] ?? new Uint8Array()).replace(dates, `$1${at}`)
  return { ...parts, 'word/fontTable.xml': strToU8(fontTable), 'docProps/core.xml': strToU8(core) }
}

/** Packed again, each part dated `now`. */
export const zipped = (parts: Parts, now: number): Uint8Array => zipSync(parts, { mtime: now, level: 6 })
