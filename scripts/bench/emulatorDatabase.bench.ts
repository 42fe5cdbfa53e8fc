import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { startEmulator } from '../../emulator/index'
import type { CollectionDeclaration, Emulator } from '../../emulator/types'
import { type Figure, figure, quantile } from '../lib/figure'

const functionsDir = path.resolve('emulator/testing/functions')

/** As the facts of a county are kept: three indexes, one of them unique. */
const collections: CollectionDeclaration[] = [
  {
    name: 'facts',
    indexes: [
      { name: 'by_branch_month', keys: ['branchId', 'month'] },
      { name: 'by_person_month', keys: ['personId', 'month'] },
      { name: 'one_key', keys: ['key'], unique: true },
    ],
  },
]

const fact = (n: number) => ({
  _id: `fact-${n}`,
  branchId: `branch-${n % 62}`,
  personId: `person-${n % 1800}`,
  month: `2026-${String((Math.floor(n / 1800) % 12) + 1).padStart(2, '0')}`,
  key: `key-${n}`,
  kind: n % 3 === 0 ? 'meeting' : 'service',
  state: 'attended',
  occurredAt: 1790059800000 + n,
  recordedAt: 1790059800000 + n,
})

function fill(emulator: Emulator, from: number, to: number): void {
  for (let start = from; start < to; start += 20_000) {
    const length = Math.min(20_000, to - start)
    emulator.database.insertMany(
      'facts',
      Array.from({ length }, (_, n) => fact(start + n)),
    )
  }
}

const open = (dataDir: string) =>
  startEmulator({ port: 0, dataDir, functionsDir, envId: 'demo-bench', collections })

/** The samples of a line of code run in a function process, the first ones left out. */
async function inside(emulator: Emulator, turns: number, line: string): Promise<number[]> {
  const body = `const samples = []
    for (let i = 0; i < ${turns}; i += 1) { const began = performance.now(); ${line}; samples.push(performance.now() - began) }
    return samples.slice(${Math.ceil(turns / 10)})`
  const { result } = await emulator.invoke('script', { body }, { openid: 'bench' })
  return result as number[]
}

async function* sixtyThousand(dataDir: string): AsyncGenerator<Figure> {
  const emulator = await open(dataDir)
  try {
    fill(emulator, 0, 60_000)
    const gets = await inside(emulator, 1000, `await db.collection('facts').doc('fact-' + i * 7).get()`)
    yield figure('get by _id through the SDK, median', quantile(gets, 0.5), 'ms')
    yield figure('get by _id through the SDK, p99', quantile(gets, 0.99), 'ms')
    const looks = await inside(
      emulator,
      1000,
      `await db.collection('facts').where({ key: 'key-' + i * 11 }).get()`,
    )
    yield figure('get by an index through the SDK, median', quantile(looks, 0.5), 'ms')
    yield figure('get by an index through the SDK, p99', quantile(looks, 0.99), 'ms')
    const groups = await inside(
      emulator,
      11,
      `await db.collection('facts').aggregate().group({ _id: '$branchId', n: $.sum(1),
        attended: $.sum($.cond({ if: $.eq(['$state', 'attended']), then: 1, else: 0 })) }).limit(100).end()`,
    )
    yield figure('aggregate of 60,000 documents by branch, median', quantile(groups, 0.5), 'ms', 200)
  } finally {
    await emulator.close()
  }
}

async function* halfAMillion(dataDir: string): AsyncGenerator<Figure> {
  const emulator = await open(dataDir)
  const began = performance.now()
  fill(emulator, 60_000, 500_000)
  yield figure('insert of 440,000 documents in batches', performance.now() - began, 'ms')
  const closing = performance.now()
  await emulator.close()
  yield figure('close after them', performance.now() - closing, 'ms')

  const reopening = performance.now()
  const again = await open(dataDir)
  const elapsed = performance.now() - reopening
  const count = again.database.count('facts')
  await again.close()
  if (count !== 500_000) throw new Error(`${count} documents instead of 500,000`)
  yield figure('reopen of 500,000 documents', elapsed, 'ms', 10_000)
}

/** What the database answers in over a county's documents, and how long half a million take to come back. */
export default async function* emulatorDatabase(): AsyncGenerator<Figure> {
  const dataDir = mkdtempSync(path.join(tmpdir(), 'bench-'))
  try {
    yield* sixtyThousand(dataDir)
    yield* halfAMillion(dataDir)
  } finally {
    rmSync(dataDir, { recursive: true, force: true })
  }
}
