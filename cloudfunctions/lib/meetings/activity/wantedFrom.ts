import type { ActivityKind } from '@domain/contract/words'
import type { Duty } from '@domain/duty/duty'
import type { Organisation } from '@domain/org/organisation'
import { isGap } from '@domain/progress/gapNow'
import type { Progress } from '@domain/progress/progress'
import type { Day } from '@domain/time/day'
import { nextPeriod, type Period } from '@domain/time/period'

/** How a duty of a branch, its groups or a unit stands in a running period. */
export interface Line {
  duty: Duty
  progress: Pick<Progress, 'state' | 'missing'>
  /** Of a duty owed by groups: who still lacks it. */
  missingNames?: readonly string[]
  period: Period
}

/** Held, in the calendar, or entered and waiting. */
const settled: readonly Progress['state'][] = ['done', 'planned', 'waiting']

const ofKind = (lines: readonly Line[], kind: ActivityKind): Line[] =>
  lines.filter(({ duty: { counts } }) => counts.what === 'held' && counts.kinds.includes(kind))

const lacksIt = ({ duty, progress, missingNames = [] }: Line, { name }: Organisation): boolean =>
  duty.subject === 'group' ? missingNames.includes(name) : isGap(progress)

const hasIt = (line: Line, host: Organisation): boolean =>
  line.duty.subject === 'group' ? !lacksIt(line, host) : settled.includes(line.progress.state)

/** Whether a host still lacks a kind in a running period. */
export const isLacking = (lines: readonly Line[], kind: ActivityKind, host: Organisation): boolean =>
  ofKind(lines, kind).some((line) => lacksIt(line, host))

/**
 * The first day of the next month, quarter or half year, where the running one has what is asked of the host; undefined: it lacks it, or nothing
 * is asked. What is asked once a year is proposed for no other year.
 */
export function wantedFrom(lines: readonly Line[], kind: ActivityKind, host: Organisation): Day | undefined {
  const asked = ofKind(lines, kind).filter(({ period }) => period.kind !== 'year')
  if (!asked.every((line) => hasIt(line, host))) return undefined
  return asked.map(({ period }) => nextPeriod(period).from).sort()[0]
}
