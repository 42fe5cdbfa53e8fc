import type { DoneBy } from '../contract/words'
import { doneBy } from '../duty/doneBy'
import type { Counts, Duty } from '../duty/duty'
import type { Progress } from '../progress/progress'

/** What a member, or a branch, still misses of one duty, as a reminder names it. */
export interface Gap {
  dutyId: string
  what: Counts['what']
  /** Absent in one that was stored before it was said. */
  doneBy?: DoneBy
  label: string
  missing: number
  measure: string
  periodKey: string
  /** The branch's own, told whoever runs it together with what that person misses. */
  ofBranch?: true
}

/** What one does alone and at any time stands first, what somebody else enters last. */
const rank: Record<Counts['what'], number> = {
  visited: 0,
  attended: 1,
  deed: 2,
  lectured: 3,
  talked: 4,
  held: 5,
  ticked: 6,
}

/** The gaps among what the evaluator said: planned, waiting, exempt, excused and 定期 are none. */
export const gapsOf = (progress: readonly Progress[], duties: readonly Duty[]): Gap[] =>
  progress
    .flatMap(({ dutyId, version, state, missing, period }): Gap[] => {
      const duty = duties.find((one) => one.id === dutyId && one.version === version)
      if (!duty || state !== 'missing' || missing === 0) return []
      const { label, measure, counts } = duty
      return [
        { dutyId, what: counts.what, doneBy: doneBy(duty), label, missing, measure, periodKey: period.key },
      ]
    })
    .sort((a, b) => rank[a.what] - rank[b.what])
