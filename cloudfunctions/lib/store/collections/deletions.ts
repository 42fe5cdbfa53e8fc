import { collection } from './collection'

/** A deletion asked for: by a member it waits for the work committee; whoever is no member is deleted at once. */
export interface Deletion {
  _id: string
  /** Empty: of somebody outside the register. */
  memberId: string
  /** Of the identity of somebody outside the register; with it gone it leads nowhere. */
  requestId?: string
  at: number
  /** agreed: the member document is a shell (eraseMember), or about to be: who agreed is told until it is. */
  state: 'open' | 'agreed' | 'declined'
  decidedAt?: number
  updatedAt: Date
}

export const deletions = collection<Deletion>({
  bytes: 500,
  indexes: [
    { name: 'member', keys: ['memberId', 'state'] },
    { name: 'state', keys: ['state'] },
  ],
})
