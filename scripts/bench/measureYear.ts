import type { FactKind } from '@domain/contract/words'
import { defaultDuties } from '../../domain/duty/defaultDuties'
import { indexActivities } from '../../domain/evidence/indexActivities'
import type { Fact } from '../../domain/fact/fact'
import { indexFacts } from '../../domain/fact/indexFacts'
import { rollupBranch } from '../../domain/progress/rollupBranch'
import { at } from '../../domain/testing/at'
import { periodByKey } from '../../domain/time/period'
import { BRANCHES, type BranchYear, branchYear, servicesOf } from './countyYear'

const two = (n: number): string => String(n).padStart(2, '0')
const months = Array.from({ length: 12 }, (_, i) => `2026-${two(i + 1)}`)
const periods = [...months, '2026-Q1', '2026-Q2', '2026-Q3', '2026-Q4', '2026-H1', '2026-H2', '2026'].map(
  periodByKey,
)
const now = at('2026-12-31 20:00')

/** The whole table over a year: every member, group, committee and branch in each of its months and quarters and in the year. */
function evaluateYear({ branch, groups, members, facts, activities }: BranchYear): number {
  const evidence = { facts: indexFacts(facts), activities: indexActivities(activities) }
  const input = { branch, groups, members, duties: defaultDuties, now, ...evidence }
  let done = 0
  for (const period of periods)
    for (const [count] of Object.values(rollupBranch({ ...input, period })?.duties ?? {})) done += count
  return done
}

/** What anyone would write who wants bare counts: how many of each kind each member has. */
function countPlainly(facts: readonly Fact[]): number {
  const counts = new Map<string, Partial<Record<FactKind, number>>>()
  for (const { memberId, kind, annulled } of facts) {
    if (annulled) continue
    let own = counts.get(memberId)
    if (!own) counts.set(memberId, (own = {}))
    own[kind] = (own[kind] ?? 0) + 1
  }
  return counts.size
}

/** Milliseconds for all branches one after the other, as they are read one after the other. */
function timed(years: readonly BranchYear[], work: (year: BranchYear) => number): number {
  const started = performance.now()
  let sum = 0
  for (const year of years) sum += work(year)
  if (sum === 0) throw new Error('nothing was counted')
  return performance.now() - started
}

export interface Measured {
  members: number
  facts: number
  /** Milliseconds for all facts. */
  plain: number
  whole: number
}

/** Number and reasons of a county-year of 10,000 members, and a loop over the same facts that only counts. */
export function measureYear(): Measured {
  const services = servicesOf()
  const years = Array.from({ length: BRANCHES }, (_, i) => branchYear(i, services))
  // Both are compiled by the time they are measured.
  const first = years.slice(0, 20)
  timed(first, evaluateYear)
  for (let i = 0; i < 5; i += 1) timed(first, (year) => countPlainly(year.facts))
  const best = (rounds: number, work: (year: BranchYear) => number) =>
    Math.min(...Array.from({ length: rounds }, () => timed(years, work)))
  return {
    members: years.reduce((sum, year) => sum + year.members.length, 0),
    facts: years.reduce((sum, year) => sum + year.facts.length, 0),
    plain: best(5, (year) => countPlainly(year.facts)),
    whole: best(3, evaluateYear),
  }
}
