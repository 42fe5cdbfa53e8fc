import { existsSync } from 'node:fs'
import path from 'node:path'
import * as v from 'valibot'
import { collections, type CollectionName } from '@cloud/lib/store/collections/collections'
import { contractVersion } from '@domain/contract/answer'
import { Stop } from '../deploy/Stop'
import { seal, unsealWhole } from './sealed'

const stored = v.object({ file: v.string(), sha256: v.string() })
const collectionEntry = v.object({ ...stored.entries, name: v.string(), rows: v.number() })
const fileEntry = v.object({ ...stored.entries, path: v.string(), size: v.number() })

/** What a backup says of itself; sealed like the rest, written last, so that a backup without one was cut short. */
const manifest = v.object({
  format: v.literal(1),
  county: v.string(),
  environment: v.string(),
  /** How the ids of its files begin. */
  fileBase: v.string(),
  contractVersion: v.number(),
  /** Instants (ms) between which it was read. */
  from: v.number(),
  to: v.number(),
  collections: v.array(collectionEntry),
  files: v.array(fileEntry),
})
export type Manifest = v.InferOutput<typeof manifest>
export type CollectionEntry = v.InferOutput<typeof collectionEntry>
export type FileEntry = v.InferOutput<typeof fileEntry>

const NAME = 'manifest.json.age'

export const hasManifest = (folder: string): boolean => existsSync(path.join(folder, NAME))

export const writeManifest = (folder: string, value: Manifest, recipient: string): Promise<void> =>
  seal(path.join(folder, NAME), [Buffer.from(JSON.stringify(value, null, 2))], recipient)

/** Of a whole backup that this software can read. */
export async function readManifest(folder: string, identity: string): Promise<Manifest> {
  if (!existsSync(folder)) throw new Stop(`没有备份文件夹 ${folder}。`)
  if (!hasManifest(folder)) throw new Stop(`${folder} 不是完整的备份：做备份时中断了，请换一份。`)
  const parsed = v.safeParse(
    manifest,
    JSON.parse((await unsealWhole(path.join(folder, NAME), identity)).toString()),
  )
  if (!parsed.success) throw new Stop('这份备份是用另一版软件做的，这一版读不了：请用做备份的那一版恢复。')
  const { output } = parsed
  const strange = output.collections.find(({ name }) => !(name in collections))
  if (strange || output.contractVersion > contractVersion)
    throw new Stop('这份备份是更新的一版软件做的：请先取到那一版代码再恢复。')
  return output
}

export const nameOf = ({ name }: CollectionEntry): CollectionName => name as CollectionName
