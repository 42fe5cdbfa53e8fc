import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import type { Emulator, Invocation } from '../../emulator/types'
import { contractVersion } from '../../domain/contract/answer'
import { demoMoment } from '../seed/demoMoment'
import { openCounty } from '../lib/openCounty'

export interface BenchCounty {
  emulator: Emulator
  /** The data of an answer that must be a yes. */
  ask: <T>(openid: string, action: string, data?: object) => Promise<T>
  /** What the function did for the last `ask`. */
  last: () => Invocation
}

/** The whole demo county on a local cloud of its own, for as long as `work` takes. */
export async function* withCounty<T>(work: (county: BenchCounty) => AsyncGenerator<T>): AsyncGenerator<T> {
  const dataDir = mkdtempSync(path.join(tmpdir(), 'bench-'))
  const { emulator } = await openCounty(
    { port: 0, dataDir, at: demoMoment, seed: 'county', help: false },
    () => undefined,
  )
  const ask = async <A>(openid: string, action: string, data: object = {}): Promise<A> => {
    const { result } = await emulator.invoke('api', { action, contractVersion, data }, { openid })
    const answer = result as { ok: boolean; data: A }
    if (!answer.ok) throw new Error(`${action} as ${openid}: ${JSON.stringify(answer)}`)
    return answer.data
  }
  const last = (): Invocation => {
    const invocations = emulator.invocations()
    const invocation = invocations[invocations.length - 1]
    if (!invocation) throw new Error('nothing was called yet')
    return invocation
  }
  try {
    yield* work({ emulator, ask, last })
  } finally {
    await emulator.close()
    rmSync(dataDir, { recursive: true, force: true })
  }
}
