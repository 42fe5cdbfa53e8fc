import { spawn } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { startEmulator } from '../../emulator'
import { compare, type TestOutcome } from './compare'
import { excluded, FOUND, skippedUpstream } from './expected'
import { prepareSuite, type Suite } from './prepareSuite'

// npm run test:conformance: the database tests Tencent publishes with its SDK, unchanged, against the emulator.
const ENV = 'demo-conformance'
/** It takes about ten seconds; past this it hangs, and the missing report says so. */
const LONGEST_MS = 600_000

interface Report {
  testResults: {
    name: string
    message: string
    assertionResults: { fullName: string; status: string; failureMessages: string[] }[]
  }[]
}

/** The suite's own environment: keys nobody checks, and the gateway in place of the cloud. */
function suiteEnvironment(url: string): NodeJS.ProcessEnv {
  return {
    ...process.env,
    NO_COLOR: '1',
    TZ: 'Asia/Shanghai',
    SUMERU_ENV: 'test',
    TEST_SECRET_ID: 'none',
    TEST_SECRET_KEY: 'none',
    TEST_ENV: ENV,
    TCB_CONTEXT_CNFG: JSON.stringify({ URL: `${url}/admin` }),
  }
}

/** One file after another: they share collections. */
function runJest({ folder, jest }: Suite, url: string, report: string): Promise<string> {
  const args = [jest, '--runInBand', '--forceExit', '--json', `--outputFile=${report}`, 'test/database']
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, args, {
      cwd: folder,
      env: suiteEnvironment(url),
      stdio: ['ignore', 'pipe', 'pipe'],
      timeout: LONGEST_MS,
    })
    const end = () => void child.kill()
    process.once('exit', end)
    let output = ''
    const take = (chunk: Buffer) => (output += chunk.toString())
    child.stdout.on('data', take)
    child.stderr.on('data', take)
    child.on('error', reject)
    child.on('close', () => {
      process.off('exit', end)
      resolve(output)
    })
  })
}

const statuses: Record<string, TestOutcome['status']> = { passed: 'passed', pending: 'skipped' }

function outcomes(report: Report): TestOutcome[] {
  return report.testResults.flatMap(({ name, message, assertionResults }) => {
    const file = name.slice(name.indexOf('/test/database/') + '/test/database/'.length)
    if (assertionResults.length === 0)
      return [{ file, name: 'is loaded', status: 'failed' as const, message }]
    return assertionResults.map(({ fullName, status, failureMessages }) => ({
      file,
      name: fullName,
      status: statuses[status] ?? ('failed' as const),
      message: failureMessages.join('\n').split('\n').slice(0, 12).join('\n  '),
    }))
  })
}

function printTable(tests: readonly TestOutcome[]): void {
  const files = [...new Set(tests.map(({ file }) => file))].sort()
  const row = (name: string, cells: (string | number)[]) =>
    console.log(`${name.padEnd(34)}${cells.map((cell) => String(cell).padStart(9)).join('')}`)
  const counts = (some: readonly TestOutcome[]) =>
    (['passed', 'failed', 'skipped'] as const).map(
      (wanted) => some.filter(({ status }) => status === wanted).length,
    )
  row('@cloudbase/node-sdk test/database', ['passed', 'failed', 'skipped'])
  for (const file of files) row(file, counts(tests.filter((test) => test.file === file)))
  row('in all', counts(tests))
  console.log('\nFail as listed:')
  for (const [name, { reason }] of Object.entries(excluded)) console.log(`  ${name}\n    ${reason}`)
}

async function main(): Promise<number> {
  const suite = await prepareSuite()
  const temporary = mkdtempSync(path.join(os.tmpdir(), 'conformance-'))
  // A failure of the emulator itself is written to its log and answered with SYS_ERR, which a test might overlook.
  const crashes: string[] = []
  const emulator = await startEmulator({
    port: 0,
    dataDir: path.join(temporary, 'data'),
    functionsDir: temporary,
    envId: ENV,
    collections: [],
    log(line) {
      if (/^(gateway|server):/.test(line)) crashes.push(line)
    },
  })
  try {
    const report = path.join(temporary, 'report.json')
    const output = await runJest(suite, emulator.url, report)
    if (!existsSync(report)) throw new Error(`the suite made no report:\n${output}`)
    const tests = outcomes(JSON.parse(readFileSync(report, 'utf8')) as Report)
    const problems = [...compare(tests, { found: FOUND, skipped: skippedUpstream, excluded }), ...crashes]
    printTable(tests)
    for (const problem of problems) console.error(`\n${problem}`)
    const passed = tests.filter(({ status }) => status === 'passed').length
    console.log(`\n${passed} passed, ${problems.length} failed`)
    return problems.length === 0 ? 0 : 1
  } finally {
    await emulator.close()
    rmSync(temporary, { recursive: true, force: true })
  }
}

main().then(
  (code) => process.exit(code),
  (error: unknown) => {
    console.error(error)
    process.exit(1)
  },
)
