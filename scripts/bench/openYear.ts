import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { declarations } from '@cloud/lib/store/collections/collections'
import type { RollupReport } from '../../cloudfunctions/lib/counting/rollup/rollup'
import { defaultDuties } from '../../domain/duty/defaultDuties'
import type { Organisation } from '../../domain/org/organisation'
import { dayOf } from '../../domain/time/day'
import { startEmulator } from '../../emulator/index'
import type { Emulator } from '../../emulator/types'
import { BRANCHES, branchYear, servicesOf } from './countyYear'

export const ENV = 'demo-year'

interface Wanted {
  branches: number
  /** The first one's number: other numbers, other branches. */
  from?: number
  /** What time it is there (ms). */
  now: number
  /** The days of which what happened is stored. */
  isKept: (day: string) => boolean
}

const place = (over: Partial<Organisation> & Pick<Organisation, '_id' | 'type'>): Organisation => ({
  name: over._id,
  parentId: 'county',
  order: 1,
  validFrom: '2020-01-01',
  ...over,
})

/** So many branches of 25 members on a local cloud of their own, with what happened in their year. */
export async function openYear({ branches, from = 0, now, isKept }: Wanted): Promise<{
  emulator: Emulator
  members: number
  facts: number
  stop: () => Promise<void>
}> {
  const dataDir = mkdtempSync(path.join(tmpdir(), 'year-'))
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
  const years = Array.from({ length: branches }, (_, i) => branchYear(from + i, services))
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
  const held = years
    .flatMap(({ activities }) => activities)
    .filter(({ kind }) => kind !== 'community_service')
  insert(
    'activities',
    [...held, ...services]
      .filter(({ startsAt }) => isKept(dayOf(startsAt)))
      .map((one) => ({ ...one, nonce: one._id })),
  )
  const facts = years.flatMap((year) => year.facts).filter(({ occurredOn }) => isKept(occurredOn))
  insert('facts', facts)
  const stop = async () => {
    await emulator.close()
    rmSync(dataDir, { recursive: true, force: true })
  }
  return { emulator, members: members.length, facts: facts.length, stop }
}

/** More than there are branches and units, of which each run begins some. */
const RUNS = 2 * BRANCHES

/** Seconds of each run of the roll-up until all is done. */
export async function untilDone(
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
