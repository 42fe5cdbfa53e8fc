import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { declarations as collections } from '@cloud/lib/store/collections/collections'
import type { dispatch } from '@cloud/lib/entry/dispatch'
import type { Action, ResponseOf } from '@domain/contract/actions'
import { contractVersion } from '@domain/contract/answer'
import { startEmulator } from '../../emulator/index'
import type { Emulator } from '../../emulator/types'
import { LOOKED_AT, type PlantedYear, plantedYear } from './recount/plantedYear'
import { Wire } from './Wire'
import { unhurried } from '../unhurried'

/**
 * A county's year on a local cloud whose functions run in this process, through the real SDK: hundreds of pages and papers are asked for without one
 * process more. That the deployed functions answer the same is for the tests of single papers to say.
 */
export class CountyYear {
  private constructor(
    readonly emulator: Emulator,
    readonly rows: PlantedYear,
    private readonly ask: (event: object, openId: string) => ReturnType<typeof dispatch>,
    private readonly wire: Wire,
    private readonly dataDir: string,
  ) {}

  static async start(): Promise<CountyYear> {
    const dataDir = fs.mkdtempSync(path.join(os.tmpdir(), 'county-year-'))
    const envId = 'demo-county-year'
    const emulator = await startEmulator({
      ...{ port: 0, dataDir, functionsDir: dataDir, envId, collections, at: LOOKED_AT, settings: unhurried },
    })
    const rows = await plantedYear()
    const { organisations, members, duties, activities, facts, others } = rows
    for (const [name, list] of Object.entries({
      ...others,
      organisations,
      members,
      duties,
      activities,
      facts,
    }))
      if (list.length > 0) emulator.database.insertMany(name, list as unknown as Record<string, unknown>[])
    const wire = new Wire(emulator)
    wire.open(envId)
    // The SDK reads the environment while it is loaded.
    const { dispatch: answer } = await import('@cloud/lib/entry/dispatch')
    const { useCases } = await import('@cloud/lib/useCases')
    const { paperUseCases } = await import('@cloud/lib/papers/paperUseCases')
    const { rollup } = await import('@cloud/lib/counting/rollup/rollup')
    const all = { ...useCases, ...paperUseCases }
    let failed = Infinity
    // What a busy machine made too slow is passed over, and tried again by the next run.
    for (let runs = 0; failed > 0 && runs < 5; runs += 1)
      failed = (await rollup(() => LOOKED_AT, { budgetMs: Infinity, eachMs: 600_000, page: 100 })).failed
    if (failed > 0) throw new Error(`${failed} branches have no numbers`)
    const ask = (event: object, openId: string) => answer(all, event, openId, LOOKED_AT)
    return new CountyYear(emulator, rows, ask, wire, dataDir)
  }

  async stop(): Promise<void> {
    this.wire.close()
    await this.emulator.close()
    fs.rmSync(this.dataDir, { recursive: true, force: true })
  }

  /** The data of an answer that must be a yes. */
  async get<A extends Action>(openId: string, action: A, data: object): Promise<ResponseOf<A>> {
    const answer = await this.ask({ action, contractVersion, data }, openId)
    if (!answer.ok) throw new Error(`${action} ${JSON.stringify(data)}: ${JSON.stringify(answer)}`)
    return answer.data as ResponseOf<A>
  }
}
