/** By the name of a list the id at which it was left when time was up; kept in `settings`. */
export interface RemindState {
  _id: 'remind'
  reached: Record<string, string>
  updatedAt: Date
}
