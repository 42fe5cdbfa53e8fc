import { randomBytes } from 'node:crypto'
import path from 'node:path'
import type { Readable } from 'node:stream'
import { CloudError, invalidParam } from '../cloudError'
import { checkedPath, fileIdOf, pathOf } from './cloudPath'
import { FileStore, type StoredFile } from './FileStore'
import { Links, type Permit } from './Links'

/** Files a request may name, inclusive. */
const MOST_FILES = 50
const A_DAY = 86_400
/** Seconds an upload that was announced may take to begin. */
const UPLOAD_SECONDS = 900

interface StorageOptions {
  dataDir: string
  envId: string
  /** Signs the links; kept with the data, so that links outlive a restart. */
  secret: string
  now: () => number
  url: () => string
  rule?: 'READONLY' | 'PRIVATE' | undefined
  fileLimit?: number
}

export interface FileAnswer {
  code: string
  fileID: string
  tempFileURL?: string
  maxAge?: number
}

/** The cloud storage of one environment: announced uploads, links that run out, deletion. */
export class Storage {
  readonly store: FileStore
  readonly links: Links

  constructor(private readonly options: StorageOptions) {
    this.store = new FileStore(options.dataDir, options.fileLimit)
    this.links = new Links(options.secret, options.now)
  }

  static newSecret(): string {
    return randomBytes(32).toString('hex')
  }

  fileId(cloudPath: string): string {
    return fileIdOf(this.options.envId, cloudPath)
  }

  /** What `uploadFile` of the SDK asks for first. */
  announce(cloudPath: unknown): Record<string, string> {
    const name = checkedPath(cloudPath)
    const authorization = this.links.sign({ to: 'put', name }, UPLOAD_SECONDS)
    return {
      url: `${this.options.url()}/storage/upload`,
      token: 'local',
      authorization,
      fileId: this.fileId(name),
      cosFileId: this.store.keyOf(name),
    }
  }

  save({ name, owner = '' }: Pick<Permit, 'name' | 'owner'>, content: Readable): Promise<StoredFile> {
    return this.store.save({ path: name, owner, uploadedAt: this.options.now() }, content)
  }

  /** From a phone: everybody may add, only the owner may replace or delete, and read where the rule is 仅创建者可读写 (PRIVATE). */
  refuseOthers(cloudPath: string, openid: string): void {
    const present = this.store.find(cloudPath)
    if (openid === '' || (present !== undefined && present.owner !== openid))
      throw new CloudError('STORAGE_EXCEED_AUTHORITY', 'permission denied: the file belongs to somebody else')
  }

  /** What lies there may be read by everybody, by links that never expire: the cloud's own setting until somebody changes it. */
  get isOpenToAll(): boolean {
    return this.options.rule !== 'PRIVATE'
  }

  /** From a phone: whatever it is, or only what is one's own. */
  refuseReading(cloudPath: string, openid: string): void {
    if (!this.isOpenToAll) this.refuseOthers(cloudPath, openid)
  }

  private each(files: unknown, answer: (file: unknown) => FileAnswer): FileAnswer[] {
    if (!Array.isArray(files) || files.length === 0) throw invalidParam('the list of files is empty')
    if (files.length > MOST_FILES) throw invalidParam(`more than ${MOST_FILES} files in one request`)
    return files.map((file: unknown) => {
      const fileID = typeof file === 'string' ? file : String((file as { fileid?: unknown } | null)?.fileid)
      try {
        return answer(file)
      } catch (error) {
        if (error instanceof CloudError) return { code: error.code, fileID }
        throw error
      }
    })
  }

  private present(fileId: unknown): { name: string; fileID: string } {
    const name = pathOf(this.options.envId, fileId)
    if (this.store.find(name) === undefined)
      throw new CloudError('STORAGE_FILE_NONEXIST', 'storage file not exists')
    return { name, fileID: String(fileId) }
  }

  private url(name: string, seconds: number): string {
    const key = this.store.keyOf(name)
    const ending = /^\.\w{1,8}$/.exec(path.extname(name))?.[0] ?? ''
    return `${this.options.url()}/storage/${key}${ending}?sign=${this.links.sign({ to: 'get', name: key }, seconds)}`
  }

  /** `max_age` in seconds, a day when it is not given and at most. */
  downloadUrls(files: unknown, mayRead: (name: string) => void = () => undefined): FileAnswer[] {
    return this.each(files, (file) => {
      const { fileid, max_age: asked } = Object(file) as { fileid?: unknown; max_age?: unknown }
      const { name, fileID } = this.present(fileid)
      mayRead(name)
      const maxAge = asked ?? A_DAY
      if (!Number.isSafeInteger(maxAge) || (maxAge as number) <= 0)
        throw invalidParam('maxAge is not a number of seconds')
      const seconds = Math.min(maxAge as number, A_DAY)
      return { code: 'SUCCESS', fileID, tempFileURL: this.url(name, seconds), maxAge: seconds }
    })
  }

  remove(files: unknown, mayRemove: (name: string) => void = () => undefined): FileAnswer[] {
    return this.each(files, (file) => {
      const { name, fileID } = this.present(file)
      mayRemove(name)
      this.store.remove(name)
      return { code: 'SUCCESS', fileID }
    })
  }

  /** Every file, with a link for the console. */
  list(): (StoredFile & { fileID: string; url: string })[] {
    return this.store
      .list()
      .map((file) => ({ ...file, fileID: this.fileId(file.path), url: this.url(file.path, A_DAY) }))
  }
}
