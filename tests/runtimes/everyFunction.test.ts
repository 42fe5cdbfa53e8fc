import assert from 'node:assert/strict'
import { execFileSync } from 'node:child_process'
import { cpSync, mkdtempSync, readdirSync, rmSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { after, before, describe, test } from 'node:test'
import { declarations as collections } from '@cloud/lib/store/collections/collections'
import { contractVersion } from '@domain/contract/answer'
import { startEmulator } from '../../emulator/index'
import type { Emulator } from '../../emulator/types'
import { buildStale } from '../../scripts/lib/buildTargets'
import { installApart } from '../../scripts/lib/installApart'
import { demoMoment } from '../../scripts/seed/demoMoment'
import { seedCounty } from '../../scripts/seed/seed'
import { unhurried } from '../unhurried'

// The cloud runs functions on a Node of its own choosing, older than ours: 18.15 as they are deployed, 16.13 as WeChat's tool makes them.
const home = path.resolve('.local/runtimes')
const nodeOf = (version: string) => path.join(home, 'node_modules', version, 'bin', 'node')

before(async () => {
  await buildStale(['cloud'], () => undefined)
  await installApart(path.resolve('tests/runtimes'), home)
})

interface Answered {
  ok?: boolean
  refused?: string
}

/** What shows of each function that it came to its end; a new function needs a line. */
const asks: Record<string, (emulator: Emulator) => Promise<unknown>> = {
  api: async (emulator) => {
    const event = { action: 'progress.home', contractVersion, data: {} }
    const { result } = await emulator.invoke('api', event, { openid: 'demo-member' })
    assert.equal((result as Answered).ok, true)
  },
  imports: async (emulator) => {
    const data = { nonce: 'nonce-0001', ending: 'xlsx' }
    const event = { action: 'import.begin', contractVersion, data }
    const { result } = await emulator.invoke('imports', event, { openid: 'demo-committee' })
    assert.equal((result as Answered).ok, true)
  },
  operator: async (emulator) => {
    const { result } = await emulator.invoke('operator', { ask: 'health' }, {})
    assert.equal((result as Answered).ok, true)
  },
  papers: async (emulator) => {
    const [meeting] = emulator.database.find('activities', { state: 'published', kind: 'theme_party_day' })
    // One by the writer of Word, one by that of Excel.
    for (const [action, data] of [
      ['paper.ofMeeting', { activityId: meeting?._id, paper: 'sheet' }],
      ['paper.part', { branchId: meeting?.branchId, periodKey: '2026', paper: 'handbook' }],
      ['paper.ofBranch', { branchId: meeting?.branchId, periodKey: '2026-09', paper: 'ledger' }],
    ] as const) {
      const event = { action, contractVersion, data }
      const { result } = await emulator.invoke('papers', event, { openid: 'demo-secretary' })
      assert.equal((result as Answered).ok, true, action)
    }
  },
  rollup: async (emulator) => {
    const { result } = await emulator.runTimer('rollup')
    assert.equal((result as { state: string }).state, 'done')
  },
  remind: async (emulator) => assert.ok((await emulator.runTimer('remind')).result),
  nightly: async (emulator) => assert.ok((await emulator.runTimer('nightly')).result),
}

for (const [version, says] of [
  ['node-16', 'v16.13.2'],
  ['node-18', 'v18.15.0'],
] as const)
  describe(`on Node ${says}`, () => {
    let emulator: Emulator
    let folder: string
    let functionsDir: string
    before(async () => {
      assert.equal(execFileSync(nodeOf(version), ['--version'], { encoding: 'utf8' }).trim(), says)
      folder = mkdtempSync(path.join(os.tmpdir(), 'runtimes-'))
      // In the repository, so that functions find the SDK.
      functionsDir = mkdtempSync(path.resolve('.local', 'functions-'))
      cpSync(path.join('dist', 'cloudfunctions'), functionsDir, { recursive: true })
      emulator = await startEmulator({
        port: 0,
        dataDir: folder,
        functionsDir,
        envId: 'demo-runtimes',
        collections,
        at: demoMoment,
        settings: { ...unhurried, node: nodeOf(version) },
      })
      await seedCounty(emulator, { size: 'branch', now: demoMoment, log: () => undefined })
    })
    after(async () => {
      await emulator.close()
      for (const one of [folder, functionsDir]) rmSync(one, { recursive: true, force: true })
    })

    for (const name of readdirSync('cloudfunctions').filter((one) => one !== 'lib'))
      test(`the function ${name} loads and answers`, async () => {
        const ask = asks[name]
        assert.ok(ask, `say in asks what ${name} is to answer`)
        await ask(emulator)
      })
  })
