/** A signed code refused, or a binding that matched nobody: `openId_day_kind_n`, so that the cap is part of the key. Kept 30 days. */
export interface Attempt {
  _id: string
  openId: string
  kind: 'code' | 'bind'
  reason: string
  at: number
  /** Shanghai day of `at`. */
  day: string
  activityId?: string
  updatedAt: Date
}
