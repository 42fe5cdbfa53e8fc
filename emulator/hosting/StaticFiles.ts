import fs from 'node:fs'
import type { IncomingMessage, ServerResponse } from 'node:http'
import path from 'node:path'
import { gzipSync } from 'node:zlib'
import { contentType } from '../contentType'

const compressible = new Set(['.html', '.js', '.css', '.json', '.svg', '.txt', '.map'])

/** A name with a content hash, as `app.3f2a9c1b.js`, never changes its content. */
const isHashed = (name: string) => /[.-][0-9a-f]{8,}\.\w+$/.test(name)

interface Cached {
  mtimeMs: number
  plain: Buffer
  zipped: Buffer | undefined
}

/** Files of one folder over HTTP; nothing outside the folder is reachable. */
export class StaticFiles {
  private readonly root: string
  private readonly cache = new Map<string, Cached>()

  constructor(folder: string) {
    this.root = path.resolve(folder)
  }

  private fileOf(pathname: string): string | undefined {
    let decoded: string
    try {
      decoded = decodeURIComponent(pathname)
    } catch {
      return undefined
    }
    if (decoded.includes('\0') || decoded.includes('\\')) return undefined
    const file = path.join(this.root, decoded.endsWith('/') ? `${decoded}index.html` : decoded)
    if (!file.startsWith(this.root + path.sep)) return undefined
    try {
      const real = fs.realpathSync(file)
      const isInside = real.startsWith(fs.realpathSync(this.root) + path.sep)
      return isInside && fs.statSync(real).isFile() ? real : undefined
    } catch {
      return undefined
    }
  }

  private load(file: string): Cached {
    const { mtimeMs } = fs.statSync(file)
    let cached = this.cache.get(file)
    if (cached?.mtimeMs !== mtimeMs) {
      const plain = fs.readFileSync(file)
      cached = { mtimeMs, plain, zipped: compressible.has(path.extname(file)) ? gzipSync(plain) : undefined }
      this.cache.set(file, cached)
    }
    return cached
  }

  /** False when there is no such file. */
  serve(pathname: string, request: IncomingMessage, response: ServerResponse): boolean {
    const file = this.fileOf(pathname)
    if (file === undefined) return false
    const { plain, zipped } = this.load(file)
    const zip = zipped !== undefined && /\bgzip\b/.test(request.headers['accept-encoding']?.toString() ?? '')
    const body = zip ? zipped : plain
    response.writeHead(200, {
      'content-type': contentType(file),
      'content-length': body.length,
      'cache-control': isHashed(path.basename(file)) ? 'public, max-age=31536000, immutable' : 'no-cache',
      'x-content-type-options': 'nosniff',
      ...(zip ? { 'content-encoding': 'gzip' } : {}),
      ...(zipped === undefined ? {} : { vary: 'accept-encoding' }),
    })
    response.end(request.method === 'HEAD' ? undefined : body)
    return true
  }
}
