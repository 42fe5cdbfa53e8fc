import assert from 'node:assert/strict'
import { mkdirSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { unzipSync } from 'fflate'
import type { Emulator } from '../../emulator/types'
import { startEmulator } from '../../emulator/index'
import { apply } from '../../scripts/deploy/apply'
import { Environment } from '../../scripts/deploy/Environment'
import type { Ask } from '../../scripts/deploy/Management'
import { readBuilt } from '../../scripts/deploy/wanted'
import { aDeployment, county } from '../../scripts/deploy/testing/aDeployment'
import { StubAccount } from '../../scripts/deploy/testing/StubAccount'
import type { DemoIdentity } from '../../scripts/seed/identities'
import { unhurried } from '../unhurried'

/** An account whose environment runs: what the deployment put there answers phones. */
export interface Deployed {
  emulator: Emulator
  /** What whoever deploys read on the screen. */
  said: string[]
  /** Runs `apply` again, and tells which requests changed anything. */
  applyAgain: () => Promise<string[]>
}

interface Opened {
  dataDir: string
  at: number
  identities: readonly DemoIdentity[]
}

const isChange = (action: string) => !/^(Describe|List|Get|Invoke)/.test(action)

/** The functions an account holds, as files. */
function unpack({ functions }: StubAccount, folder: string): void {
  for (const [name, { config }] of functions) {
    const { ZipFile } = config.Code as { ZipFile: string }
    mkdirSync(path.join(folder, name), { recursive: true })
    for (const [file, bytes] of Object.entries(unzipSync(Buffer.from(ZipFile, 'base64'))))
      writeFileSync(path.join(folder, name, file), bytes)
  }
}

/** What the functions find in their variables; those with one name say the same in every function. */
function variablesOf({ functions }: StubAccount): Record<string, string> {
  const all: Record<string, string> = {}
  for (const { config } of functions.values())
    for (const { Key, Value } of (config.Environment as { Variables: { Key: string; Value: string }[] })
      .Variables) {
      if (Key === 'BUILD' || Key === 'CLIENT') continue
      assert.equal(all[Key] ?? Value, Value, `${Key} differs between functions`)
      all[Key] = Value
    }
  return all
}

/** What the environment's storage is set to by then. */
const ruleOf = ({ storage }: StubAccount) => (storage === 'PRIVATE' ? 'PRIVATE' : 'READONLY')

/** The local cloud over what an account holds and over nothing else: its functions, their variables, its collections with their indexes. */
function run(account: StubAccount, { dataDir, at, identities }: Opened): Promise<Emulator> {
  const functionsDir = path.join(dataDir, 'functions')
  unpack(account, functionsDir)
  return startEmulator({
    port: 0,
    dataDir: path.join(dataDir, 'cloud'),
    functionsDir,
    staticDir: path.resolve('dist/h5'),
    envId: account.envId,
    collections: [...account.tables].map(([name, { indexes }]) => ({
      name,
      indexes: indexes.slice(1).map(({ Name, Keys, Unique }) => ({
        name: Name,
        keys: Keys.map((key) => key.Name),
        unique: Unique,
      })),
    })),
    identities: [...identities],
    templates: [],
    timers: false,
    settings: { env: variablesOf(account), storageRule: ruleOf(account), ...unhurried },
    at,
  })
}

/**
 * Brings an empty account to a county by `apply` alone, with the functions that are built. The environment begins to run when the deployment
 * first asks the function `operator`, as whoever deploys would see it.
 */
export async function deployed(opened: Opened): Promise<Deployed> {
  const account = new StubAccount('demo-county')
  const running: { emulator?: Promise<Emulator> } = {}
  const ask: Ask = async (service, action, params) => {
    if (action === 'Invoke') {
      running.emulator ??= run(account, opened)
      const event = JSON.parse(String(params.ClientContext)) as unknown
      const { result } = await (await running.emulator).invoke(String(params.FunctionName), event, {})
      account.invoke = () => result
    }
    return account.ask(service, action, params)
  }
  const deployment = () =>
    aDeployment(account, {
      county: { ...county, name: '县直机关工委', environment: account.envId, templates: {} },
      environment: new Environment(account.envId, ask, account.wechat, async () => undefined),
      built: readBuilt(),
    })
  const first = deployment()
  await apply(first)
  assert(running.emulator, 'the deployment never asked the function operator')
  return {
    emulator: await running.emulator,
    said: first.said,
    applyAgain: async () => {
      const before = account.requests.length
      await apply(deployment())
      return account.requests.slice(before).flatMap(({ action }) => (isChange(action) ? [action] : []))
    },
  }
}
