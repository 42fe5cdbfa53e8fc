import { deflateRawSync } from 'node:zlib'

const table = Array.from({ length: 256 }, (_, byte) => {
  let value = byte
  for (let bit = 0; bit < 8; bit += 1) value = value & 1 ? 0xedb88320 ^ (value >>> 1) : value >>> 1
  return value >>> 0
})

const crcOf = (bytes: Buffer): number => {
  let crc = 0xffffffff
  for (const byte of bytes) crc = (table[(crc ^ byte) & 0xff] ?? 0) ^ (crc >>> 8)
  return (crc ^ 0xffffffff) >>> 0
}

/** 1 January 1980, the earliest a zip knows: what is packed twice is the same. */
const DATE = 0x21

/** What local and central headers say alike of a file. */
function described(name: string, bytes: Buffer, packed: Buffer): Buffer {
  const head = Buffer.alloc(26)
  head.writeUInt16LE(20, 0)
  // Names are UTF-8.
  head.writeUInt16LE(0x800, 2)
  head.writeUInt16LE(8, 4)
  head.writeUInt16LE(0, 6)
  head.writeUInt16LE(DATE, 8)
  head.writeUInt32LE(crcOf(bytes), 10)
  head.writeUInt32LE(packed.length, 14)
  head.writeUInt32LE(bytes.length, 18)
  head.writeUInt16LE(Buffer.byteLength(name), 22)
  return head
}

const local = Buffer.from([0x50, 0x4b, 3, 4])
const central = Buffer.from([0x50, 0x4b, 1, 2, 20, 3])

function endOf(files: number, size: number, offset: number): Buffer {
  const end = Buffer.alloc(22)
  end.write('PK\x05\x06', 0, 'latin1')
  end.writeUInt16LE(files, 8)
  end.writeUInt16LE(files, 10)
  end.writeUInt32LE(size, 12)
  end.writeUInt32LE(offset, 16)
  return end
}

/** A zip of a few files, the same bytes for the same files. */
export function zipOf(files: Record<string, Buffer>): Buffer {
  const bodies: Buffer[] = []
  const entries: Buffer[] = []
  let offset = 0
  for (const name of Object.keys(files).sort()) {
    const bytes = files[name] ?? Buffer.alloc(0)
    const packed = deflateRawSync(bytes, { level: 9 })
    const head = described(name, bytes, packed)
    const body = Buffer.concat([local, head, Buffer.from(name), packed])
    const place = Buffer.alloc(14)
    // Readable by everybody, writable by the owner.
    place.writeUInt32LE(0o100644 * 0x10000, 6)
    place.writeUInt32LE(offset, 10)
    bodies.push(body)
    entries.push(Buffer.concat([central, head, place, Buffer.from(name)]))
    offset += body.length
  }
  const directory = Buffer.concat(entries)
  return Buffer.concat([...bodies, directory, endOf(entries.length, directory.length, offset)])
}
