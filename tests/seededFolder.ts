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

/**
 * A data folder that `fill` fills once for what the sources say, whole or not at all; `name` says what is in it. What came of other sources is of no more
 * use.
 */
async function keptFolder(name: string, fill: (dataDir: string) => Promise<void>): Promise<string> {
  const content = contentOf(sources)
  const kept = path.join(root, `${content}-${name}`)
  if (existsSync(kept)) return kept
  mkdirSync(root, { recursive: true })
  const dataDir = mkdtempSync(path.join(root, 'seeding-'))
  await fill(dataDir)
  try {
    renameSync(dataDir, kept)
  } catch (error) {
    rmSync(dataDir, { recursive: true, force: true })
    // Another file's process was faster.
    if (!existsSync(kept)) throw error
  }
  const isOld = (other: string) => !other.startsWith(content) && !other.startsWith('seeding-')
  for (const other of readdirSync(root).filter(isOld))
    rmSync(path.join(root, other), { recursive: true, force: true })
  return kept
}

/** A copy of a test's own of what `fill` has put into a data folder: filled once, for seeding takes a second of the processor, and a county twenty. */
export async function filledFolder(
  prefix: string,
  name: string,
  fill: (dataDir: string) => Promise<void>,
): Promise<string> {
  const dataDir = mkdtempSync(path.join(tmpdir(), prefix))
  cpSync(await keptFolder(name, fill), dataDir, { recursive: true })
  return dataDir
}

/** A data folder of a test's own with the demo branch in it, seeded at `at` (ms). */
export const seededFolder = (prefix: string, at: number): Promise<string> =>
  filledFolder(prefix, String(at), async (dataDir) => {
    const options = { port: 0, dataDir, at, seed: 'branch', help: false, settings: unhurried } as const
    const { emulator } = await openCounty(options, () => undefined)
    await emulator.close()
  })
