import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import type { rollup, RollupReport } from '@cloud/lib/counting/rollup/rollup'
import { declarations as collections } from '@cloud/lib/store/collections/collections'
import type { insertOnce } from '@cloud/lib/store/insertOnce'
import type { updateWhere } from '@cloud/lib/store/updateWhere'
import { defaultDuties } from '@domain/duty/defaultDuties'
import { startEmulator } from '../../emulator/index'
import type { Emulator } from '../../emulator/types'
import { type Numbers, recomputedNumbers, storedNumbers } from './numbers'
import { members, MOMENT, organisations } from './people'
import { Wire } from './Wire'
import { unhurried } from '../unhurried'

type Rows = Record<string, unknown>[]
interface Cloud {
  rollup: typeof rollup
  insertOnce: typeof insertOnce
  updateWhere: typeof updateWhere
}

/** The roll-up in this process, through the real SDK, over a local cloud without functions: it can be cut off at any call. */
export class RollupCloud {
  private constructor(
    readonly emulator: Emulator,
    readonly wire: Wire,
    private readonly cloud: Cloud,
    private readonly dataDir: string,
  ) {}

  static async start(): Promise<RollupCloud> {
    const dataDir = fs.mkdtempSync(path.join(os.tmpdir(), 'rollup-'))
    const envId = 'demo-rollup'
    const emulator = await startEmulator({
      port: 0,
      dataDir,
      functionsDir: dataDir,
      envId,
      collections,
      at: MOMENT,
      settings: unhurried,
    })
    const rows = { organisations, members, duties: defaultDuties }
    for (const [name, list] of Object.entries(rows))
      emulator.database.insertMany(name, list as unknown as Rows)
    const wire = new Wire(emulator)
    wire.open(envId)
    // The SDK reads the environment while it is loaded.
    const cloud: Cloud = {
      ...(await import('@cloud/lib/counting/rollup/rollup')),
      ...(await import('@cloud/lib/store/insertOnce')),
      ...(await import('@cloud/lib/store/updateWhere')),
    }
    return new RollupCloud(emulator, wire, cloud, dataDir)
  }

  async stop(): Promise<void> {
    this.wire.close()
    await this.emulator.close()
    fs.rmSync(this.dataDir, { recursive: true, force: true })
  }

  get insertOnce() {
    return this.cloud.insertOnce
  }
  get updateWhere() {
    return this.cloud.updateWhere
  }

  now = (): number => this.emulator.clock.now()

  run(limits?: { budgetMs: number; page: number }): Promise<RollupReport> {
    return this.cloud.rollup(this.now, limits)
  }

  find<T>(name: string, query: object = {}): T[] {
    return this.emulator.database.find(name, query) as T[]
  }

  numbers = (): Numbers => storedNumbers(this.emulator)

  recomputed = (): Numbers => recomputedNumbers(this.emulator)
}
