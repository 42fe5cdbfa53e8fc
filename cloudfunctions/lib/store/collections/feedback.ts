import type { ResponseOf } from '@domain/contract/actions'
import { collection } from './collection'

/**
 * 投诉建议. `_id` is its number. Without a name nothing leads back to who wrote it but the key on the phone that sent it: no instant (`at` is the
 * beginning of the day), no order, no id (slots). `free`: an empty row that waits for one · `turn`: one of the day's turns of somebody who left no name,
 * under a word that leads to nobody.
 */
export interface Feedback {
  _id: string
  kind: ResponseOf<'feedback.mine'>['items'][number]['kind']
  text: string
  /** ms; without a name that of the day. */
  at: number
  /** End (exclusive, ms) of the fifth workday after it came. */
  dueBy: number
  state: 'free' | 'turn' | 'open' | 'answered'
  answer?: string
  answeredAt?: number
  /** memberId, or the identity's `requestId` of a person outside the register; absent where no name was left. */
  from?: string
  /** Hash of the key by which one without a name is read again. */
  keyHash: string
  /** Hash of the request, so that one sent again makes no second one. */
  request: string
  updatedAt: Date
}

export const feedback = collection<Feedback>({
  bytes: 6_000,
  indexes: [
    { name: 'request', keys: ['request'], unique: true },
    { name: 'from', keys: ['from'] },
    { name: 'key', keys: ['keyHash'] },
    { name: 'state', keys: ['state', 'at'] },
  ],
})
