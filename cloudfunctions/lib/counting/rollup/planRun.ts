import { createHash } from 'node:crypto'
import { keysOf, rollupPeriods } from '@domain/progress/rollupPeriods'
import { type Day, dayOf } from '@domain/time/day'
import { periodByKey } from '@domain/time/period'
import { guarded } from '../../entry/guarded'
import type { RollupState, Target, Work } from '../../store/collections/settings'
import { touchedSince } from './changes'
import { hasNumbers, type Rules } from './computeBranch'

/** Clocks of the database's machines differ and writes arrive late: this much before the watermark is looked at again. */
const OVERLAP_MS = 120_000

/** What a place's numbers hold: when this changes, all that is kept is made again, and nobody is surprised that it differs. */
const HELD = 'done owed late waits early'

/** Duties and organisations carry no date of their change; there are few, so their content is compared. */
export const fingerprintOf = ({ duties, tree }: Rules): string => {
  const rows = [HELD, ...[...duties, ...tree.values()].map((row) => JSON.stringify(row)).sort()]
  return createHash('sha256').update(rows.join('\n')).digest('base64url')
}

const idsOf = ({ tree }: Rules): string[] =>
  [...tree.values()].flatMap((node) => (hasNumbers(node) ? node._id : []))

/** The periods to compute for each touched branch: those touched and every running one. Periods that have not begun have no numbers. */
function targetsOf(branches: ReadonlyMap<string, ReadonlySet<string>>, today: Day): Target[] {
  const running = keysOf(today)
  return [...branches]
    .map(([branchId, keys]) => ({
      branchId,
      keys: [...new Set([...keys, ...running])].filter((key) => periodByKey(key).from <= today),
    }))
    .sort((a, b) => (a.branchId < b.branchId ? -1 : 1))
}

type Before = Pick<RollupState, 'watermark' | 'day' | 'rules' | 'pending' | 'failed'>

/** The targets with those that failed in the last run at the end, so that they hold nobody else up. */
function failedLast(targets: readonly Target[], failed: readonly Target[]): Target[] {
  const isFailed = ({ branchId }: Target) => failed.some((one) => one.branchId === branchId)
  const again = failed.map(({ branchId, keys }) => {
    const touched = targets.find((one) => one.branchId === branchId)
    return { branchId, keys: [...new Set([...keys, ...(touched?.keys ?? [])])] }
  })
  return [...targets.filter((one) => !isFailed(one)), ...again]
}

/** What a run has to do: what the last one left, everything on a new day or under new rules, else what changed since the watermark. */
export async function planRun(before: Before, rules: Rules, fingerprint: string, now: number): Promise<Work> {
  const today = dayOf(now)
  const isSameDay = before.day === today && before.rules === fingerprint
  if (before.pending && isSameDay) return before.pending
  const keys = rollupPeriods(today).map(({ key }) => key)
  const since = Math.min(before.watermark, now) - OVERLAP_MS
  // What cannot be followed row by row is noted, and everything computed: one spoilt row keeps nobody from new numbers.
  const followed =
    before.watermark === 0
      ? null
      : await guarded({ job: 'rollup', subjectId: 'changes', now }, () =>
          touchedSince(since, now, rules.tree, keys),
        )
  const touched = followed === 'failed' ? null : followed
  const common = { watermark: now, differences: {} }
  if (touched && isSameDay)
    return {
      ...common,
      isFull: false,
      touched: [],
      targets: failedLast(targetsOf(touched.branches, today), before.failed),
    }
  const everything = new Map(idsOf(rules).map((id) => [id, new Set(keys)]))
  const isExpected = !touched || before.rules !== fingerprint
  for (const [id, further] of touched?.branches ?? []) for (const key of further) everything.get(id)?.add(key)
  return {
    ...common,
    isFull: true,
    targets: failedLast(targetsOf(everything, today), before.failed),
    touched: isExpected ? [...everything.keys()] : [...touched.branches.keys()],
  }
}
