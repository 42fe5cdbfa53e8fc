import type { EarlyNote } from '@domain/contract/progress'
import { dayOf } from '@domain/period/day'
import { earlyMonths } from '@domain/progress/earlyMonths'
import { keysOf as keysOfDay, rollupPeriods } from '@domain/progress/rollupPeriods'
import { keepEarlyNotes } from '../reminder/keepEarlyNotes'
import { readDuties } from '../caller/readDuties'
import { readRegister } from '../caller/readTree'
import { readWorkdays } from '../workdays/readWorkdays'
import { type BranchResult, type Computed, computeBranch, type Rules } from './computeBranch'
import { computeUnit } from './computeUnit'
import { endRun, takeLease } from './lease'
import { fingerprintOf, planRun } from './planRun'
import type { Target, Work } from './rollupState'
import { changesIn, type Documents, moveWatermark, readDocuments, saveChanges } from './saveNumbers'

const isBranch = ({ branchId }: Target, { tree }: Rules): boolean => tree.get(branchId)?.type === 'branch'

/** A function may take 60 s: a page begun within `budgetMs` is finished well before. `page` branches are written together. */
const usual = { budgetMs: 40_000, page: 16 }
/** Branches read at the same time. */
const TOGETHER = 4

/** busy: another run holds the lease · more: time was up, the next run goes on · done. */
export interface RollupReport {
  state: 'busy' | 'more' | 'done'
  isFull: boolean
  /** Branches computed by this run; units, which come along, are not counted. */
  branches: number
  /** Branches whose kept numbers a full run found different in some period though nothing was known to have changed there. */
  differences: number
}

interface Page {
  numbers: ReadonlyMap<string, Computed>
  early: ReadonlyMap<string, EarlyNote[]>
}

async function compute(target: Target, rules: Rules, now: number): Promise<BranchResult> {
  return isBranch(target, rules)
    ? computeBranch(target, rules, now)
    : { numbers: await computeUnit(target, rules, now), early: [] }
}

async function computePage(targets: readonly Target[], rules: Rules, now: number) {
  const numbers = new Map<string, Computed>()
  const early = new Map<string, EarlyNote[]>()
  for (let i = 0; i < targets.length; i += TOGETHER) {
    const some = targets.slice(i, i + TOGETHER)
    const results = await Promise.all(some.map((target) => compute(target, rules, now)))
    some.forEach(({ branchId }, j) => {
      const result = results[j]
      if (!result) return
      numbers.set(branchId, result.numbers)
      early.set(branchId, result.early)
    })
  }
  return { numbers, early }
}

interface Run {
  number: number
  work: Work
  documents: Documents
}

/** Adds to the surprises: kept numbers that changed in branches nobody knew to have changed. */
function noteDifferences({ work, documents }: Run, key: string, changed: Iterable<string>): void {
  if (!work.isFull || !documents.get(key)?.watermark) return
  const surprising = [...changed].filter((id) => !work.touched.includes(id)).length
  if (surprising > 0) work.differences[key] = (work.differences[key] ?? 0) + surprising
}

/** A period is begun by full runs only, and only one they compute for every branch: a single one may be touched in an earlier year. */
const isComplete = (key: string, { isFull, watermark }: Work): boolean =>
  isFull && rollupPeriods(dayOf(watermark)).some((period) => period.key === key)

/** Writes a page; with the last one the watermark moves in every document of the run. */
async function savePage(run: Run, { numbers, early }: Page, isLast: boolean): Promise<void> {
  const { work, documents, number } = run
  for (const [branchId, notes] of early) await keepEarlyNotes(branchId, notes, work.watermark)
  const unchanged: string[] = []
  for (const key of keysOf(work)) {
    const known = documents.get(key)
    if (!known && !isComplete(key, work)) continue
    const changes = changesIn(known, key, numbers)
    noteDifferences(run, key, changes.keys())
    const differences = work.differences[key] ?? 0
    const last = { watermark: work.watermark, ...(work.isFull && { differences }) }
    if (changes.size > 0 || !known || (isLast && differences > 0))
      await saveChanges(documents, key, changes, { run: number, further: isLast ? last : {} })
    else if (isLast) unchanged.push(key)
  }
  await moveWatermark(unchanged, work, number)
}

const keysOf = ({ targets, watermark }: Work): string[] => [
  ...new Set([...keysOfDay(dayOf(watermark)), ...targets.flatMap(({ keys }) => keys)]),
]

/** Page after page until all is done or time is up; what is left over is handed back. */
async function carryOut(
  run: Run,
  rules: Rules,
  clock: () => number,
  { budgetMs, page }: typeof usual,
): Promise<Target[]> {
  const started = clock()
  for (let rest = run.work.targets; ; rest = rest.slice(page)) {
    if (rest !== run.work.targets && clock() - started > budgetMs) return rest
    const isLast = rest.length <= page
    await savePage(run, await computePage(rest.slice(0, page), rules, started), isLast)
    if (isLast) return []
  }
}

const sum = (numbers: number[]): number => numbers.reduce((total, one) => total + one, 0)

/**
 * Brings the county's documents up to date. May be cut short or run twice at any point: numbers are made from facts again, the watermark
 * moves only after them, and one run writes at a time.
 */
export async function rollup(clock: () => number, limits = usual): Promise<RollupReport> {
  const now = clock()
  const before = await takeLease(now)
  if (!before) return { state: 'busy', isFull: false, branches: 0, differences: 0 }
  const [duties, tree] = await Promise.all([readDuties(now), readRegister(now)])
  const rules: Rules = { duties, tree, looked: [] }
  const fingerprint = fingerprintOf(rules)
  const work = await planRun(before, rules, fingerprint, now)
  const { targets, watermark, isFull } = work
  // Early notes are looked for once a day: they speak of months that are over.
  if (isFull) rules.looked = earlyMonths(now, await readWorkdays(now))
  const documents = await readDocuments(keysOf(work))
  const rest = await carryOut({ number: before.run, work, documents }, rules, clock, limits)
  const known = { day: dayOf(watermark), rules: fingerprint }
  const isDone = rest.length === 0
  await endRun(
    before.run,
    isDone ? { ...known, watermark, pending: null } : { ...known, pending: { ...work, targets: rest } },
  )
  const differences = sum(Object.values(work.differences))
  const branches = targets.slice(0, targets.length - rest.length).filter((one) => isBranch(one, rules)).length
  return { state: isDone ? 'done' : 'more', isFull, branches, differences }
}
