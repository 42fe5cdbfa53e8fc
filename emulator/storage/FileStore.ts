import { createHash, randomBytes } from 'node:crypto'
import fs from 'node:fs'
import path from 'node:path'
import type { Readable } from 'node:stream'

/** Bytes of one file, inclusive. The emulator's own limit. */
const FILE_LIMIT = 50 * 1024 * 1024
/** More than the longest path can need. */
const HEADER_LIMIT = 8192
const PART = '.part'
// Windows has no such flag.
const NO_FOLLOW = (fs.constants as { O_NOFOLLOW?: number }).O_NOFOLLOW ?? 0

export interface StoredFile {
  path: string
  /** Bytes. */
  size: number
  /** Emulated milliseconds. */
  uploadedAt: number
  /** Who uploaded it from a phone; empty when a function did. */
  owner: string
}

export class FileTooLarge extends Error {
  override readonly name = 'FileTooLarge'
}

async function* limited(content: Readable, limit: number): AsyncGenerator<Buffer> {
  let size = 0
  // A request that is refused half-way must stay open for its answer.
  for await (const chunk of content.iterator({ destroyOnReturn: false }) as AsyncIterable<Buffer>) {
    size += chunk.length
    if (size > limit) throw new FileTooLarge(`the file is larger than ${limit} bytes`)
    yield chunk
  }
}

async function syncFolder(folder: string): Promise<void> {
  // Windows cannot open a folder; there the rename is as durable as it gets.
  const handle = await fs.promises.open(folder, 'r').catch(() => undefined)
  await handle?.sync().catch(() => undefined)
  await handle?.close()
}

/**
 * Files of the cloud storage in one flat folder. A file's name on disk is the hash of its cloud path, so no path can
 * lead anywhere else; a first line of JSON says what it is, so that one rename makes a file whole. Nothing is kept in
 * memory: the folder may be exchanged while the emulator runs.
 */
export class FileStore {
  readonly folder: string

  constructor(
    dataDir: string,
    private readonly limit = FILE_LIMIT,
  ) {
    this.folder = path.join(dataDir, 'storage')
    if (fs.lstatSync(this.folder, { throwIfNoEntry: false })?.isSymbolicLink() === true)
      throw new Error(`${this.folder} is a link; the files of the cloud must stay in the data folder`)
    fs.mkdirSync(this.folder, { recursive: true })
    for (const name of fs.readdirSync(this.folder))
      if (name.endsWith(PART)) fs.rmSync(path.join(this.folder, name), { force: true })
  }

  private fileOf(cloudPath: string): string {
    return path.join(this.folder, createHash('sha256').update(cloudPath).digest('hex'))
  }

  /** On disk when this resolves; a failed upload leaves what was there before. */
  async save(
    head: Pick<StoredFile, 'path' | 'uploadedAt' | 'owner'>,
    content: Readable,
  ): Promise<StoredFile> {
    fs.mkdirSync(this.folder, { recursive: true })
    const part = path.join(this.folder, `${randomBytes(8).toString('hex')}${PART}`)
    try {
      const handle = await fs.promises.open(part, 'wx')
      try {
        await handle.write(`${JSON.stringify(head)}\n`)
        for await (const chunk of limited(content, this.limit)) await handle.writeFile(chunk)
        await handle.sync()
      } finally {
        await handle.close()
      }
      await fs.promises.rename(part, this.fileOf(head.path))
      await syncFolder(this.folder)
    } catch (error) {
      fs.rmSync(part, { force: true })
      throw error
    }
    const stored = this.find(head.path)
    if (stored === undefined) throw new Error(`${head.path} was saved and is gone`)
    return stored
  }

  /** Opens without following links; what is not a file of this store reads as missing. */
  private open(file: string): { fd: number; stored: StoredFile; start: number } | undefined {
    let fd: number
    try {
      fd = fs.openSync(file, fs.constants.O_RDONLY | NO_FOLLOW)
    } catch {
      return undefined
    }
    try {
      const stat = fs.fstatSync(fd)
      const head = Buffer.alloc(Math.min(HEADER_LIMIT, stat.size))
      fs.readSync(fd, head, 0, head.length, 0)
      const start = head.indexOf('\n') + 1
      const stored = JSON.parse(head.subarray(0, start).toString('utf8')) as StoredFile
      if (this.fileOf(stored.path) !== file) throw new Error('the file is not in its place')
      return { fd, stored: { ...stored, size: stat.size - start }, start }
    } catch {
      fs.closeSync(fd)
      return undefined
    }
  }

  find(cloudPath: string): StoredFile | undefined {
    const opened = this.open(this.fileOf(cloudPath))
    if (opened !== undefined) fs.closeSync(opened.fd)
    return opened?.stored
  }

  /** The file a link means by the name it has on disk; the reader closes it. */
  read(key: string): { stored: StoredFile; content: Readable } | undefined {
    const opened = /^[0-9a-f]{64}$/.test(key) ? this.open(path.join(this.folder, key)) : undefined
    if (opened === undefined) return undefined
    const { fd, start, stored } = opened
    return { stored, content: fs.createReadStream('', { fd, start }) }
  }

  keyOf(cloudPath: string): string {
    return path.basename(this.fileOf(cloudPath))
  }

  /** False when there was none. */
  remove(cloudPath: string): boolean {
    if (this.find(cloudPath) === undefined) return false
    fs.rmSync(this.fileOf(cloudPath), { force: true })
    return true
  }

  /** By path. */
  list(): StoredFile[] {
    const names = fs.existsSync(this.folder) ? fs.readdirSync(this.folder) : []
    return names
      .flatMap((name) => {
        const opened = this.open(path.join(this.folder, name))
        if (opened === undefined) return []
        fs.closeSync(opened.fd)
        return [opened.stored]
      })
      .sort((a, b) => (a.path < b.path ? -1 : 1))
  }
}
