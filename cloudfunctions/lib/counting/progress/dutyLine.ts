import type { DutyLine } from '@domain/contract/progress'
import { doneBy, heldKindOf } from '@domain/duty/doneBy'
import type { Duty } from '@domain/duty/duty'
import type { Progress } from '@domain/progress/progress'

/** A ring and its line, from what the evaluator said. */
export function dutyLine(duty: Duty, progress: Progress): DutyLine {
  const kind = heldKindOf(duty)
  const { dutyId, state, done, needed, missing, notOwed, subjectId, period } = progress
  const lastAt = progress.counted.reduce((latest, { at }) => Math.max(latest, at), 0)
  const [next] = [...progress.planned].sort((a, b) => a.startsAt - b.startsAt)
  return {
    dutyId,
    doneBy: doneBy(duty),
    ...(kind && { kind }),
    label: duty.label,
    measure: duty.measure,
    state,
    done,
    needed,
    missing,
    ...(notOwed && { notOwed }),
    ...(lastAt > 0 && { lastAt }),
    ...(next && { next }),
    waiting: progress.notCounted.filter(({ reason }) => reason === 'waiting_confirmation').length,
    subjectId,
    period,
  }
}
