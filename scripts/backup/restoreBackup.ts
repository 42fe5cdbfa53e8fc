import path from 'node:path'
import type { CollectionName } from '@cloud/lib/store/collections/collections'
import { formatDayTime } from '@domain/time/format'
import { Stop } from '../deploy/Stop'
import { plainRow, printOfFile, printOfRow, printOfRows } from './fingerprint'
import { type CollectionEntry, type Manifest, nameOf, readManifest } from './manifest'
import { insertRows, type Place, readRows, removeRows } from './Place'
import { unsealLines, unsealWhole } from './sealed'

export interface Restore {
  place: Place
  folder: string
  identity: string
  /** Rows that stand there and are others than the backup's are removed. */
  replace: boolean
  log: (line: string) => void
}

/** Nobody enters and nobody is written to before everything else stands. */
const LAST = ['credits', 'identities', 'settings']
/** What an environment holds by itself an hour after it was set up: the first token, and what timers note. */
const OWN = ['settings', 'invitations', 'faults', 'rollups']

const inOrder = ({ collections }: Manifest): CollectionEntry[] =>
  [...collections].sort((a, b) => LAST.indexOf(a.name) - LAST.indexOf(b.name))

const idOf = (row: string) => String(plainRow(row)._id)

/** A collection's rows as they are to stand in the place: files lie elsewhere in another environment. */
async function* rowsOf(
  { folder, identity }: Restore,
  entry: CollectionEntry,
  bases: readonly [string, string],
): AsyncGenerator<string> {
  const [before, now] = bases
  for await (const row of unsealLines(path.join(folder, entry.file), identity))
    yield before === now ? row : row.split(`"${before}`).join(`"${now}`)
}

/** Reads the whole backup once: nothing is written before all of it has been seen to be as it was written. */
async function inspect(restore: Restore, manifest: Manifest): Promise<void> {
  const { folder, identity } = restore
  for (const entry of manifest.collections) {
    const prints: string[] = []
    for await (const row of rowsOf(restore, entry, ['', ''])) prints.push(printOfRow(row))
    if (prints.length !== entry.rows || printOfRows(prints) !== entry.sha256)
      throw new Stop(`备份文件 ${entry.file} 与清单不符，没有恢复任何内容：请换一份备份。`)
  }
  for (const { file, sha256 } of manifest.files)
    if (printOfFile(await unsealWhole(path.join(folder, file), identity)) !== sha256)
      throw new Stop(`备份文件 ${file} 与清单不符，没有恢复任何内容：请换一份备份。`)
}

interface Change {
  entry: CollectionEntry
  /** Ids of rows that stand there and are not the backup's. */
  remove: string[]
  /** Ids of the backup's rows that are to be written. */
  write: Set<string>
  /** Of all rows of the backup, as they are to stand there. */
  print: string
}

async function changeOf(
  restore: Restore,
  entry: CollectionEntry,
  bases: readonly [string, string],
): Promise<Change> {
  const there = new Map<string, string>()
  for await (const row of readRows(restore.place, nameOf(entry))) there.set(idOf(row), printOfRow(row))
  const write = new Set<string>()
  const prints: string[] = []
  for await (const row of rowsOf(restore, entry, bases)) {
    const [id, print] = [idOf(row), printOfRow(row)]
    prints.push(print)
    if (there.get(id) === print) there.delete(id)
    else write.add(id)
  }
  return { entry, remove: [...there.keys()], write, print: printOfRows(prints) }
}

async function carryOut(
  restore: Restore,
  { entry, remove, write }: Change,
  bases: readonly [string, string],
): Promise<void> {
  const { place, log } = restore
  const name: CollectionName = nameOf(entry)
  await removeRows(place, name, remove)
  let some: string[] = []
  for await (const row of rowsOf(restore, entry, bases)) {
    if (write.has(idOf(row))) some.push(row)
    if (some.length < 1000) continue
    await insertRows(place, name, some)
    some = []
  }
  await insertRows(place, name, some)
  log(`✓ ${name} ${entry.rows} 行`)
}

async function restoreFiles({ place, folder, identity, log }: Restore, { files }: Manifest): Promise<void> {
  const there = new Map((await place.files.list()).map((one) => [one.path, one.size]))
  for (const { path: at, file, size } of files)
    if (there.get(at) !== size)
      await place.files.write(at, await unsealWhole(path.join(folder, file), identity))
  if (files.length > 0) log(`✓ 文件 ${files.length} 个`)
}

async function verify({ place }: Restore, changes: readonly Change[], { files }: Manifest): Promise<void> {
  for (const { entry, print } of changes) {
    const prints: string[] = []
    for await (const row of readRows(place, nameOf(entry))) prints.push(printOfRow(row))
    if (prints.length !== entry.rows || printOfRows(prints) !== print)
      throw new Stop(
        `恢复后核对，集合 ${entry.name} 与备份不同（备份 ${entry.rows} 行，现有 ${prints.length} 行）：可能定时正在运行，再运行同一条命令。`,
      )
  }
  for (const { path: at, sha256 } of files)
    if (printOfFile(await place.files.read(at)) !== sha256)
      throw new Stop(`恢复后核对，文件 ${at} 与备份不同：再运行同一条命令。`)
}

function refuseWhatStands({ place, replace }: Restore, changes: readonly Change[]): void {
  const strange = changes.filter(({ entry, remove }) => remove.length > 0 && !OWN.includes(entry.name))
  if (strange.length === 0 || replace) return
  const what = strange.map(({ entry, remove }) => `${entry.name} ${remove.length} 行`).join('、')
  throw new Stop(
    `环境 ${place.envId} 里已有别的数据（${what}），没有恢复任何内容。确实要用备份替换它们，先给现在的数据做一份备份，再加上 --replace 运行。`,
  )
}

/**
 * Brings a place to what a backup holds and reads everything back. Cut short, the same call goes on. Rows that are already as in the backup are
 * no reason to refuse; any other is, unless `replace` says that it may go.
 */
export async function restoreBackup(restore: Restore): Promise<Manifest> {
  const { place, folder, identity, log } = restore
  const manifest = await readManifest(folder, identity)
  if (manifest.county !== place.county)
    throw new Stop(`这是“${manifest.county}”的备份，不是“${place.county}”的，没有恢复任何内容。`)
  log(`备份时间 ${formatDayTime(manifest.from)}，环境 ${manifest.environment}`)
  await inspect(restore, manifest)
  const standing = await place.environment.tables()
  if (manifest.collections.some(({ name }) => !standing.has(name)))
    throw new Stop(`环境 ${place.envId} 还没有建好：先运行 npm run deploy -- apply。`)
  const bases = [manifest.fileBase, await place.environment.fileBase()] as const
  const changes: Change[] = []
  for (const entry of inOrder(manifest)) changes.push(await changeOf(restore, entry, bases))
  refuseWhatStands(restore, changes)
  for (const change of changes) await carryOut(restore, change, bases)
  await restoreFiles(restore, manifest)
  await verify(restore, changes, manifest)
  return manifest
}
