import type { Activity } from '@domain/activity/activity'
import { effectiveState } from '@domain/activity/effectiveState'
import { awaitsSecond } from '@domain/activity/lateEntry'
import type { LateRequest } from '@domain/contract/identity'
import type { Context } from '../../entry/useCase'
import { isSecond } from '../../meetings/activity/lateEntry'
import { readNameable } from '../../store/readPeople'

/** 补录 that wait for this person's word, oldest first. */
export async function lateOf(unsettled: readonly Activity[], context: Context): Promise<LateRequest[]> {
  const { names, now, tree } = context
  const mine = unsettled.filter(
    (one) => awaitsSecond(one) && effectiveState(one, now) === 'closed' && isSecond(one, context),
  )
  const people = await readNameable(mine.flatMap(({ late }) => late?.by ?? []))
  return mine
    .sort((a, b) => a.startsAt - b.startsAt)
    .map(({ _id, hostId, title, startsAt, late }) => {
      const member = people.get(late?.by ?? '')
      return {
        activityId: _id,
        title,
        startsAt,
        // Who works for a community may stand on no register: the community did it.
        by: member ? names.acting(member) : (tree.get(hostId)?.name ?? ''),
        at: late?.at ?? startsAt,
      }
    })
}
