import type { DoneBy } from '../contract/words'
import { doneBy } from '../duty/doneBy'
import type { Counts, Duty } from '../duty/duty'
import { isGap } from '../progress/gapNow'
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

/** The gaps among what the evaluator said, in its order. */
export const gapsOf = (progress: readonly Progress[], duties: readonly Duty[]): Gap[] =>
  progress.filter(isGap).flatMap(({ dutyId, version, missing, period }): Gap[] => {
    const duty = duties.find((one) => one.id === dutyId && one.version === version)
    if (!duty) return []
    const { label, measure, counts } = duty
    return [
      { dutyId, what: counts.what, doneBy: doneBy(duty), label, missing, measure, periodKey: period.key },
    ]
  })
