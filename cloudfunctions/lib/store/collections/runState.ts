import type { Template } from '@domain/contract/reminder'
import type { Job } from '@domain/contract/words'

/** The last run of a timer: one row a timer in `settings`, for whoever looks whether the county is well. */
export interface RanState {
  _id: string
  kind: 'ran'
  job: Job
  at: number
  ms: number
  ok: boolean
  /** How WeChat says the run came about. */
  source: string
  updatedAt: Date
}

/** A message the operator has asked for, to see whether the templates are set right; kept in `settings`. */
export interface TrialState {
  _id: string
  kind: 'trial'
  template: Template
  askedAt: number
  /** null: it waits for the timer. claimed: a run has taken it. Then `sent`, `nobody`, or WeChat's code. */
  outcome: string | null
  updatedAt: Date
}
