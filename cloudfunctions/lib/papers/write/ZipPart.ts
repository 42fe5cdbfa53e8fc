import { createHash } from 'node:crypto'
import { constants, deflateRawSync } from 'node:zlib'
import { crc32 } from './crc32'
import { dosTime, packed } from './zipFields'

/** How far a .zip has come that is made part by part: all that the next part has to know of those before it. */
export interface ZipSoFar {
  /** When it was begun (ms): what all its files are dated. */
  at: number
  /** Bytes of the parts, and of their lines in the directory. */
  bytes: number
  directory: number
  entries: number
  /** A file that goes on in the next part: CRC and bytes of what is in it, and what these are packed. It is the first of its .zip. */
  open?: { crc: number; size: number; packed: number }
  /** SHA-256 (base64) of every whole file, in their order: where a list of them stands behind them. */
  digests?: string[]
}

export const zipBegun = (at: number): ZipSoFar => ({ at, bytes: 0, directory: 0, entries: 0 })

interface Entry {
  name: Buffer
  /** 0: as it is; 8: deflated. */
  method: 0 | 8
  crc: number
  size: number
  packed: number
  offset: number
}

/** Names are UTF-8; and, of a file whose length is not known when it begins, CRC and lengths follow it. */
const UTF8 = 0x0800
const FOLLOWED = 0x0008
const VERSION = 20

/**
 * One part of a .zip that several calls make, none of which keeps anything: what a part adds is `content`, to be put behind the parts before,
 * and `directory`, to be put behind all parts; after the last one comes `end`. Files are stored as they are, since papers are packed already; one
 * at the beginning may be deflated piece by piece over many parts, so that a book of hundreds of pages is never whole in memory.
 */
export class ZipPart {
  private readonly contents: Buffer[] = []
  private readonly lines: Buffer[] = []
  soFar: ZipSoFar

  constructor(before: ZipSoFar) {
    this.soFar = before
  }

  /** A whole file. */
  add(name: string, content: Uint8Array): void {
    const size = content.length
    const entry = { method: 0, crc: crc32(content), size, packed: size, offset: this.soFar.bytes } as const
    this.header({ ...entry, name: Buffer.from(name) }, UTF8)
    this.push(Buffer.from(content))
    this.line({ ...entry, name: Buffer.from(name) }, UTF8)
    const { digests } = this.soFar
    if (digests)
      this.soFar = {
        ...this.soFar,
        digests: [...digests, createHash('sha256').update(content).digest('base64')],
      }
  }

  /** A piece of the first file, which goes on until it is closed. */
  write(name: string, text: string): void {
    const piece = Buffer.from(text)
    if (!this.soFar.open) {
      this.header(
        { name: Buffer.from(name), method: 8, crc: 0, size: 0, packed: 0, offset: 0 },
        UTF8 | FOLLOWED,
      )
      this.soFar = { ...this.soFar, open: { crc: 0, size: 0, packed: 0 } }
    }
    this.deflate(piece, constants.Z_SYNC_FLUSH)
  }

  /** Ends the first file. */
  close(name: string): void {
    this.deflate(Buffer.alloc(0), constants.Z_FINISH)
    const { open } = this.soFar
    if (!open) return
    this.push(packed([4, 0x08074b50], [4, open.crc], [4, open.packed], [4, open.size]))
    this.line({ name: Buffer.from(name), method: 8, ...open, offset: 0 }, UTF8 | FOLLOWED)
    const { open: _, ...closed } = this.soFar
    this.soFar = closed
  }

  get content(): Buffer {
    return Buffer.concat(this.contents)
  }

  get directory(): Buffer {
    return Buffer.concat(this.lines)
  }

  /** What stands behind the directory of the whole. */
  get end(): Buffer {
    const { bytes, directory, entries } = this.soFar
    return packed(
      [4, 0x06054b50],
      [2, 0],
      [2, 0],
      [2, entries],
      [2, entries],
      [4, directory],
      [4, bytes],
      [2, 0],
    )
  }

  private deflate(piece: Buffer, finishFlush: number): void {
    const { open } = this.soFar
    if (!open) return
    const out = deflateRawSync(piece, { finishFlush })
    this.push(out)
    this.soFar = {
      ...this.soFar,
      open: {
        crc: crc32(piece, open.crc),
        size: open.size + piece.length,
        packed: open.packed + out.length,
      },
    }
  }

  private push(bytes: Buffer): void {
    this.contents.push(bytes)
    this.soFar = { ...this.soFar, bytes: this.soFar.bytes + bytes.length }
  }

  private header({ name, method, crc, size, packed: length }: Entry, flags: number): void {
    const [time, date] = dosTime(this.soFar.at)
    this.push(
      Buffer.concat([
        packed([4, 0x04034b50], [2, VERSION], [2, flags], [2, method], [2, time], [2, date]),
        packed([4, crc], [4, length], [4, size], [2, name.length], [2, 0]),
        name,
      ]),
    )
  }

  private line({ name, method, crc, size, packed: length, offset }: Entry, flags: number): void {
    const [time, date] = dosTime(this.soFar.at)
    const line = Buffer.concat([
      packed([4, 0x02014b50], [2, VERSION], [2, VERSION], [2, flags], [2, method], [2, time], [2, date]),
      packed([4, crc], [4, length], [4, size], [2, name.length], [2, 0], [2, 0], [2, 0], [2, 0], [4, 0]),
      packed([4, offset]),
      name,
    ])
    this.lines.push(line)
    const { directory, entries } = this.soFar
    this.soFar = { ...this.soFar, directory: directory + line.length, entries: entries + 1 }
  }
}
