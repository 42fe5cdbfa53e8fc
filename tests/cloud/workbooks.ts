import zlib from 'node:zlib'
import { writeXlsx } from 'hucre/xlsx'

/** A workbook of one sheet with this data. */
export async function withSheet(data: string): Promise<Uint8Array> {
  const plain = Buffer.from(await writeXlsx({ sheets: [{ name: '名册', rows: [['placeholder']] }] }))
  const parts: { name: Buffer; content: Buffer }[] = []
  let at = plain.indexOf('PK\u0001\u0002', 0, 'latin1')
  while (at >= 0 && plain.readUInt32LE(at) === 0x02014b50) {
    const [method, packed, length] = [
      plain.readUInt16LE(at + 10),
      plain.readUInt32LE(at + 20),
      plain.readUInt16LE(at + 28),
    ]
    const name = plain.subarray(at + 46, at + 46 + length)
    const local = plain.readUInt32LE(at + 42)
    const start = local + 30 + plain.readUInt16LE(local + 26) + plain.readUInt16LE(local + 28)
    const raw = plain.subarray(start, start + packed)
    const text = (method === 8 ? zlib.inflateRawSync(raw) : raw).toString()
    const content = name.toString().endsWith('sheet1.xml')
      ? text
          .replace(/<dimension[^>]*>/, '')
          .replace(/<sheetData>.*<\/sheetData>/s, `<sheetData>${data}</sheetData>`)
      : text
    parts.push({ name: Buffer.from(name), content: Buffer.from(content) })
    at += 46 + length + plain.readUInt16LE(at + 30) + plain.readUInt16LE(at + 32)
  }
  return zipOf(parts)
}

/** The check sum of a zip's entries. */
function crc32(data: Buffer): number {
  let crc = 0xffffffff
  for (const byte of data) {
    crc ^= byte
    for (let bit = 0; bit < 8; bit += 1) crc = crc & 1 ? (crc >>> 1) ^ 0xedb88320 : crc >>> 1
  }
  return (crc ^ 0xffffffff) >>> 0
}

function zipOf(parts: readonly { name: Buffer; content: Buffer }[]): Uint8Array {
  const locals: Buffer[] = []
  const entries: Buffer[] = []
  let offset = 0
  for (const { name, content } of parts) {
    const head = Buffer.alloc(30)
    head.writeUInt32LE(0x04034b50, 0)
    head.writeUInt32LE(crc32(content), 14)
    head.writeUInt32LE(content.length, 18)
    head.writeUInt32LE(content.length, 22)
    head.writeUInt16LE(name.length, 26)
    const entry = Buffer.alloc(46)
    entry.writeUInt32LE(0x02014b50, 0)
    head.copy(entry, 16, 14, 28)
    entry.writeUInt32LE(offset, 42)
    locals.push(head, name, content)
    entries.push(entry, name)
    offset += 30 + name.length + content.length
  }
  const directory = Buffer.concat(entries)
  const end = Buffer.alloc(22)
  end.writeUInt32LE(0x06054b50, 0)
  end.writeUInt16LE(parts.length, 8)
  end.writeUInt16LE(parts.length, 10)
  end.writeUInt32LE(directory.length, 12)
  end.writeUInt32LE(offset, 16)
  return Buffer.concat([...locals, directory, end])
}
