import type { DutyLine } from '@domain/contract/progress'
import { doneBy, heldKindOf } from '@domain/duty/doneBy'
import type { Duty } from '@domain/duty/duty'
import type { NotCountedReason } from '@domain/evidence/seenRecord'
import type { Progress } from '@domain/progress/progress'

/** Nothing counts, but something was seen: why the last of it does not. undefined: something counts, or nothing is owed. */
export const whyNone = ({ done, state, notCounted }: Progress): NotCountedReason | undefined =>
  done === 0 && state !== 'not_owed' ? notCounted[notCounted.length - 1]?.reason : undefined

/** A ring and its line, from what the evaluator said. */
export function dutyLine(duty: Duty, progress: Progress): DutyLine {
  const kind = heldKindOf(duty)
  const { dutyId, state, done, needed, missing, notOwed, subjectId, period } = progress
  const reason = whyNone(progress)
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
    ...(reason && { reason }),
    waiting: progress.notCounted.filter(({ reason }) => reason === 'waiting_confirmation').length,
    subjectId,
    period,
  }
}
