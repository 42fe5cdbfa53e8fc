import { wordKey } from '@domain/reminder/branchWord'
import type { Round } from '@domain/reminder/rounds'
import { dayOf } from '@domain/time/day'
import type { StoredReminder } from '../../store/collections/reminders'
import { find } from '../../store/find'
import { updateWhere } from '../../store/updateWhere'
import { type DueGap, gapsDueIn, type Known } from './gapsDue'
import { tellGaps } from './remindGaps'
import type { Run } from './run'

/** What is a member's own of it: a branch does not tell its secretary what it misses itself. */
export const ownGaps = (due: readonly DueGap[]): DueGap[] =>
  due
    .map((one) => ({ ...one, items: one.items.filter(({ ofBranch }) => !ofBranch) }))
    .filter(({ items }) => items.length > 0)

async function tellOne(
  { _id, branchId, at, word }: StoredReminder,
  rounds: readonly Round[],
  known: Known,
  run: Run,
) {
  const to = new Set(word?.to)
  const keyOf = (memberId: string) => wordKey(memberId, dayOf(at))
  for (const round of rounds) {
    const due = ownGaps(await gapsDueIn(branchId, round, known, run.now))
    const said = { branchId, keyOf, calendar: known.calendar, fromBranch: true }
    await tellGaps(
      due.filter(({ member }) => to.has(member._id)),
      said,
      run,
    )
  }
  // Cut short it goes on with the next run: each was told under a key.
  if (run.isOver()) return
  const done = { state: 'noted' as const, ...(word && { word: { ...word, to: [] } }) }
  await updateWhere('reminders', { _id, state: 'due' }, done)
}

/** The own words of branches: to those ticked who still miss something and were not told enough, as everything else of gaps. */
export async function remindWords(rounds: readonly Round[], known: Known, run: Run): Promise<void> {
  for (const word of await find('reminders', { state: 'due' }, { limit: 5000 }))
    if (!run.isOver()) await run.part(word.branchId, () => tellOne(word, rounds, known, run))
}
