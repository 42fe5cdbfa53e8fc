import { cpSync, existsSync, mkdirSync, mkdtempSync, readdirSync, renameSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { openCounty } from '../scripts/lib/openCounty'
import { contentOf } from '../scripts/lib/stamp'
import { unhurried } from './unhurried'

const root = path.join('.local', 'seeded')
/** What a seeded folder comes of: the register, who makes the demo of it, and the store that it lies in. */
const sources = [
  'scripts/seed',
  'scripts/lib',
  'domain',
  'cloudfunctions/lib',
  'emulator',
  'package-lock.json',
]

/** Seeded once for what the sources say, whole or not at all; what was seeded from others is of no more use. */
async function keptFolder(at: number): Promise<string> {
  const content = contentOf(sources)
  const kept = path.join(root, `${content}-${at}`)
  if (existsSync(kept)) return kept
  mkdirSync(root, { recursive: true })
  const dataDir = mkdtempSync(path.join(root, 'seeding-'))
  const options = { port: 0, dataDir, at, seed: 'branch', help: false, settings: unhurried } as const
  const { emulator } = await openCounty(options, () => undefined)
  await emulator.close()
  try {
    renameSync(dataDir, kept)
  } catch (error) {
    rmSync(dataDir, { recursive: true, force: true })
    // Another file's process was faster.
    if (!existsSync(kept)) throw error
  }
  const isOld = (name: string) => !name.startsWith(content) && !name.startsWith('seeding-')
  for (const name of readdirSync(root).filter(isOld))
    rmSync(path.join(root, name), { recursive: true, force: true })
  return kept
}

/** A data folder of a test's own with the demo branch in it, seeded at `at` (ms): copied, for seeding takes a second of the processor. */
export async function seededFolder(prefix: string, at: number): Promise<string> {
  const dataDir = mkdtempSync(path.join(tmpdir(), prefix))
  cpSync(await keptFolder(at), dataDir, { recursive: true })
  return dataDir
}
