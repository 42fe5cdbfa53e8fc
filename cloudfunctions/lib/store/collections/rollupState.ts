import type { Day } from '@domain/time/day'

/** A branch, or a unit under its own id, to compute and for which periods. */
export interface Target {
  branchId: string
  keys: string[]
}

/** What a run that ran out of time leaves to the next one. */
export interface Work {
  targets: Target[]
  /** Where the watermark moves once all of it is done. */
  watermark: number
  /** Of everything, as on each new day. */
  isFull: boolean
  /** Branches known to have changed: what a full run finds different there is no surprise. */
  touched: string[]
  /** Surprises so far, by period. */
  differences: Record<string, number>
}

/** The one document of the roll-up's own in `settings`. */
export interface RollupState {
  _id: 'rollup'
  /** Number of the run that holds or last held the lease. */
  run: number
  /** The lease ends by itself (ms); 0: nobody is writing. */
  leaseUntil: number
  watermark: number
  /** Shanghai day of the last full run. */
  day: Day
  /** Fingerprint of duties and organisations: any change of theirs may touch every number. */
  rules: string
  pending: Work | null
  /** What failed and was passed over; absent in a state of before there was such a thing. */
  failed?: Target[]
  updatedAt: Date
}
