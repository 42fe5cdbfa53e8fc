import type { EarlyNote } from '@domain/contract/progress'
import { oneOf } from '../wx/conditions'
import { find } from '../wx/find'
import { insertOnce } from '../wx/insertOnce'

/** One for each member, track and level while it lasts: a new stretch begins in another month. */
const earlyKey = ({ memberId, of, months, since }: EarlyNote): string =>
  `early_${memberId}_${of}_${since}_${months}`

/**
 * Puts a branch's early notes where those who run it find them. Its key is the claim: made again, or by two at once, it is one. Nothing is
 * sent. One call where all are kept already.
 */
export async function keepEarlyNotes(
  branchId: string,
  notes: readonly EarlyNote[],
  now: number,
): Promise<void> {
  if (notes.length === 0) return
  const _id = oneOf(notes.map(earlyKey))
  const known = new Set((await find('reminders', { _id }, { fields: ['kind'] })).map((one) => one._id))
  for (const note of notes.filter((one) => !known.has(earlyKey(one)))) {
    const { memberId, of, months, since } = note
    await insertOnce('reminders', {
      _id: earlyKey(note),
      memberId,
      branchId,
      kind: 'early',
      periodKey: since,
      overdue: false,
      items: [],
      at: now,
      state: 'noted',
      early: { of, months, since },
    })
  }
}
