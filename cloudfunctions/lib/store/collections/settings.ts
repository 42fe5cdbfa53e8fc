import type { FactEntry } from '@domain/contract/paper'
import type { Template } from '@domain/contract/reminder'
import type { CopyColumn, Job } from '@domain/contract/words'
import type { CountyWords } from '@domain/keptLists/county'
import type { Day } from '@domain/time/day'
import type { WorkYear } from '@domain/time/workCalendar'
import { collection } from './collection'

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
  /** What failed and was passed over. */
  failed: Target[]
  updatedAt: Date
}

/** By the name of a list the id at which it was left when time was up; kept in `settings`. */
export interface RemindState {
  _id: 'remind'
  reached: Record<string, string>
  updatedAt: Date
}

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

export const BACKUP = 'backup'

/** One row in `settings`: when a whole backup was last taken, as the machine that took it says. */
export interface BackupState {
  _id: typeof BACKUP
  kind: 'backup'
  at: number
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

/** One row in `settings`: the number of the last migration that every row has been through. */
export interface MigrationState {
  _id: 'migrations'
  kind: 'migrations'
  done: number
  updatedAt: Date
}

export const SETUP = 'setup'

/** One row in `settings`: the county has its start, the default rules among it. */
export interface StoredSetup {
  _id: typeof SETUP
  kind: 'setup'
  /** When the first administrator entered. */
  at: number
  /** When the work committee said it had looked through the rights that the register gives (步骤“授权”); absent: not yet. */
  rightsSeenAt?: number
  updatedAt: Date
}

/** A year's days as the work committee entered them from the notice: one row in `settings`, `workdays_2027`. It stands above the default. */
export interface StoredWorkYear extends Pick<WorkYear, 'year' | 'off' | 'worked'> {
  _id: string
  kind: 'workdays'
  /** Made from the OPENID and the nonce of the request that saved it: a resend is known. */
  savedAs: string
  savedAt: number
  /** memberId of who saved it. */
  savedBy: string
  updatedAt: Date
}

export const COPY_ORDER = 'copy_order'

/** One row in `settings`: the order in which 逐栏复制 gives the texts of a record; absent: the province's. */
export interface StoredCopyOrder {
  _id: typeof COPY_ORDER
  kind: typeof COPY_ORDER
  order: CopyColumn[]
  /** As of a year's days. */
  savedAs: string
  savedAt: number
  savedBy: string
  updatedAt: Date
}

export const FACT_ORDER = 'fact_order'

/** One row in `settings`: the order of the 事项 of 组织生活开展情况表; absent: the customary one. */
export interface StoredFactOrder {
  _id: typeof FACT_ORDER
  kind: typeof FACT_ORDER
  order: FactEntry[]
  /** As of a year's days. */
  savedAs: string
  savedAt: number
  savedBy: string
  updatedAt: Date
}

export const JOINT = 'joint'

/** One row in `settings`: whether what branches hold together counts for each, and what the work committee rests it on. Absent: it does not. */
export interface StoredJoint {
  _id: typeof JOINT
  kind: 'joint'
  on: boolean
  basis: string
  /** As of a year of workdays. */
  savedAs: string
  savedAt: number
  savedBy: string
  updatedAt: Date
}

/** A row in `settings` for each list the work committee has worded or switched off: `list_rectification`. It stands above ours. */
export interface StoredList extends CountyWords {
  _id: string
  kind: 'list'
  list: string
  /** As of a year's days. */
  savedAs: string
  savedAt: number
  savedBy: string
  updatedAt: Date
}

export const listSettingId = (list: string): string => `list_${list}`

export const workYearId = (year: number): string => `workdays_${year}`

/** Rows of several kinds, each under an id of its own. */
export const settings = collection<
  | RollupState
  | RemindState
  | StoredWorkYear
  | StoredCopyOrder
  | StoredFactOrder
  | StoredJoint
  | StoredList
  | StoredSetup
  | RanState
  | BackupState
  | TrialState
  | MigrationState
>({
  bytes: 400_000,
  indexes: [],
})
