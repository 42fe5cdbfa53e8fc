import { existsSync, mkdirSync, readdirSync, rmSync } from 'node:fs'
import path from 'node:path'
import longest from '../../tests/longest.json'
import { buildStale } from './buildTargets'
import { isLongRun } from '../../emulator/testing/longRun'
import { type Counts, jestCounts, sum, tapCounts, wordedCounts } from './counts'
import { lastAlone } from './lastAlone'
import { type Finished, run } from './run'

export interface Stage {
  name: string
  /** Runs the stage: its output when it failed, and how many tests it counted. */
  work: () => Promise<{ failure?: string; counts: Counts; note?: string }>
}

export type Result = Awaited<ReturnType<Stage['work']>>

const none: Counts = { passed: 0, failed: 0 }
const reports = path.join('.local', 'test')

function reportFile(name: string): string {
  mkdirSync(reports, { recursive: true })
  const file = path.join(reports, name)
  rmSync(file, { force: true })
  return file
}

const failed = (finished: readonly Finished[]) => finished.filter(({ code }) => code !== 0)

/** Programs that only pass or fail, side by side. */
export async function check(...commands: [program: string, ...args: string[]][]): Promise<Result> {
  const finished = await Promise.all(commands.map(([program, ...args]) => run(program, args)))
  const bad = failed(finished)
  return bad.length > 0
    ? { counts: none, failure: bad.map(({ output }) => output).join('\n') }
    : { counts: none }
}

function judged(counts: Counts, finished: Finished, what: string): Result {
  if (finished.code !== 0 || counts.failed > 0) return { counts, failure: finished.output }
  // A stage that finds nothing to run would pass for ever.
  if (counts.passed === 0) return { counts, failure: `no test was found in ${what}` }
  return { counts }
}

/** `more` goes to jest, `env` to the tests. */
export async function jest(
  projects: string[],
  zone: string,
  {
    more = [],
    env = {},
    workers = 2,
  }: { more?: string[]; env?: Record<string, string>; workers?: number } = {},
): Promise<Result> {
  const file = reportFile(`jest-${projects.join('-')}-${zone.replace('/', '-')}.json`)
  const args = [
    '--selectProjects',
    ...projects,
    `--maxWorkers=${workers}`,
    '--json',
    `--outputFile=${file}`,
    '--silent',
    ...more,
  ]
  const finished = await run('jest', [...args, '--forceExit'], {
    env: { TZ: zone, NODE_ENV: 'test', ...env },
  })
  const counts = existsSync(file) ? jestCounts(file) : none
  // The report goes to the file; standard output would repeat it.
  const output = finished.output.replace(/^\{"num.*$/m, '')
  const result = judged(counts, { ...finished, output: `TZ=${zone}\n${output}` }, projects.join(', '))
  const note = existsSync(file) ? lastAlone(file) : undefined
  return note === undefined ? result : { ...result, note }
}

/** In the order in which they are to begin: what takes long first. */
function filesOf(folder: string): string[] {
  const found = existsSync(folder) ? readdirSync(folder, { recursive: true, encoding: 'utf8' }) : []
  const files = found.filter((file) => file.endsWith('.test.ts')).map((file) => path.join(folder, file))
  const first = longest.filter((file) => files.includes(file))
  return [...first, ...files.filter((file) => !first.includes(file)).sort()]
}

async function nodeTest(folder: string, concurrency: number): Promise<Result> {
  const files = filesOf(folder)
  if (files.length === 0) return { counts: none, failure: `no test was found in ${folder}` }
  const file = reportFile(`${folder.replace(/\W/g, '-')}.tap`)
  const args = ['--import', 'tsx', 'scripts/lib/runInOrder.ts', String(concurrency), file, ...files]
  // Read by tests/journeys/shortRun.ts.
  const short: Record<string, string> = isLongRun() ? {} : { SHORT_RUN: '1' }
  const finished = await run(process.execPath, args, { env: { TZ: 'Asia/Shanghai', ...short } })
  return judged(existsSync(file) ? tapCounts(file) : none, finished, folder)
}

/** `first` once; the rules besides in zones on either side of it: none of them may show in a day or a deadline. */
async function inZones(first: string[], repeated: string[]): Promise<Result> {
  const results: Result[] = []
  const further = { env: { FURTHER_ZONE: '1' } }
  const runs = [
    () => jest([...first, ...repeated], 'UTC'),
    () => jest(repeated, 'Asia/Shanghai', further),
    () => jest(repeated, 'America/New_York', further),
  ]
  for (const start of runs) {
    results.push(await start())
    if (results.at(-1)?.failure) break
  }
  return { counts: sum(results.map(({ counts }) => counts)), failure: results.at(-1)?.failure }
}

async function buildAll(): Promise<Result> {
  const lines: string[] = []
  try {
    await buildStale(['cloud', 'weapp', 'h5'], (line) => lines.push(line))
    return { counts: none, note: lines.join('\n') || 'nothing has changed since the last one' }
  } catch (error) {
    return { counts: none, failure: error instanceof Error ? error.message : String(error) }
  }
}

const sources = ['domain', 'src', 'cloudfunctions', 'emulator']

/** By what a file says, not by when it was written: a fresh checkout may keep it. */
export const prettierCache = [
  '--cache',
  '--cache-strategy=content',
  `--cache-location=${path.join('.local', 'prettier')}`,
]

/** What needs no build and no test: seconds. */
export const firstAnswer: Stage[] = [
  // One run for both: each would read the whole program.
  { name: 'types and lint', work: () => check(['oxlint']) },
  {
    name: 'import rules',
    work: () =>
      check(
        ['depcruise', '--config', '.dependency-cruiser.cjs', ...sources],
        ['depcruise', '--config', '.dependency-cruiser.rooms.cjs', 'domain', 'cloudfunctions/lib'],
      ),
  },
]

/** In waves: what stands in one runs side by side, the next begins when all of it has passed. Two cores are busy in each of them. */
export const waves: Stage[][] = [
  firstAnswer,
  [
    {
      name: 'format',
      work: () => check(['prettier', '--check', '--log-level', 'warn', ...prettierCache, '.']),
    },
    { name: 'unit and property', work: () => inZones(['ui', 'house', 'emulator'], ['domain']) },
    { name: 'build', work: buildAll },
  ],
  [{ name: 'functions through the real SDK', work: () => jest(['cloud'], 'UTC', { workers: 4 }) }],
  [
    { name: 'weapp', work: () => nodeTest('tests/weapp', 1) },
    { name: 'journeys', work: () => nodeTest('tests/journeys', 4) },
  ],
]

/** Its folder has an npm project of its own, which the first run installs. */
async function conformance(): Promise<Result> {
  const finished = await run('npm', ['run', '--silent', 'test:conformance'])
  return judged(wordedCounts(finished.output), finished, 'tests/conformance')
}

/** What `npm run test:full` runs besides. */
export const longWaves: Stage[][] = [
  [{ name: "conformance: Tencent's own database suite", work: conformance }],
  // Its first run installs the two tools of the deployment.
  [
    {
      name: 'deploy: the real tools against a stub of the internet',
      work: () => nodeTest('tests/deploy', 1),
    },
  ],
  // Its first run installs the two versions of Node.
  [
    {
      name: 'runtimes: every function on the Node of the cloud',
      work: () => nodeTest('tests/runtimes', 1),
    },
  ],
]
