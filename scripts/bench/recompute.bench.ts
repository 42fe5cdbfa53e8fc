import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { declarations } from '@cloud/lib/store/collections/collections'
import type { rollup, RollupReport } from '../../cloudfunctions/lib/counting/rollup/rollup'
import { defaultDuties } from '../../domain/duty/defaultDuties'
import type { Organisation } from '../../domain/org/organisation'
import { at } from '../../domain/testing/at'
import { startEmulator } from '../../emulator/index'
import type { Emulator } from '../../emulator/types'
import { figure, type Figure } from '../lib/figure'
import { BRANCHES, branchYear, servicesOf } from './countyYear'

const MONTH = '2026-06'
const now = at('2026-06-29 20:00')
const DAY = 24 * 3_600_000
const ENV = 'demo-recompute'
/** Branches written together, as the timer does. */
const PAGE = 16

const place = (over: Partial<Organisation> & Pick<Organisation, '_id' | 'type'>): Organisation => ({
  name: over._id,
  parentId: 'county',
  order: 1,
  validFrom: '2020-01-01',
  ...over,
})

/** A county of 10,000 members on a local cloud of its own, with everything that happened in June. */
async function withMonth(): Promise<{
  emulator: Emulator
  members: number
  facts: number
  stop: () => Promise<void>
}> {
  const dataDir = mkdtempSync(path.join(tmpdir(), 'recompute-'))
  const emulator = await startEmulator({
    port: 0,
    dataDir,
    functionsDir: path.resolve('dist/cloudfunctions'),
    envId: ENV,
    collections: declarations,
    at: now,
  })
  const insert = (name: string, rows: readonly object[]) =>
    emulator.database.insertMany(name, rows as Record<string, unknown>[])
  const services = servicesOf()
  const years = Array.from({ length: BRANCHES }, (_, i) => branchYear(i, services))
  const units = [...new Set(years.map(({ branch }) => branch.parentId ?? ''))]
  const communities = [...new Set(services.map(({ hostId }) => hostId))]
  insert('organisations', [
    place({ _id: 'county', type: 'work_committee', parentId: null }),
    ...units.map((_id) => place({ _id, type: 'unit' })),
    ...communities.map((_id) => place({ _id, type: 'community' })),
    ...years.flatMap(({ branch, groups }) => [branch, ...groups]),
  ])
  insert('duties', defaultDuties)
  const members = years.flatMap((year) => year.members)
  insert('members', members)
  const ofMonth = (day: string) => day.startsWith(MONTH)
  const held = years
    .flatMap(({ activities }) => activities)
    .filter(({ kind }) => kind !== 'community_service')
  const dayOfStart = (startsAt: number) => new Date(startsAt + 8 * 3_600_000).toISOString().slice(0, 10)
  insert(
    'activities',
    [...held, ...services]
      .filter(({ startsAt }) => ofMonth(dayOfStart(startsAt)))
      .map((one) => ({ ...one, nonce: one._id })),
  )
  const facts = years.flatMap((year) => year.facts).filter(({ occurredOn }) => ofMonth(occurredOn))
  insert('facts', facts)
  const stop = async () => {
    await emulator.close()
    rmSync(dataDir, { recursive: true, force: true })
  }
  return { emulator, members: members.length, facts: facts.length, stop }
}

/** The roll-up in this process, through the real SDK: the one way to tell it how much to do at a time. */
async function inHere({ url }: Emulator): Promise<typeof rollup> {
  Object.assign(process.env, {
    TCB_CONTEXT_CNFG: JSON.stringify({ URL: `${url}/admin` }),
    TENCENTCLOUD_RUNENV: 'SCF',
    TENCENTCLOUD_REGION: 'ap-shanghai',
    TENCENTCLOUD_SECRETID: 'x',
    TENCENTCLOUD_SECRETKEY: 'x',
    TENCENTCLOUD_SESSIONTOKEN: 'x',
    SCF_NAMESPACE: ENV,
    TCB_ENV: ENV,
    WX_CONTEXT_KEYS: '',
    TCB_CONTEXT_KEYS: '',
  })
  // The SDK reads the environment while it is loaded.
  return (await import('../../cloudfunctions/lib/counting/rollup/rollup')).rollup
}

/** More than there are branches and units, of which each run begins some. */
const RUNS = 2 * BRANCHES

/** Seconds of each run until all is done. */
async function untilDone(
  run: () => Promise<RollupReport>,
): Promise<{ seconds: number[]; last: RollupReport }> {
  for (const seconds: number[] = []; seconds.length < RUNS;) {
    const started = performance.now()
    const last = await run()
    seconds.push((performance.now() - started) / 1000)
    if (last.state === 'done') return { seconds, last }
  }
  throw new Error('the recomputation never comes to an end')
}

const sum = (numbers: readonly number[]): number => numbers.reduce((total, one) => total + one, 0)

/**
 * Every number of a county-month of 10,000 members anew, through the real SDK. First in the smallest runs there are, a few branches each,
 * taken up by the next one where the last left off; then, on the next day, by the deployed function as the timer calls it. The second must find
 * nothing different: a recomputation in parts is the same as one in a piece.
 */
export default async function* recompute(): AsyncGenerator<Figure> {
  const { emulator, members, facts, stop } = await withMonth()
  try {
    yield figure('county-month, members', members, 'members')
    yield figure('county-month, facts', facts, 'facts')
    const rollUp = await inHere(emulator)
    const paged = await untilDone(() => rollUp(() => emulator.clock.now(), { page: PAGE, budgetMs: -1 }))
    yield figure(
      'recomputation of a county-month in pages, longest page',
      Math.max(...paged.seconds),
      's',
      20,
    )
    yield figure('recomputation of a county-month in pages, pages', paged.seconds.length, 'pages')
    yield figure('recomputation of a county-month in pages, all pages', sum(paged.seconds), 's')
    emulator.clock.advance(DAY)
    const whole = await untilDone(async () => (await emulator.runTimer('rollup')).result as RollupReport)
    if (!whole.last.isFull || whole.last.differences > 0)
      throw new Error(`not the same: ${JSON.stringify(whole.last)}`)
    yield figure(
      'recomputation of a county-month by the timer, longest run',
      Math.max(...whole.seconds),
      's',
      20,
    )
    yield figure('recomputation of a county-month by the timer, runs', whole.seconds.length, 'runs')
  } finally {
    await stop()
  }
}
