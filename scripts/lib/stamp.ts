import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import path from 'node:path'

export type Target = 'weapp' | 'h5' | 'cloud'

const shared = ['domain', 'package.json', 'package-lock.json', 'tsconfig.json', 'scripts/lib/buildTargets.ts']
const environment = ['.env', '.env.local', '.env.production', '.env.production.local']
const client = [...shared, ...environment, 'src', 'config', 'babel.config.js', 'project.config.json']
const inputs: Record<Target, string[]> = {
  weapp: client,
  h5: client,
  cloud: [...shared, 'cloudfunctions', 'scripts/buildCloud.ts'],
}
/** What a build reads besides files. */
const told = () => [process.version, process.env.TARO_APP_CLOUD_ENV, process.env.PLAIN_H5]

const stampFile = (target: Target) => path.join('dist', '.stamps', target)

function filesBelow(entry: string): string[] {
  if (!existsSync(entry)) return []
  if (!statSync(entry).isDirectory()) return [entry]
  return readdirSync(entry)
    .sort()
    .flatMap((name) => filesBelow(path.join(entry, name)))
    .filter((file) => !/\.test\.tsx?$/.test(file))
}

const outputs: Record<Target, string> = { weapp: 'dist/weapp', h5: 'dist/h5', cloud: 'dist/cloudfunctions' }

/** A hash of what these files and folders say, tests left out, and of what else is told. */
export function contentOf(entries: readonly string[], told: readonly unknown[] = []): string {
  const hash = createHash('sha1').update(JSON.stringify(told))
  for (const file of entries.flatMap(filesBelow)) {
    hash.update(file).update('\0').update(readFileSync(file)).update('\0')
  }
  return hash.digest('hex')
}

/** A hash of everything a target is built from; of a mini-program also the environment it is built for. */
export const sourcesOf = (target: Target): string => contentOf(inputs[target], told())

/** Names and sizes of what lies built: a watching build writes into the same folder. */
function outputOf(target: Target): string {
  const hash = createHash('sha1')
  for (const file of filesBelow(outputs[target])) hash.update(`${file} ${statSync(file).size}\0`)
  return hash.digest('hex')
}

/** Whether what lies built is what the sources say: compared by content, so a touched file is not stale. */
export function isFresh(target: Target): boolean {
  const file = stampFile(target)
  return existsSync(file) && readFileSync(file, 'utf8') === `${sourcesOf(target)} ${outputOf(target)}`
}

/** Builds by `build` and remembers from which sources; a build that fails leaves the target stale. */
export async function stamped(target: Target, build: () => Promise<void>): Promise<void> {
  const file = stampFile(target)
  rmSync(file, { force: true })
  // Taken before the build: a source saved meanwhile makes the target stale again.
  const sources = sourcesOf(target)
  await build()
  mkdirSync(path.dirname(file), { recursive: true })
  writeFileSync(file, `${sources} ${outputOf(target)}`)
}
