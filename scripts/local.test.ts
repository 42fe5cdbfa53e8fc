import { execFile } from 'node:child_process'
import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { promisify } from 'node:util'
import type { Emulator } from '../emulator/types'
import { demoMoment } from './seed/demoMoment'
import { openCounty } from './lib/openCounty'

const run = promisify(execFile)
let dataDir: string
let emulator: Emulator

async function start(): Promise<void> {
  const options = { port: 0, dataDir, at: demoMoment, seed: 'none', help: false, timers: true } as const
  emulator = (await openCounty(options, () => undefined)).emulator
}

async function local(...words: string[]): Promise<string> {
  const args = ['--import', 'tsx', 'scripts/local.ts', ...words, '--data', dataDir]
  return (await run(process.execPath, args, { env: { ...process.env, NODE_ENV: 'test' } })).stdout
}

beforeEach(() => {
  dataDir = fs.mkdtempSync(path.join(os.tmpdir(), 'local-'))
})

afterEach(async () => {
  await emulator.close()
  fs.rmSync(dataDir, { recursive: true, force: true })
})

const names = () => emulator.database.find('members').map(({ _id }) => _id)

it('npm run local goes back to the seed while the county runs, and to a named state', async () => {
  await start()
  emulator.database.insertMany('members', [{ _id: 'm1' }])
  await local('snapshot', 'before')
  await local('reset')
  expect(names()).toEqual([])
  await local('restore', 'before')
  expect(names()).toEqual(['m1'])
})

it('npm run local leaves what was never seeded to the next start, and refuses it under a running county', async () => {
  await start()
  fs.rmSync(path.join(dataDir, 'snapshots'), { recursive: true })
  await expect(local('reset')).rejects.toMatchObject({
    stderr: expect.stringContaining('stop npm start') as string,
  })
  emulator.database.insertMany('members', [{ _id: 'm1' }])
  await emulator.close()
  await local('reset')
  await start()
  expect(emulator.isNew).toBe(true)
})
