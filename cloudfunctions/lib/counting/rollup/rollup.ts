import type { Tree } from '@domain/org/tree'
import { earlyMonths } from '@domain/progress/earlyMonths'
import type { EarlyStretch } from '@domain/progress/earlyNotes'
import { keysOf as keysOfDay, rollupPeriods } from '@domain/progress/rollupPeriods'
import { dayOf } from '@domain/time/day'
import { readDuties, readRegister } from '../../entry/cached'
import { clearFaults, guarded } from '../../entry/guarded'
import { readWorkdays } from '../../entry/readWorkdays'
import type { Target, Work } from '../../store/collections/settings'
import {
  type BranchResult,
  computeBranch,
  type Computed,
  computeUnit,
  hasNumbers,
  type Rules,
} from './computeBranch'
import { keepEarlyNotes } from './keepEarlyNotes'
import { endRun, takeLease } from './lease'
import { fingerprintOf, planRun } from './planRun'
import { changesIn, type Documents, moveWatermark, readDocuments, saveChanges } from './saveNumbers'

const isBranch = ({ branchId }: Target, { tree }: Rules): boolean => tree.get(branchId)?.type === 'branch'

/**
 * A function may take 60 s: nothing is begun after `budgetMs`, and nobody may take longer than `eachMs`. `page` branches are written together.
 */
const usual = { budgetMs: 35_000, eachMs: 20_000, page: 16 }
/** Branches read at the same time. */
const TOGETHER = 4

/** busy: another run holds the lease · more: time was up, the next run goes on · done. */
export interface RollupReport {
  state: 'busy' | 'more' | 'done'
  isFull: boolean
  /** Branches this run went through, failed ones among them; units, which come along, are not counted. */
  branches: number
  /** Branches whose kept numbers a full run found different in some period though nothing was known to have changed there. */
  differences: number
  /** Branches and units passed over because they failed: they keep the numbers they had and are tried again by the next run. */
  failed: number
}

interface Page {
  numbers: ReadonlyMap<string, Computed>
  early: ReadonlyMap<string, EarlyStretch[]>
  failed: Target[]
  /** How many were begun before time was up. */
  begun: number
}

async function compute(target: Target, rules: Rules, now: number): Promise<BranchResult> {
  return isBranch(target, rules)
    ? computeBranch(target, rules, now)
    : { numbers: await computeUnit(target, rules, now), early: [] }
}

/** Four at a time; one that fails or takes too long is passed over. */
async function computePage(targets: readonly Target[], run: Run, now: number): Promise<Page> {
  const { rules, isOver, limits } = run
  const numbers = new Map<string, Computed>()
  const early = new Map<string, EarlyStretch[]>()
  const failed: Target[] = []
  let begun = 0
  while (begun < targets.length && (begun === 0 || !isOver())) {
    const some = targets.slice(begun, begun + TOGETHER)
    begun += some.length
    const computeOne = async (target: Target) => {
      const part = { job: 'rollup' as const, subjectId: target.branchId, now, within: limits.eachMs }
      const result = await guarded(part, () => compute(target, rules, now))
      if (result === 'failed') return failed.push(target)
      numbers.set(target.branchId, result.numbers)
      return early.set(target.branchId, result.early)
    }
    await Promise.all(some.map(computeOne))
  }
  return { numbers, early, failed, begun }
}

interface Run {
  number: number
  work: Work
  documents: Documents
  rules: Rules
  limits: typeof usual
  isOver: () => boolean
}

/** Adds to the surprises: kept numbers that changed in branches nobody knew to have changed. */
function noteDifferences({ work, documents }: Run, key: string, changed: Iterable<string>): void {
  if (!work.isFull || !documents.get(key)?.watermark) return
  const surprising = [...changed].filter((id) => !work.touched.includes(id)).length
  if (surprising > 0) work.differences[key] = (work.differences[key] ?? 0) + surprising
}

/**
 * Whether the run computes a period for every branch, so that it may begin the period's document. A change of long ago touches one branch in an
 * earlier year: a document begun then would lack all others.
 */
const isComplete = (key: string, { isFull, watermark }: Work): boolean =>
  isFull && rollupPeriods(dayOf(watermark)).some((period) => period.key === key)

