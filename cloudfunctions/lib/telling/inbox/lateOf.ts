import type { Activity } from '@domain/activity/activity'
import { effectiveState } from '@domain/activity/effectiveState'
import { awaitsSecond } from '@domain/activity/lateEntry'
import type { LateRequest } from '@domain/contract/identity'
import type { Context } from '../../entry/useCase'
import { isSecond } from '../../meetings/activity/lateEntry'
import { oneOf } from '../../store/conditions'
import { find } from '../../store/find'
import { nameFields } from '../../store/readPeople'

/** 补录 that wait for this person's word, oldest first. */
export async function lateOf(unsettled: readonly Activity[], context: Context): Promise<LateRequest[]> {
  const { names, now, tree } = context
  const mine = unsettled.filter(
    (one) => awaitsSecond(one) && effectiveState(one, now) === 'closed' && isSecond(one, context),
  )
  const ids = [...new Set(mine.flatMap(({ late }) => late?.by ?? []))]
  const people = ids.length === 0 ? [] : await find('members', { _id: oneOf(ids) }, { fields: nameFields })
  return mine
    .sort((a, b) => a.startsAt - b.startsAt)
    .map(({ _id, hostId, title, startsAt, late }) => ({
      activityId: _id,
      title,
      startsAt,
      // Who works for a community may stand on no register: the community did it.
      by:
        people.filter(({ _id }) => _id === late?.by).map((one) => names.acting(one))[0] ??
        tree.get(hostId)?.name ??
        '',
      at: late?.at ?? startsAt,
    }))
}
