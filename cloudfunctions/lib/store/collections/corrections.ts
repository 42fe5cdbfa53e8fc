import type { OwedChange } from '@domain/access/ownEntry'
import type { CorrectionField } from '@domain/contract/words'
import { collection } from './collection'

/** What a member asks to be set right in the register. done and declined ones are kept 30 days, without the text. */
export interface Correction {
  _id: string
  memberId: string
  /** The branch of the day on which it was asked for. */
  branchId: string
  field: CorrectionField
  text: string
  at: number
  state: 'open' | 'done' | 'declined'
  /** Of one that carries its change with it: made when somebody else says yes. Goes with the text. */
  asked?: { from: OwedChange; to: OwedChange }
  updatedAt: Date
}

export const corrections = collection<Correction>({
  bytes: 4_000,
  indexes: [
    { name: 'open', keys: ['state'] },
    { name: 'branch', keys: ['branchId', 'state'] },
    { name: 'member', keys: ['memberId', 'state'] },
  ],
})
