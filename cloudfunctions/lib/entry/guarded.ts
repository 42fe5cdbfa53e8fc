import type { Job } from '@domain/contract/words'
import { AppError } from '../ground/AppError'
import type { Fault } from '../store/collections/faults'
import { atMost, plus } from '../store/conditions'
import { insertOnce } from '../store/insertOnce'
import { removeWhere, updateWhere } from '../store/updateWhere'
import { logFailure } from '../wx/logFailure'
import { withinTime } from '../wx/withinTime'

interface Part {
  job: Job
  subjectId: string
  now: number
  /** Milliseconds after which it counts as failed; absent: as long as it takes. */
  within?: number
}

const codeOf = (error: unknown): string => {
  if (error instanceof AppError) return error.code
  return error instanceof Error ? error.name : 'unknown'
}

async function note({ job, subjectId, now }: Part, code: string): Promise<void> {
  const fault: Omit<Fault, 'updatedAt'> = {
    _id: `${job}_${subjectId}`,
    job,
    subjectId,
    code,
    firstAt: now,
    lastAt: now,
    times: 1,
  }
  if ((await insertOnce('faults', fault)) === 'inserted') return
  await updateWhere('faults', { _id: fault._id }, { code, lastAt: now, times: plus(1) })
}

const LATE = Symbol('late')

/**
 * One part of a timer's work: what it gives, or `failed` when it throws or takes too long, which is noted for the operator (the function's log
 * and a row) and for the work committee. The others go on.
 */
export async function guarded<T>(part: Part, work: () => Promise<T>): Promise<T | 'failed'> {
  try {
    const done = work()
    const late = part.within === undefined ? done : withinTime(done, part.within).then((it) => it ?? LATE)
    const outcome = await late
    if (outcome === LATE) throw new AppError('too_slow', `${part.subjectId} took more than ${part.within} ms`)
    return outcome
  } catch (error) {
    logFailure(error, part.job, part.subjectId)
    await note(part, codeOf(error))
    return 'failed'
  }
}

/** What a whole run did not note again has succeeded. */
export const clearFaults = (job: Job, now: number): Promise<number> =>
  removeWhere('faults', { job, lastAt: atMost(now - 1) })
