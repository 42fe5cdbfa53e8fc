import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate'
import { fontTable } from './layout'

const dates = /(<dcterms:(created|modified)[^>]*>)[^<]*/g

/** A .docx with what docx leaves out or reads from a clock of its own: the table of fonts, and when the paper was made (`now`, ms). */
export function completed(packed: Uint8Array, now: number): Uint8Array {
  const parts = unzipSync(packed)
  const at = new Date(now).toISOString().replace(/\.\d+Z$/, 'Z')
  const core = strFromU8(parts['docProps/core.xml'] ?? new Uint8Array()).replace(dates, `$1${at}`)
  const whole = { ...parts, 'word/fontTable.xml': strToU8(fontTable), 'docProps/core.xml': strToU8(core) }
  return zipSync(whole, { mtime: now, level: 6 })
}
