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
