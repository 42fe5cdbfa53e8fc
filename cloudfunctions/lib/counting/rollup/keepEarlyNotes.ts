import type { EarlyStretch } from '@domain/progress/earlyNotes'
import { dayOf } from '@domain/time/day'
import type { StoredReminder } from '../../store/collections/reminders'
import { oneOf } from '../../store/conditions'
import { find } from '../../store/find'
import { insertOnce } from '../../store/insertOnce'

/** One for each member, track and level of a stretch of months. */
const earlyKey = ({ memberId, of, months, since }: EarlyStretch): string =>
  `early_${memberId}_${of}_${since}_${months}`

type Kept = Pick<StoredReminder, 'memberId' | 'early' | 'at'>

/** Whether this level was noted for the same stretch: it had begun before the note was kept. One that ended and began again begins in a later month. */
const isKept = (note: EarlyStretch, kept: readonly Kept[]): boolean =>
  kept.some(
    ({ memberId, early, at }) =>
      memberId === note.memberId &&
      early?.of === note.of &&
      early.months === note.months &&
      note.since < dayOf(at).slice(0, 7),
  )

function readKept(notes: readonly EarlyStretch[]): Promise<Kept[]> {
  const memberId = oneOf([...new Set(notes.map((note) => note.memberId))])
  const fields = ['memberId', 'early', 'at'] as const
  return find('reminders', { memberId, kind: 'early' }, { limit: 5000, fields })
}

/**
 * Puts a branch's early notes where those who run it find them: once for a member, track and level, however often they are made, and by two at
 * once too. Nothing is sent. One call where all are kept already.
 */
export async function keepEarlyNotes(
  branchId: string,
  notes: readonly EarlyStretch[],
  now: number,
): Promise<void> {
  if (notes.length === 0) return
  const kept = await readKept(notes)
  for (const note of notes.filter((one) => !isKept(one, kept))) {
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
