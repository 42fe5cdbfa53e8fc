import type { Health } from '@domain/contract/operator'
import type { RanState } from '../../store/collections/settings'
import { count, find } from '../../store/find'

/** The last run of each timer. */
async function readRuns(): Promise<Health['runs']> {
  const rows = (await find('settings', { kind: 'ran' }, { limit: 20 })) as RanState[]
  return rows.map(({ job, at, ms, ok, source }) => ({ job, at, ms, ok, source }))
}

/** The first instant of a reminder that is claimed and not yet sent. */
async function oldestClaim(): Promise<number | null> {
  const claims = await find('reminders', { state: 'claimed' }, { limit: 20_000, fields: ['at'] })
  return claims.length === 0 ? null : Math.min(...claims.map(({ at }) => at))
}

/** What troubles are judged by (domain/health/troubles.ts), in three questions. */
export async function readRunning(): Promise<Pick<Health, 'runs' | 'faults' | 'oldestClaim'>> {
  const [runs, faults, claim] = await Promise.all([readRuns(), count('faults', {}), oldestClaim()])
  return { runs, faults, oldestClaim: claim }
}
