import { existsSync, mkdirSync, readdirSync, rmSync } from 'node:fs'
import path from 'node:path'
import { buildTargets } from './buildTargets'
import { type Counts, jestCounts, sum, tapCounts, wordedCounts } from './counts'
import { type Finished, run } from './run'

export interface Stage {
  name: string
  /** Runs the stage: its output when it failed, and how many tests it counted. */
  work: () => Promise<{ failure?: string; counts: Counts; note?: string }>
}

type Result = Awaited<ReturnType<Stage['work']>>

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
async function check(...commands: [program: string, ...args: string[]][]): Promise<Result> {
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

async function jest(projects: string[], zone: string): Promise<Result> {
  const file = reportFile(`jest-${projects.join('-')}-${zone.replace('/', '-')}.json`)
  const args = [
    '--selectProjects',
    ...projects,
    '--maxWorkers=2',
    '--json',
    `--outputFile=${file}`,
    '--silent',
  ]
  const finished = await run('jest', [...args, '--forceExit'], { env: { TZ: zone, NODE_ENV: 'test' } })
  const counts = existsSync(file) ? jestCounts(file) : none
  // The report goes to the file; standard output would repeat it.
  const output = finished.output.replace(/^\{"num.*$/m, '')
  return judged(counts, { ...finished, output }, projects.join(', '))
}

async function nodeTest(folder: string, concurrency: number): Promise<Result> {
  const files = existsSync(folder)
    ? readdirSync(folder, { recursive: true, encoding: 'utf8' })
        .filter((file) => file.endsWith('.test.ts'))
        .map((file) => path.join(folder, file))
        .sort()
    : []
  if (files.length === 0) return { counts: none, failure: `no test was found in ${folder}` }
  const file = reportFile(`${folder.replace(/\W/g, '-')}.tap`)
  const reporters = [
    ...['--test-reporter=spec', '--test-reporter-destination=stdout'],
    ...['--test-reporter=tap', `--test-reporter-destination=${file}`],
  ]
  const args = ['--import', 'tsx', '--test', `--test-concurrency=${concurrency}`, ...reporters, ...files]
  const finished = await run(process.execPath, args, { env: { TZ: 'Asia/Shanghai' } })
  return judged(existsSync(file) ? tapCounts(file) : none, finished, folder)
}

async function inZones(first: string[], repeated: string[]): Promise<Result> {
  const results: Result[] = []
  const runs: [string[], string][] = [
    [[...first, ...repeated], 'UTC'],
    [repeated, 'Asia/Shanghai'],
    [repeated, 'America/New_York'],
  ]
  for (const [projects, zone] of runs) {
    const result = await jest(projects, zone)
    results.push(result)
    if (result.failure)
      return { counts: sum(results.map(({ counts }) => counts)), failure: `TZ=${zone}\n${result.failure}` }
  }
  return { counts: sum(results.map(({ counts }) => counts)) }
}

async function buildAll(): Promise<Result> {
  const lines: string[] = []
  try {
    await buildTargets(['cloud', 'weapp', 'h5'], (line) => lines.push(line))
    return { counts: none, note: lines.join('\n') }
  } catch (error) {
    return { counts: none, failure: error instanceof Error ? error.message : String(error) }
  }
}

const sources = ['domain', 'src', 'cloudfunctions', 'emulator']

/** In waves: what stands in one runs side by side, the next begins when all of it has passed. Two cores are busy in each of them. */
export const waves: Stage[][] = [
  [
    { name: 'types', work: () => check(['tsc', '--noEmit']) },
    {
      name: 'lint',
      work: () => check(['eslint', '.'], ['prettier', '--check', '--log-level', 'warn', '.']),
    },
    {
      name: 'import rules',
      work: () =>
        check(
          ['depcruise', '--config', '.dependency-cruiser.cjs', ...sources],
          ['depcruise', '--config', '.dependency-cruiser.rooms.cjs', 'domain', 'cloudfunctions/lib'],
        ),
    },
  ],
  [
    { name: 'unit and property', work: () => inZones(['ui', 'house', 'emulator'], ['domain']) },
    { name: 'build', work: buildAll },
  ],
  [{ name: 'functions through the real SDK', work: () => jest(['cloud'], 'UTC') }],
  [
    { name: 'weapp', work: () => nodeTest('tests/weapp', 1) },
    { name: 'journeys', work: () => nodeTest('tests/journeys', 2) },
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
]
