import type { Health } from '@domain/contract/operator'
import {
  BACKUP,
  type BackupState,
  type RanState,
  SETUP,
  type StoredSetup,
} from '../../store/collections/settings'
import { oneOf } from '../../store/conditions'
import { count, find } from '../../store/find'

/** The last run of each timer, when the last backup was taken, and when the county began. */
async function readStates(): Promise<Required<Pick<Health, 'runs' | 'backupAt' | 'begunAt'>>> {
  const where = { kind: oneOf(['ran', BACKUP, SETUP]) }
  const rows = (await find('settings', where, { limit: 20 })) as (RanState | BackupState | StoredSetup)[]
  const atOf = (one: typeof BACKUP | typeof SETUP) => rows.find(({ kind }) => kind === one)?.at
  const runs = rows.flatMap((row) => (row.kind === 'ran' ? [row] : []))
  return {
    runs: runs.map(({ job, at, ms, ok, source }) => ({ job, at, ms, ok, source })),
    backupAt: atOf(BACKUP) ?? null,
    begunAt: atOf(SETUP) ?? null,
  }
}

/** The first instant of a reminder that is claimed and not yet sent. */
async function oldestClaim(): Promise<number | null> {
  const claims = await find('reminders', { state: 'claimed' }, { limit: 20_000, fields: ['at'] })
  return claims.length === 0 ? null : Math.min(...claims.map(({ at }) => at))
}

/** What troubles are judged by (domain/health/troubles.ts), in three questions. */
export async function readRunning(): Promise<
  Required<Pick<Health, 'runs' | 'backupAt' | 'begunAt' | 'faults' | 'oldestClaim'>>
> {
  const [states, faults, claim] = await Promise.all([readStates(), count('faults', {}), oldestClaim()])
  return { ...states, faults, oldestClaim: claim }
}
