import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { type CollectionName, declarations } from '@cloud/lib/store/collections/collections'
import { contractVersion } from '@domain/contract/answer'
import { Stop } from '../deploy/Stop'
import { printOfFile, printOfRow, printOfRows } from './fingerprint'
import { type CollectionEntry, type FileEntry, hasManifest, type Manifest, writeManifest } from './manifest'
import { type Place, readRows } from './Place'
import { seal } from './sealed'

export interface Backup {
  place: Place
  folder: string
  recipient: string
  now: () => number
  log: (line: string) => void
}

/** What a backup that was cut short has done; no row stands in it. */
interface Unfinished extends Pick<Manifest, 'county' | 'environment' | 'from'> {
  collections: CollectionEntry[]
  files: FileEntry[]
}

const noteOf = (folder: string) => path.join(folder, 'unfinished.json')
/** What is older is begun anew: collections of different days do not belong together. */
const STALE_MS = 12 * 60 * 60_000

function begunIn({ place, folder, now }: Backup): Unfinished {
  const fresh = { county: place.county, environment: place.envId, from: now(), collections: [], files: [] }
  if (hasManifest(folder)) throw new Stop(`${folder} 里已有一份完整的备份：换一个文件夹。`)
  if (!existsSync(noteOf(folder))) return fresh
  const begun = JSON.parse(readFileSync(noteOf(folder), 'utf8')) as Unfinished
  if (begun.county !== place.county || begun.environment !== place.envId)
    throw new Stop(`${folder} 里是“${begun.county}”没做完的备份：换一个文件夹。`)
  return now() - begun.from > STALE_MS ? fresh : begun
}

async function keepCollection(
  { place, folder, recipient }: Backup,
  name: CollectionName,
): Promise<CollectionEntry> {
  const file = `${name}.jsonl.gz.age`
  const prints: string[] = []
  async function* lines() {
    for await (const row of readRows(place, name)) {
      prints.push(printOfRow(row))
      yield Buffer.from(`${row}\n`)
    }
  }
  await seal(path.join(folder, file), lines(), recipient)
  return { name, file, rows: prints.length, sha256: printOfRows(prints) }
}

async function keepFile(
  { place, folder, recipient }: Backup,
  at: string,
  number: number,
): Promise<FileEntry> {
  const content = await place.files.read(at)
  const file = `file-${number}.gz.age`
  await seal(path.join(folder, file), [content], recipient)
  return { path: at, file, size: content.length, sha256: printOfFile(content) }
}

const README = `先锋双岗的备份。每个文件先用 gzip 压缩，再用 age（age-encryption.org）加密给本县的钥匙。
恢复：npm run restore（见 docs/部署.md“备份和恢复”）。
不用本软件也能打开：age -d -i 钥匙文件 members.jsonl.gz.age | gunzip
`

/**
 * Keeps all collections and files of a place in a folder, encrypted. Cut short, the same call goes on: what is whole is not read again, unless
 * it is half a day old.
 */
export async function takeBackup(backup: Backup): Promise<Manifest> {
  const { place, folder, recipient, now, log } = backup
  const done = begunIn(backup)
  mkdirSync(folder, { recursive: true })
  writeFileSync(path.join(folder, '说明.txt'), README)
  const note = () => writeFileSync(noteOf(folder), JSON.stringify(done))
  note()
  const standing = await place.environment.tables()
  for (const { name } of declarations) {
    if (done.collections.some((one) => one.name === name) || !standing.has(name)) continue
    const entry = await keepCollection(backup, name as CollectionName)
    done.collections.push(entry)
    note()
    log(`✓ ${name} ${entry.rows} 行`)
  }
  for (const { path: at } of await place.files.list()) {
    if (done.files.some((one) => one.path === at)) continue
    done.files.push(await keepFile(backup, at, done.files.length + 1))
    note()
  }
  const fileBase = await place.environment.fileBase()
  const manifest: Manifest = { format: 1, ...done, fileBase, contractVersion, to: now() }
  await writeManifest(folder, manifest, recipient)
  rmSync(noteOf(folder))
  return manifest
}
