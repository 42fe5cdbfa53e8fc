import type { EarlyStretch } from '@domain/progress/earlyNotes'
import { dayOf } from '@domain/time/day'
import type { StoredReminder } from '../../store/collections/reminders'
import { oneOf } from '../../store/conditions'
import { find } from '../../store/find'
import { insertOnce } from '../../store/insertOnce'
import { readSuggested } from '../../store/readSuggested'
import { updateAll, updateWhere } from '../../store/updateWhere'

/** One for each member, track and level of a stretch of months. */
const earlyKey = ({ memberId, of, months, since }: EarlyStretch): string =>
  `early_${memberId}_${of}_${since}_${months}`

const fields = ['memberId', 'early', 'at', 'suggested'] as const
type Kept = Pick<StoredReminder, '_id' | (typeof fields)[number]>

/** The row in which this level was noted for the same stretch: it had begun before the note was kept. One that ended and began again begins in a later month. */
const keptOf = (note: EarlyStretch, kept: readonly Kept[]): Kept | undefined =>
  kept.find(
    ({ memberId, early, at }) =>
      memberId === note.memberId &&
      early?.of === note.of &&
      early.months === note.months &&
      note.since < dayOf(at).slice(0, 7),
  )

async function readKept(notes: readonly EarlyStretch[]): Promise<Kept[]> {
  if (notes.length === 0) return []
  const memberId = oneOf([...new Set(notes.map((note) => note.memberId))])
  return find('reminders', { memberId, kind: 'early' }, { limit: 5000, fields })
}

/** Keeps a note that holds, once however often it is made and by two at once too. The id of its row. */
async function keep(
  branchId: string,
  note: EarlyStretch,
  kept: Kept | undefined,
  now: number,
): Promise<string> {
  const { memberId, talkedFrom, ...stretch } = note
  const _id = kept?._id ?? earlyKey(note)
  const isNew =
    !kept &&
    (await insertOnce('reminders', {
      ...{ _id, memberId, branchId, kind: 'early', periodKey: note.since, overdue: false, items: [] },
      ...{ at: now, state: 'noted', early: { ...stretch, talkedFrom }, suggested: true },
    })) === 'inserted'
  if (!isNew && !(kept?.suggested && kept.early?.talkedFrom === talkedFrom))
    await updateWhere('reminders', { _id }, { suggested: true, 'early.talkedFrom': talkedFrom })
  return _id
}

/**
 * Puts the early notes of some branches where those who run them find them, and takes away the word that those hold which do not any more. Nothing is
 * sent. One call, and one more for each branch that has notes, where all are kept already.
 */
export async function keepEarlyNotes(
  early: ReadonlyMap<string, readonly EarlyStretch[]>,
  now: number,
): Promise<void> {
  const before = await readSuggested([...early.keys()])
  const holding = new Set<string>()
  for (const [branchId, notes] of early) {
    const kept = await readKept(notes)
    for (const note of notes) holding.add(await keep(branchId, note, keptOf(note, kept), now))
  }
  const over = before.map(({ _id }) => _id).filter((_id) => !holding.has(_id))
  if (over.length > 0) await updateAll('reminders', { _id: oneOf(over) }, { suggested: undefined })
}
