import { existsSync, rmSync } from 'node:fs'
import path from 'node:path'
import { parseArgs } from 'node:util'
import { isRefusal, isRunning } from '../emulator/snapshot/commands'
import { runSnapshotCommand } from '../emulator/snapshot/parseCommand'
import { noteSeed, seededSnapshot, seededWith } from './lib/openCounty'
import { UsageError } from './lib/startOptions'

const usage = `npm run local -- command [--data DIR]      the data of npm start, while it runs or not
  snapshot NAME|FILE   keeps them under a name or in a file
  restore NAME|FILE    brings them back
  reset                back to the seeded county; what is not yet seeded will be by the next npm start
  --data DIR           folder that keeps the data (.local/demo)`

/** The folder without its snapshots: the next start takes it for a new one and seeds it. */
function empty(dataDir: string): string {
  if (isRunning(dataDir))
    throw new UsageError(`stop npm start first: ${dataDir} keeps no snapshot of its seed`)
  for (const file of [
    'cloud.db',
    'cloud.db-wal',
    'cloud.db-shm',
    'cloud.base',
    'cloud.sealing',
    'storage',
    'seed.json',
  ])
    rmSync(path.join(dataDir, file), { recursive: true, force: true })
  return `${dataDir} is seeded anew by the next npm start`
}

async function perform(words: string[], dataDir: string): Promise<string> {
  const [command, ...more] = words
  if (command === 'reset' && more.length === 0) {
    return existsSync(path.join(dataDir, 'snapshots', `${seededSnapshot}.db`))
      ? runSnapshotCommand(['restore', seededSnapshot], dataDir)
      : empty(dataDir)
  }
  const done = await runSnapshotCommand(words, dataDir)
  // A file brought into an empty folder is a county somebody else has seeded.
  if (command === 'restore' && seededWith(dataDir) === undefined) noteSeed(dataDir, 'county')
  return done
}

async function main(): Promise<void> {
  const options = {
    data: { type: 'string', default: '.local/demo' },
    help: { type: 'boolean', short: 'h' },
  } as const
  const { values, positionals } = parseArgs({ allowPositionals: true, options })
  const isKnown = ['snapshot', 'restore', 'reset'].includes(positionals[0] ?? '')
  console.log(values.help === true || !isKnown ? usage : await perform(positionals, values.data))
  if (!isKnown && values.help !== true) process.exitCode = 1
}

main().catch((error: unknown) => {
  const isForTheUser = isRefusal(error) || error instanceof UsageError || error instanceof TypeError
  console.error(isForTheUser ? `npm run local: ${error.message}` : error)
  process.exit(1)
})
