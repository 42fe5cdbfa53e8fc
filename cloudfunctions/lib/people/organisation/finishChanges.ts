import type { Day } from '@domain/time/day'
import { guarded } from '../../entry/guarded'
import type { StoredChange } from '../../store/collections/organisationChanges'
import { oneOf } from '../../store/conditions'
import { find } from '../../store/find'
import { updateWhere } from '../../store/updateWhere'
import { carryOut } from './carryOut'

/** Takes a change whose day has come out of waiting; false when it was cancelled a moment before. */
const begins = async ({ _id, state }: StoredChange): Promise<boolean> =>
  state === 'open' || (await updateWhere('organisationChanges', { _id, state: 'waiting' }, { state: 'open' }))

/**
 * Brings to an end what earlier calls left in the middle, and carries out what has waited for today, in the order of their days: whoever changes
 * the tree next does, and the nightly run.
 */
export async function finishChanges(today: Day, now: number, isTimeUp: () => boolean): Promise<void> {
  const kept = await find('organisationChanges', { state: oneOf(['open', 'waiting']) })
  const due = kept
    .filter(({ state, on }) => state === 'open' || on <= today)
    .sort((a, b) => (a.on === b.on ? a.at - b.at : a.on < b.on ? -1 : 1))
  for (const stored of due)
    // One that fails is the night's to say again, and keeps nobody from changing something else.
    await guarded({ job: 'nightly', subjectId: stored._id, now }, async () => {
      if (await begins(stored)) await carryOut(stored, isTimeUp)
    })
}
