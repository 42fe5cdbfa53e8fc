import type { WorkYear } from '@domain/time/workCalendar'

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

export const workYearId = (year: number): string => `workdays_${year}`
