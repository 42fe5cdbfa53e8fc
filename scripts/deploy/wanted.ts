import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { declarations } from '@cloud/lib/store/collections/collections'
import { latestMigration } from '@cloud/lib/store/migrations/migrations'
import { type Action, actions } from '@domain/contract/actions'
import { functionOf } from '@domain/contract/functionOf'
import { sourcesOf } from '../lib/stamp'
import type { CountyFile } from './countyFile'
import { Stop } from './Stop'
import type { Trigger, Wanted, WantedFunction } from './state'
import { zipOf } from './zipOf'

/** The oldest of WeChat's runtimes that is still kept up and in which the bundles load. */
export const RUNTIME = 'Nodejs18.15'

/** Set by the cloud itself. */
const ofThePlatform = ['TCB_SEQID', 'TCB_ENV', 'TCB_SOURCE', 'TCB_CONTEXT_CNFG']

interface Config {
  timeout: number
  memory: number
  triggers?: Trigger[]
}

/** A built function: its files by name. */
export type Built = Record<string, Record<string, Buffer>>

/** What `npm run build:cloud` has made. */
export function readBuilt(folder = path.join('dist', 'cloudfunctions')): Built {
  if (!existsSync(folder)) throw new Stop('云函数还没有构建：先运行 npm run build:cloud。')
  const filesOf = (name: string) =>
    readdirSync(path.join(folder, name)).map((file) => [file, readFileSync(path.join(folder, name, file))])
  return Object.fromEntries(
    readdirSync(folder).map((name) => [name, Object.fromEntries(filesOf(name)) as Record<string, Buffer>]),
  )
}

/** Which variables a bundle reads: it says so itself, so that no list of them can be forgotten. */
export const variablesRead = (bundle: string): string[] =>
  [...new Set([...bundle.matchAll(/process\.env\.([A-Z][A-Z0-9_]*)/g)].map(([, name = '']) => name))].filter(
    (name) => !ofThePlatform.includes(name),
  )

const hashOf = (files: Record<string, Buffer>): string => {
  const hash = createHash('sha256')
  for (const name of Object.keys(files).sort())
    hash
      .update(name)
      .update('\0')
      .update(files[name] ?? '')
  return hash.digest('hex').slice(0, 16)
}

/** What the variables say in this county; empty ones are not set. */
function valuesOf({ templates, codePrefix = '' }: CountyFile, phoneKey: string, build: string) {
  const all = {
    PHONE_KEY: phoneKey,
    TEMPLATES: Object.keys(templates).length > 0 ? JSON.stringify(templates) : '',
    CODE_PREFIX: codePrefix,
    BUILD: build,
  }
  return Object.fromEntries(Object.entries(all).filter(([, value]) => value !== ''))
}

function wantedFunction(
  name: string,
  files: Record<string, Buffer>,
  county: CountyFile,
  phoneKey: string,
): WantedFunction {
  const config = JSON.parse(files['config.json']?.toString() ?? '{}') as Config
  const build = hashOf(files)
  const values = valuesOf(county, phoneKey, build)
  const known = ['PHONE_KEY', 'TEMPLATES', 'CODE_PREFIX', 'BUILD']
  const read = variablesRead(files['index.js']?.toString() ?? '')
  const strange = read.find((one) => !known.includes(one))
  if (strange !== undefined)
    throw new Error(`the function ${name} reads ${strange}, which the deployment cannot set`)
  const [trigger] = config.triggers ?? []
  return {
    name,
    runtime: RUNTIME,
    timeout: config.timeout,
    memory: config.memory,
    // BUILD is how the environment tells which code it holds, read by the function or not.
    variables: Object.fromEntries(
      Object.entries(values).filter(([key]) => key === 'BUILD' || read.includes(key)),
    ),
    trigger: trigger && { name: trigger.name, config: trigger.config },
    zip: zipOf(files),
  }
}

/** Phones call these alone; timers and the operator call the others. */
const forPhones = new Set<string>((Object.keys(actions) as Action[]).map(functionOf))

/** As WeChat's rule of functions is written. */
export const functionRuleOf = (names: readonly string[]): string =>
  JSON.stringify(
    Object.fromEntries([
      ['*', { invoke: true }],
      ...names
        .filter((name) => !forPhones.has(name))
        .sort()
        .map((name) => [name, { invoke: false }]),
    ]),
  )

/** Which mini-program phones are to run: its sources, and the environment it is built for. */
export const clientOf = ({ environment }: CountyFile): string =>
  createHash('sha256').update(sourcesOf('weapp')).update(environment).digest('hex').slice(0, 16)

/** What a county's environment is to hold. */
export const wantedOf = (
  county: CountyFile,
  built: Built,
  given: { phoneKey: string; client: string },
): Wanted => ({
  collections: declarations,
  functions: Object.entries(built)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([name, files]) => wantedFunction(name, files, county, given.phoneKey)),
  functionRule: functionRuleOf(Object.keys(built)),
  client: given.client,
  migrated: latestMigration,
})