/** Writes a page; with the last one the watermark moves in every document of the run. */
async function savePage(run: Run, { numbers, early }: Page, isLast: boolean): Promise<void> {
  const { work, documents, number } = run
  if (work.isFull) await keepEarlyNotes(early, work.watermark)
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

/** Periods nobody keeps a document of, as of a meeting long ago, are not computed. */
const keptOf = ({ branchId, keys }: Target, { documents, work }: Run): Target => ({
  branchId,
  keys: keys.filter((key) => documents.has(key) || isComplete(key, work)),
})

/** Page after page until all is done or time is up; what is left over is handed back, and what failed. */
async function carryOut(run: Run, now: number): Promise<{ rest: Target[]; failed: Target[] }> {
  const failed: Target[] = []
  for (let rest = run.work.targets; ;) {
    if (rest !== run.work.targets && run.isOver()) return { rest, failed }
    const some = rest.slice(0, run.limits.page).map((target) => keptOf(target, run))
    const page = await computePage(some, run, now)
    failed.push(...rest.slice(0, page.begun).filter(({ branchId }) => isAmong(page.failed, branchId)))
    rest = rest.slice(page.begun)
    await savePage(run, page, rest.length === 0)
    if (rest.length === 0) return { rest, failed }
  }
}

const isAmong = (targets: readonly Target[], id: string) => targets.some(({ branchId }) => branchId === id)

const sum = (numbers: number[]): number => numbers.reduce((total, one) => total + one, 0)

/** Ends a run. When all was done its instant becomes the watermark, else the rest stays pending; what failed is tried again by the next run. */
async function endWith(
  { number, work }: Run,
  fingerprint: string,
  { rest, failed }: { rest: Target[]; failed: Target[] },
): Promise<void> {
  const known = { day: dayOf(work.watermark), rules: fingerprint }
  await endRun(
    number,
    rest.length === 0
      ? { ...known, watermark: work.watermark, pending: null, failed }
      : { ...known, pending: { ...work, targets: rest }, failed },
  )
}

/**
 * Brings the county's documents up to date. May be cut short or run twice at any point: numbers are made from facts again, the watermark
 * moves only after them, and one run writes at a time.
 */
export async function rollup(clock: () => number, given: Partial<typeof usual> = {}): Promise<RollupReport> {
  const limits = { ...usual, ...given }
  const now = clock()
  const before = await takeLease(now)
  if (!before) return { state: 'busy', isFull: false, branches: 0, differences: 0, failed: 0 }
  const [duties, tree] = await Promise.all([readDuties(now), readRegister(now)])
  const rules: Rules = { duties, tree, looked: [] }
  const fingerprint = fingerprintOf(rules)
  const work = await planRun(before, rules, fingerprint, now)
  const { targets, isFull } = work
  // Early notes are looked for once a day: they speak of months that are over.
  if (isFull) rules.looked = earlyMonths(now, await readWorkdays(now))
  const documents = await readDocuments(keysOf(work), placesIn(tree))
  const isOver = () => clock() - now > limits.budgetMs
  const run: Run = { number: before.run, work, documents, rules, limits, isOver }
  const { rest, failed } = await carryOut(run, now)
  await endWith(run, fingerprint, { rest, failed: withEarlier(before.failed, failed, rest) })
  if (rest.length === 0 && (isFull || before.failed.length > 0)) await clearFaults('rollup', now)
  const differences = sum(Object.values(work.differences))
  const branches = targets.slice(0, targets.length - rest.length).filter((one) => isBranch(one, rules)).length
  return {
    state: rest.length === 0 ? 'done' : 'more',
    isFull,
    branches,
    differences,
    failed: failed.length,
  }
}

/** What the next run has to try again: what failed in this one and, where time was up, what failed in the one before and was not reached. */
const withEarlier = (earlier: readonly Target[] = [], failed: Target[], rest: Target[]): Target[] =>
  rest.length === 0
    ? failed
    : [...failed, ...earlier.filter(({ branchId }) => !isAmong(failed, branchId) && !isAmong(rest, branchId))]

const placesIn = (tree: Tree): number => [...tree.values()].filter(hasNumbers).length
