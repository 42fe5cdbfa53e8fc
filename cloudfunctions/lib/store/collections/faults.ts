import type { Job } from '@domain/contract/words'
import { collection } from './collection'

/**
 * A part of a timer's work that failed and was passed over: for whoever runs the software, and in one line for the work committee. `_id`:
 * `job_subjectId`. It goes when the part has succeeded.
 */
export interface Fault {
  _id: string
  job: Job
  /** A branch or unit, a change of the tree, a deletion, or a part of the night (`retention`). */
  subjectId: string
  /** Of an AppError, else the kind of error: never its text, which might name somebody. */
  code: string
  firstAt: number
  lastAt: number
  times: number
  updatedAt: Date
}

export const faults = collection<Fault>({
  bytes: 600,
  indexes: [{ name: 'job', keys: ['job', 'lastAt'] }],
})
