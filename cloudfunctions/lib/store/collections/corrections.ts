import type { CorrectionField } from '@domain/contract/words'

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
  updatedAt: Date
}
