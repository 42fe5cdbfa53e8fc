import fs from 'node:fs'
import { declarations as collections } from '@cloud/lib/store/collections/collections'
import type { Action, ResponseOf } from '@domain/contract/actions'
import { type Answer, contractVersion } from '@domain/contract/answer'
import { functionOf } from '@domain/contract/functionOf'
import type { Role } from '@domain/contract/identity'
import { startEmulator } from '../../emulator/index'
import type { Emulator } from '../../emulator/types'
import { demoIdentities } from '../../scripts/seed/identities'
import { demoMoment } from '../../scripts/seed/demoMoment'
import { seedCounty } from '../../scripts/seed/seed'
import { filledFolder } from '../seededFolder'
import { builtFunctions } from './functionsDir'
import { unhurried } from '../unhurried'

const over = (dataDir: string, functionsDir: string, env: Record<string, string> = {}): Promise<Emulator> =>
  startEmulator({
    ...{ port: 0, dataDir, functionsDir, envId: 'demo-county', collections },
    ...{ identities: demoIdentities, at: demoMoment, settings: { ...unhurried, env } },
  })

async function rollUp(emulator: Emulator): Promise<void> {
  for (let runs = 0; runs < 20; runs += 1) {
    const { result } = await emulator.runTimer('rollup')
    if ((result as { state: string }).state === 'done') return
  }
  throw new Error('the roll-up never comes to an end')
}

/** The whole demo county on a local cloud, with its numbers rolled up. */
export class DemoCounty {
  private constructor(
    readonly emulator: Emulator,
    private readonly folders: string[],
  ) {}

  /** `env`: of the function processes. */
  static async start({ env = {} }: { env?: Record<string, string> } = {}): Promise<DemoCounty> {
    const functionsDir = await builtFunctions()
    const dataDir = await filledFolder('demo-county-', 'county', async (folder) => {
      const emulator = await over(folder, functionsDir)
      await seedCounty(emulator, { size: 'county', now: demoMoment, log: () => undefined })
      await rollUp(emulator)
      await emulator.close()
    })
    return new DemoCounty(await over(dataDir, functionsDir, env), [functionsDir, dataDir])
  }

  async stop(): Promise<void> {
    await this.emulator.close()
    for (const folder of this.folders) fs.rmSync(folder, { recursive: true, force: true })
  }

  /** The data of an answer that must be a yes. */
  async get<A extends Action>(openid: string, action: A, data: object = {}): Promise<ResponseOf<A>> {
    const asked = { action, contractVersion, data }
    const { result } = await this.emulator.invoke(functionOf(action), asked, { openid })
    const answer = result as Answer<ResponseOf<A>>
    if (!answer.ok)
      throw new Error(`${action} as ${openid} ${JSON.stringify(data)}: ${JSON.stringify(answer)}`)
    return answer.data
  }

  /** Who a documented identity is: the member's id, and where it holds a role. */
  async who(openid: string, role?: Role): Promise<{ memberId: string; organisationId: string }> {
    const me = await this.get(openid, 'identity.me')
    if (me.state !== 'bound') throw new Error(`${openid} is bound to nobody`)
    const held = me.roles.find((one) => one.role === role)
    return { memberId: me.memberId ?? '', organisationId: held?.organisation.id ?? '' }
  }
}
