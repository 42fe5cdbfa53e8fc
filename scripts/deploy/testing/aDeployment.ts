import { declarations } from '@cloud/lib/store/collections/collections'
import { latestMigration } from '@cloud/lib/store/migrations/migrations'
import type { Health } from '@domain/contract/operator'
import type { Deployment } from '../apply'
import type { CountyFile } from '../countyFile'
import { Environment } from '../Environment'
import { patiently } from '../Management'
import type { Built } from '../wanted'
import type { StubAccount } from './StubAccount'

export const county: CountyFile = {
  name: '某县县直机关工委',
  appid: 'wx0123456789abcdef',
  environment: 'county-1a2b3c',
  region: 'ap-shanghai',
  templates: { meeting: { id: 'template-of-meetings', title: 'thing2', time: 'date3' } },
  done: {},
}

const built = (name: string, code: string, config: object): Built => ({
  [name]: {
    'index.js': Buffer.from(code),
    'config.json': Buffer.from(JSON.stringify(config)),
    'package.json': Buffer.from('{}'),
  },
})

/** Four functions, as a build makes them: what each reads of its variables stands in its code. */
export const someFunctions = (code = 'v1'): Built => ({
  ...built('api', `${code}; process.env.PHONE_KEY; process.env.TEMPLATES; process.env.CODE_PREFIX`, {
    timeout: 20,
    memory: 256,
  }),
  ...built('imports', `${code}; process.env.PHONE_KEY`, { timeout: 60, memory: 512 }),
  ...built('remind', `${code}; process.env.TEMPLATES; process.env.TCB_SEQID`, {
    timeout: 60,
    memory: 256,
    triggers: [{ name: 'hourly', type: 'timer', config: '0 5 8-20 * * * *' }],
  }),
  ...built('operator', `${code}; process.env.BUILD`, { timeout: 20, memory: 256 }),
})

const now = Date.parse('2026-11-30T11:00:00+08:00')
export const wellHealth: Health = {
  contractVersion: 1,
  migrated: latestMigration,
  build: 'b',
  now,
  rules: 30,
  organisations: 63,
  members: 1000,
  committee: 1,
  openTokens: 0,
  runs: (['rollup', 'remind', 'nightly'] as const).map((job) => ({
    job,
    at: now - 5 * 60_000,
    ms: 900,
    ok: true,
    source: 'wx_trigger',
  })),
  faults: 0,
  oldestClaim: null,
  unsettled: 0,
  calendarMissing: [],
  templates: 'set',
  templatesSet: ['meeting'],
  hasPhoneKey: true,
  trials: [],
}

/** The function `operator` of an environment whose county nobody runs yet: keeps the hash of a first token, and how far rows are. */
export function emptyCounty(account: StubAccount): string[] {
  const hashes: string[] = []
  account.invoke = (_name, event) => {
    const { ask, tokenHash, pass } = event as { ask: string; tokenHash?: string; pass?: string }
    if (ask === 'first_token' && tokenHash) hashes.push(tokenHash)
    if (ask === 'migrate') {
      if (pass === 'after') account.migrated = latestMigration
      return { ok: true, migrated: { done: account.migrated, left: false, changed: 0 } }
    }
    const rows = { openTokens: hashes.length, migrated: account.migrated }
    const health = { ...wellHealth, ...rows, committee: 0, rules: 0, runs: [] }
    return ask === 'health' ? { ok: true, health } : { ok: true }
  }
  return hashes
}

/** What is deployed to a stub, and what it said meanwhile. Nothing is waited for. */
export function aDeployment(
  account: StubAccount,
  overrides: Partial<Deployment> = {},
): Deployment & { said: string[] } {
  const said: string[] = []
  const ask = patiently(account.ask, async () => undefined)
  return {
    county,
    secrets: { phoneKey: 'p'.repeat(64) },
    environment: new Environment(account.envId, ask, account.wechat, async () => undefined),
    built: someFunctions(),
    client: 'client-1',
    log: (line) => void said.push(line),
    said,
    ...overrides,
  }
}

export const indexCount = declarations.flatMap(({ indexes }) => indexes).length
