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

export const newDataDir = () => fs.mkdtempSync(path.join(os.tmpdir(), 'emulator-'))

export function startTestEmulator(overrides: Partial<EmulatorOptions> = {}): Promise<Emulator> {
  return startEmulator({
    port: 0,
    dataDir: overrides.dataDir ?? newDataDir(),
    functionsDir,
    envId: 'demo-test',
    collections,
    ...overrides,
  })
}

/** Runs a body inside a function process with the real SDK; `input` must be JSON. */
export async function runScript<T>(emulator: Emulator, body: string, input: unknown = {}): Promise<T> {
  const { result } = await emulator.invoke('script', { body, input }, { openid: 'tester' })
  return result as T
}
