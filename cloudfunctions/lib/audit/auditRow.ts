/** Who did what to whose record, when and why. Written once, never changed. */
export interface AuditRow {
  _id: string
  what: 'strike' | 'restore' | 'decide' | 'cancel' | 'witness' | 'settle' | 'backfill'
  /** memberId of who did it; the word `outside` for someone without one. */
  by: string
  at: number
  memberId?: string
  activityId?: string
  /** What it did: yes or no, the absence reason, … */
  result?: string
  why?: string
  updatedAt: Date
}
