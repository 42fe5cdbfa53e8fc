import { collection } from './collection'

/** Which request of 社区报到 a number of a 回执 was given to; of whom the member's own entry says. `_id` is the number: `2026-0417`. */
export interface ReceiptNumber {
  _id: string
  reportId: string
  year: string
  updatedAt: Date
}

export const receipts = collection<ReceiptNumber>({
  bytes: 200,
  indexes: [
    { name: 'report', keys: ['reportId'], unique: true },
    { name: 'year', keys: ['year'] },
  ],
})
