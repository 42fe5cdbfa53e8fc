import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { gzipSync } from 'node:zlib'
import { declarations } from '@cloud/lib/store/collections/collections'
import { contractVersion } from '@domain/contract/answer'
import type { Emulator } from '../emulator/types'
import { contractOf } from './contract/wireOf'
import { openCounty } from './lib/openCounty'
import { demoBranchName } from './seed/identities'

// npm run snapshot -- contract: what phones and cloud of the release at hand say to one another. Run when a release is made;
// tests/house/contract.test.ts holds what comes after it to it.
// npm run snapshot -- rowsN: a small county as the release at hand stores it (rows.jsonl.gz), and what its pages say of it (pages.json). Run
// on the release before a migration is written; tests/cloud/migrations.test.ts brings it to today's shape and asks the same pages.
const home = path.join('tests', 'snapshots')

interface Question {
  openid: string
  action: string
  data: object
}

/** Who asks what: between them they show every number that rows are counted to. */
const questions = (branchId: string): Question[] => [
  { openid: 'demo-member', action: 'progress.home', data: {} },
  { openid: 'demo-member', action: 'progress.home', data: { month: '2026-08' } },
  { openid: 'demo-all-done', action: 'progress.home', data: {} },
  { openid: 'demo-secretary', action: 'progress.branch', data: { branchId } },
  { openid: 'demo-secretary', action: 'progress.branch', data: { branchId, periodKey: '2026-08' } },
  { openid: 'demo-secretary', action: 'progress.branch', data: { branchId, periodKey: '2026' } },
  { openid: 'demo-secretary', action: 'deed.ticks', data: { branchId, month: '2026-09' } },
  { openid: 'demo-committee', action: 'committee.overview', data: {} },
  { openid: 'demo-committee', action: 'committee.overview', data: { periodKey: '2026' } },
]

const asked = async (emulator: Emulator, { openid, action, data }: Question) => {
  const { result } = await emulator.invoke('api', { action, contractVersion, data }, { openid })
  return { openid, action, data, answer: result }
}

const branchOf = ({ database }: Emulator): string =>
  String(database.find('organisations', { name: demoBranchName })[0]?._id)

async function rollUp(emulator: Emulator): Promise<void> {
  for (let runs = 0; runs < 20; runs += 1) {
    const { result } = await emulator.runTimer('rollup')
    if ((result as { state: string }).state === 'done') return
  }
  throw new Error('the roll-up never comes to an end')
}

const rowsOf = ({ database }: Emulator): string[] =>
  declarations.flatMap(({ name }) =>
    database.find(name).map((row) =>
      JSON.stringify(
        { collection: name, row },
        function (this: Record<string, unknown>, key, value: unknown) {
          const held = this[key]
          return held instanceof Date ? { $date: held.getTime() } : value
        },
      ),
    ),
  )

async function take(folder: string): Promise<void> {
  const dataDir = mkdtempSync(path.join(os.tmpdir(), 'snapshot-'))
  const options = { dataDir: path.join(dataDir, 'data'), seed: 'branch', help: false } as const
  const { emulator } = await openCounty(options, () => undefined)
  try {
    await rollUp(emulator)
    const pages = []
    for (const question of questions(branchOf(emulator))) pages.push(await asked(emulator, question))
    mkdirSync(folder, { recursive: true })
    const rows = rowsOf(emulator)
    writeFileSync(path.join(folder, 'rows.jsonl.gz'), gzipSync(rows.join('\n'), { level: 9 }))
    writeFileSync(path.join(folder, 'pages.json'), `${JSON.stringify(pages)}\n`)
    console.log(`${rows.length} rows, ${pages.length} pages in ${folder}`)
  } finally {
    await emulator.close()
    rmSync(dataDir, { recursive: true, force: true })
  }
}

function takeContract(): void {
  const actions = Object.entries(contractOf(contractVersion).actions)
  // A line an action: what has changed between two releases can be read in their difference.
  const lines = actions.map(([name, wire]) => `${JSON.stringify(name)}:${JSON.stringify(wire)}`)
  const text = `{"version":${contractVersion},"actions":{\n${lines.join(',\n')}\n}}\n`
  writeFileSync(path.join(home, 'contract.json'), text)
  console.log(`${actions.length} actions, ${text.length} bytes`)
}

const [name = ''] = process.argv.slice(2)
if (name !== 'contract' && !/^rows\d+$/.test(name)) {
  console.error('npm run snapshot -- contract|rowsN')
  process.exit(2)
}
const work = name === 'contract' ? async () => takeContract() : () => take(path.join(home, name))
work().then(
  () => process.exit(0),
  (error: unknown) => {
    console.error(error)
    process.exit(1)
  },
)
