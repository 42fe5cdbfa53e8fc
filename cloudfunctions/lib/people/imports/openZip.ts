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

const END = 0x06054b50
const END_64 = 0x06064b50
const LOCATOR_64 = 0x07064b50
const ENTRY = 0x02014b50
/** A size or place that stands in the ZIP64 field of its entry. */
const ELSEWHERE = 0xffffffff
/** The end record with the longest comment there may be. */
const TAIL = 65_557
const BACKSLASH = 0x5c
const SLASH = 0x2f

export interface OpenedZip {
  /** Readable by every reader: names have slashes. */
  bytes: Uint8Array
  /** Bytes it says it unpacks to; the reader holds every entry to what it said. */
  size: number
}

/** A number of eight bytes, as far as one of them counts. */
const long = (view: DataView, at: number): number => Number(view.getBigUint64(at, true))

interface Directory {
  entries: number
  at: number
}

function directoryOf(view: DataView): Directory | null {
  let end = view.byteLength - 22
  while (end >= Math.max(0, view.byteLength - TAIL) && view.getUint32(end, true) !== END) end -= 1
  if (end < 0 || view.getUint32(end, true) !== END) return null
  const near = { entries: view.getUint16(end + 10, true), at: view.getUint32(end + 16, true) }
  if (near.entries !== 0xffff && near.at !== ELSEWHERE) return near
  const locator = end - 20
  if (locator < 0 || view.getUint32(locator, true) !== LOCATOR_64) return null
  const far = long(view, locator + 8)
  if (far + 56 > view.byteLength || view.getUint32(far, true) !== END_64) return null
  return { entries: long(view, far + 32), at: long(view, far + 48) }
}

/** The unpacked size of an entry, which ZIP64 keeps first in its field of the extra ones; null when it is nowhere. */
function sizeOf(view: DataView, at: number): number | null {
  const size = view.getUint32(at + 24, true)
  if (size !== ELSEWHERE) return size
  const from = at + 46 + view.getUint16(at + 28, true)
  const until = Math.min(view.byteLength, from + view.getUint16(at + 30, true))
  for (let field = from; field + 12 <= until; field += 4 + view.getUint16(field + 2, true))
    if (view.getUint16(field, true) === 1) return long(view, field + 4)
  return null
}

/**
 * What a zip says of itself, read without unpacking; null when it is none. ZIP64 is read as any other. Some programs write the paths inside
 * with backslashes, by which no reader finds the parts of a workbook: they become slashes.
 */
export function openZip(original: Uint8Array): OpenedZip | null {
  const bytes = original.slice()
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const directory = directoryOf(view)
  if (!directory) return null
  let { at } = directory
  let size = 0
  for (let i = 0; i < directory.entries; i += 1) {
    if (at + 46 > bytes.length || view.getUint32(at, true) !== ENTRY) return null
    const unpacked = sizeOf(view, at)
    if (unpacked === null) return null
    size += unpacked
    const name = at + 46
    const after = name + view.getUint16(at + 28, true)
    for (let b = name; b < Math.min(after, bytes.length); b += 1) if (bytes[b] === BACKSLASH) bytes[b] = SLASH
    at = after + view.getUint16(at + 30, true) + view.getUint16(at + 32, true)
  }
  return { bytes, size }
}
