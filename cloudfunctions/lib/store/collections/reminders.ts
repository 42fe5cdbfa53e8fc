import type { Template } from '@domain/contract/reminder'
import type { EarlyStretch } from '@domain/progress/earlyNotes'
import type { DueReminder } from '@domain/reminder/dueReminder'
import type { Round } from '@domain/reminder/rounds'
import { collection } from './collection'

/**
 * A reminder and its claim in one row. `_id` is the natural key (domain/reminder): inserting it is the claim, so nobody gets two.
 * claimed: about to be sent · sent · leader: WeChat cannot reach this person, the group leader tells · failed: sent to nobody for sure, or
 * perhaps; never tried again, the group leader tells (of what waits for a yes nobody: it stands under 待办) · noted: an early note, the end of a term (term) or an answer that is due (feedback), sent
 * to nobody; those who run the branch or the county find it in the inbox; the branch's own word that has gone out · due: the branch's own word
 * (word), which goes out with the next run that may tell; what it says to each is a row of its own.
 */
export interface StoredReminder {
  _id: string
  /** Empty where it is about nobody (term, feedback, word); of what waits for somebody outside the register the id of walletOf. */
  memberId: string
  /** Empty of what waits: it may be of several. */
  branchId: string
  kind: Template | 'early' | 'term' | 'feedback' | 'word'
  /** Of what waits and of a word the day it was told, of a term its last day, of 投诉建议 the number. */
  periodKey: string
  overdue: boolean
  items: DueReminder['items']
  at: number
  state: 'claimed' | 'sent' | 'leader' | 'failed' | 'noted' | 'due'
  /** WeChat's code; `interrupted`: the run died between claim and answer; `no_answer`: WeChat said nothing. */
  code?: number | string
  activityId?: string
  /** Of an early note: `memberId` is whom it is about, who never reads it. `talkedFrom` is absent where it was kept by a release before. */
  early?: Omit<EarlyStretch, 'memberId' | 'talkedFrom'> & Partial<Pick<EarlyStretch, 'talkedFrom'>>
  /** Of an early note: the last full roll-up found that it still holds. */
  suggested?: true
  told?: { at: number; by: string } | null
  /** Of gaps: told because the branch said its own word, and as its word. */
  fromBranch?: boolean
  /** Of the branch's own word, which `told` says by whom: for whom it is, emptied when it has gone out, and which request it was. */
  word?: { to: string[]; nonce: string }
  updatedAt: Date
}

/** The states of those whom a person tells. */
export const forLeader: StoredReminder['state'][] = ['leader', 'failed']

export const isOfRound = (
  { periodKey, overdue }: Pick<StoredReminder, 'periodKey' | 'overdue'>,
  round: Round,
): boolean => periodKey === round.month.key && overdue === round.overdue

export const reminders = collection<StoredReminder>({
  bytes: 2_500,
  indexes: [
    { name: 'member', keys: ['memberId', 'at'] },
    { name: 'branch', keys: ['branchId', 'periodKey'] },
    { name: 'period', keys: ['periodKey'] },
    { name: 'state', keys: ['state', 'at'] },
    { name: 'kind', keys: ['kind', 'at'] },
    { name: 'suggested', keys: ['branchId', 'suggested'] },
  ],
})
