/** Who did what to whose record, when and why. Written once, never changed. */
export interface AuditRow {
  _id: string
  what:
    | 'strike'
    | 'restore'
    | 'decide'
    | 'cancel'
    | 'witness'
    | 'settle'
    | 'backfill'
    | 'confirm'
    | 'dues'
    | 'make_up'
    | 'rule'
  /** memberId of who did it; the word `outside` for someone without one. */
  by: string
  at: number
  memberId?: string
  activityId?: string
  /** The community or village for which something was confirmed; the branch of a tick. */
  placeId?: string
  /** What it did: yes or no, the absence reason, how many, … */
  result?: string
  why?: string
  updatedAt: Date
}
