/** A deletion asked for by a member; whoever is no member is deleted at once and leaves no row. */
export interface Deletion {
  _id: string
  memberId: string
  at: number
  /** agreed: the member document is a shell now (eraseMember). */
  state: 'open' | 'agreed' | 'declined'
  decidedAt?: number
  updatedAt: Date
}
