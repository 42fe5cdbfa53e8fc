import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { startEmulator } from '../index'
import type { CollectionDeclaration, Emulator, EmulatorOptions } from '../types'

export const functionsDir = path.join(__dirname, 'functions')

const collections: CollectionDeclaration[] = [
  {
    name: 'items',
    indexes: [
      { name: 'by_owner_day', keys: ['owner', 'day'] },
      { name: 'one_code', keys: ['code'], unique: true },
    ],
  },
  { name: 'notes' },
  { name: 'people', indexes: [{ name: 'by_team', keys: ['team'] }] },
]

const dataDirs: string[] = []

/** An empty folder, removed when the tests of the file are done. */
export function newDataDir(): string {
  const dir = fs.mkdtempSync(path.join(os.tmpdir(), 'emulator-'))
  dataDirs.push(dir)
  return dir
}

const emulators: Emulator[] = []

/** Stops what a test left running and removes its data. */
export async function cleanUp(): Promise<void> {
  await Promise.all(emulators.splice(0).map((emulator) => emulator.close()))
  for (const dir of dataDirs.splice(0)) fs.rmSync(dir, { recursive: true, force: true })
}

// Outside jest, as in the bench, the caller does it.
if (typeof afterAll === 'function') afterAll(cleanUp)

export async function startTestEmulator(overrides: Partial<EmulatorOptions> = {}): Promise<Emulator> {
  const emulator = await startEmulator({
    port: 0,
    dataDir: overrides.dataDir ?? newDataDir(),
    functionsDir,
    envId: 'demo-test',
    collections,
    ...overrides,
    // A test that is not about how long a function may take must not fail because the machine is busy.
    settings: { timeFactor: 20, ...overrides.settings },
  })
  emulators.push(emulator)
  return emulator
}

/** Runs a body inside a function process with the real SDK; `input` must be JSON. */
export async function runScript<T>(emulator: Emulator, body: string, input: unknown = {}): Promise<T> {
  const { result } = await emulator.invoke('script', { body, input }, { openid: 'tester' })
  return result as T
}
