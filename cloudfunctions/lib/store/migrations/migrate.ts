import type { MigrationPass } from '@domain/contract/operator'
import type { MigrationState } from '../collections/settings'
import { absent, oneOf } from '../conditions'
import { findById } from '../find'
import { pageAfter } from '../findInPages'
import { pageSize } from '../pageSize'
import { putSetting } from '../putSetting'
import { updateUntold } from '../updateWhere'
import type { Migration, Part } from './migration'
import { latestMigration, migrations } from './migrations'

/** Ids that one change names. */
const TOGETHER = 100
/** Milliseconds after which no further page is begun: half of what the function `operator` may take. */
const LONG_ENOUGH = 10_000

export interface Migrated {
  /** The number of the last migration that every row has been through. */
  done: number
  /** Time was up: ask again. */
  left: boolean
  /** Rows brought over by this call. */
  changed: number
}

export const readMigrated = async (): Promise<number> =>
  ((await findById('settings', 'migrations')) as MigrationState | null)?.done ?? 0

const waiting = ({ of = {}, lacks }: Part) => ({
  ...Object.fromEntries(Object.entries(of).map(([field, values]) => [field, oneOf(values)])),
  [lacks]: absent(),
})

/** Gives each row its value, those that get the same one together. No `updatedAt` is moved: nothing that is counted has changed. */
async function bringOver(
  { collection, lacks, value }: Part,
  rows: readonly { _id: string }[],
): Promise<number> {
  const groups = new Map<string, { given: unknown; ids: string[] }>()
  for (const row of rows) {
    const given = value(row)
    if (given === undefined) continue
    const key = JSON.stringify(given)
    const group = groups.get(key) ?? { given, ids: [] }
    group.ids.push(row._id)
    groups.set(key, group)
  }
  let changed = 0
  for (const { given, ids } of groups.values())
    for (let i = 0; i < ids.length; i += TOGETHER) {
      const some = ids.slice(i, i + TOGETHER)
      await updateUntold(collection, { _id: oneOf(some), [lacks]: absent() }, { [lacks]: given })
      changed += some.length
    }
  return changed
}

/** Page after page of a part, until it or the time is over. */
async function runPart(part: Part, isOver: () => boolean): Promise<{ left: boolean; changed: number }> {
  const { collection, from = [] } = part
  // Which fields a part reads is its own to know; the rows go to its own function.
  const fields = [...from] as never[]
  const rows = pageSize(collection, fields)
  let changed = 0
  for (let last = ''; ;) {
    const page = await pageAfter(collection, waiting(part), { last, rows, fields })
    changed += await bringOver(part, page)
    last = page.at(-1)?._id ?? last
    if (page.length < rows) return { left: false, changed }
    if (isOver()) return { left: true, changed }
  }
}

async function runAll(wanted: readonly Migration[], isOver: () => boolean) {
  let changed = 0
  for (const { parts } of wanted)
    for (const part of parts) {
      const done = await runPart(part, isOver)
      changed += done.changed
      if (done.left) return { left: true, changed }
    }
  return { left: false, changed }
}

/**
 * Brings rows to the shape of this release. It looks for rows that lack what a migration adds, so that it may be cut anywhere and asked again,
 * and rows that come meanwhile are found as well. In the pass `before` functions of the release before still write, so the number is not kept;
 * in `after` it is, also downwards: a release that comes back owns up to knowing less, and the next upgrade looks at its rows again.
 */
export async function migrate(
  pass: MigrationPass,
  { all = migrations, latest = latestMigration, longEnough = LONG_ENOUGH } = {},
): Promise<Migrated> {
  const began = performance.now()
  const before = await readMigrated()
  const wanted = all.filter(({ number }) => number > before)
  const { left, changed } = await runAll(wanted, () => performance.now() - began > longEnough)
  if (left || pass === 'before' || before === latest) return { done: before, left, changed }
  await putSetting({ _id: 'migrations', kind: 'migrations', done: latest })
  return { done: latest, left, changed }
}
