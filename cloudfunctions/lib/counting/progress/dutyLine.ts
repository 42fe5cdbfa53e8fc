import type { DutyLine } from '@domain/contract/progress'
import type { Duty } from '@domain/duty/duty'
import type { Progress } from '@domain/progress/progress'

/** A ring and its line, from what the evaluator said. */
export function dutyLine(duty: Pick<Duty, 'label' | 'measure'>, progress: Progress): DutyLine {
  const { dutyId, state, done, needed, missing, notOwed, subjectId, period } = progress
  const lastAt = progress.counted.reduce((latest, { at }) => Math.max(latest, at), 0)
  const [next] = [...progress.planned].sort((a, b) => a.startsAt - b.startsAt)
  return {
    dutyId,
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
