import type { Job } from '../contract/words'
import { clockOf } from '../time/day'

const MINUTE = 60_000
const HOUR = 60 * MINUTE

/** Reminders go out hourly from 8:05 to 20:05; from 10:00 on one must lie within two hours, before that the last one is of the evening. */
const isDay = (now: number): boolean => {
  const { hour } = clockOf(now)
  return hour >= 10 && hour <= 20
}

/** How long (ms) the last run of each timer may lie back. */
const within: Record<Job, (now: number) => number> = {
  rollup: () => 30 * MINUTE,
  remind: (now) => (isDay(now) ? 2 * HOUR : 13 * HOUR),
  nightly: () => 26 * HOUR,
}

export interface Run {
  job: Job
  at: number
  ok: boolean
}

/** Whether a timer has not run when it was to. */
export const isRunLate = ({ job, at }: Pick<Run, 'job' | 'at'>, now: number): boolean =>
  now - at > within[job](now)

/** Backups are taken every week (docs/部署.md); one may be missed. */
const BACKUP_WITHIN = 14 * 24 * HOUR

/** The last backup, or the county's beginning (ms), where that is too long ago; null where it is not, or neither is known. */
function noBackupSince({ backupAt, begunAt }: BackedUp, now: number): number | null {
  const since = backupAt ?? begunAt
  return since !== null && now - since > BACKUP_WITHIN ? since : null
}

/** Whether no backup was taken for too long. */
export const isBackupLate = (backedUp: BackedUp, now: number): boolean =>
  noBackupSince(backedUp, now) !== null

/** A reminder is claimed and sent within one run; an hour later it is stuck. */
export const isClaimStuck = (oldestClaim: number | null, now: number): boolean =>
  oldestClaim !== null && now - oldestClaim >= HOUR

/** When the last whole backup was taken, and when the county began (ms); null: not yet, or not known. */
export interface BackedUp {
  backupAt: number | null
  begunAt: number | null
}

export interface Running extends BackedUp {
  runs: readonly Run[]
  /** Parts of timers' work that failed and were passed over. */
  faults: number
  /** The first instant (ms) of a reminder that is claimed and not yet sent. */
  oldestClaim: number | null
}

/** What is not as it should be; `at` is since when, so that one state is told once however often it is looked at. */
export type Trouble =
  | { kind: 'late' | 'failed'; job: Job; at: number }
  | { kind: 'faults'; count: number }
  | { kind: 'claim' | 'backup'; at: number }

/** What whoever runs the county is told of its timers. A timer that has never run is none: the county is new. */
export function troublesOf({ runs, faults, oldestClaim, ...backedUp }: Running, now: number): Trouble[] {
  const since = noBackupSince(backedUp, now)
  const ofRuns = runs.flatMap((run): Trouble[] => {
    const { job, at, ok } = run
    if (isRunLate(run, now)) return [{ kind: 'late', job, at }]
    return ok ? [] : [{ kind: 'failed', job, at }]
  })
  return [
    ...ofRuns,
    ...(faults > 0 ? [{ kind: 'faults' as const, count: faults }] : []),
    ...(oldestClaim !== null && isClaimStuck(oldestClaim, now)
      ? [{ kind: 'claim' as const, at: oldestClaim }]
      : []),
    ...(since === null ? [] : [{ kind: 'backup' as const, at: since }]),
  ]
}
