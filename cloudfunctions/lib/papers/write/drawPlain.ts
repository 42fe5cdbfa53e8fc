import { zlibSync } from 'fflate'
import { encode } from 'uqr'

/** Modules of white around a code, as ISO/IEC 18004 asks. */
const RIM = 4
/** Pixels of a module: at 45 mm a printer has enough of them. */
const UNIT = 12

function crc32(bytes: Uint8Array): number {
  let crc = 0xffffffff
  for (const byte of bytes) {
    crc ^= byte
    for (let bit = 0; bit < 8; bit += 1) crc = crc & 1 ? (crc >>> 1) ^ 0xedb88320 : crc >>> 1
  }
  return ~crc >>> 0
}

function chunk(name: string, data: Uint8Array): Uint8Array {
  const out = new Uint8Array(data.length + 12)
  const view = new DataView(out.buffer)
  view.setUint32(0, data.length)
  out.set(Buffer.from(name, 'latin1'), 4)
  out.set(data, 8)
  view.setUint32(data.length + 8, crc32(out.subarray(4, data.length + 8)))
  return out
}

/** A picture of one bit a pixel, white where `isDark` says no. */
function png(side: number, isDark: (x: number, y: number) => boolean): Uint8Array {
  const stride = Math.ceil(side / 8) + 1
  // Each line begins with the kind of its filter: none.
  const lines = new Uint8Array(stride * side)
  for (let y = 0; y < side; y += 1)
    for (let x = 0; x < side; x += 1)
      if (!isDark(x, y))
        lines[y * stride + 1 + (x >> 3)] = (lines[y * stride + 1 + (x >> 3)] ?? 0) | (0x80 >> (x & 7))
  const head = new Uint8Array(13)
  const view = new DataView(head.buffer)
  view.setUint32(0, side)
  view.setUint32(4, side)
  head[8] = 1
  const signature = Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a)
  const parts = [
    signature,
    chunk('IHDR', head),
    chunk('IDAT', zlibSync(lines)),
    chunk('IEND', new Uint8Array(0)),
  ]
  return Uint8Array.from(Buffer.concat(parts))
}

/** A plain code to be printed, as a PNG: a quarter of it may be soiled (level Q). */
export function drawPlain(text: string): Uint8Array {
  const { data, size } = encode(text, { ecc: 'Q', border: RIM })
  return png(size * UNIT, (x, y) => data[Math.floor(y / UNIT)]?.[Math.floor(x / UNIT)] === true)
}
