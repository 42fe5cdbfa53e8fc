import type { Activity } from '@domain/activity/activity'
import { awaitsSecond } from '@domain/activity/lateEntry'
import { effectiveState } from '@domain/activity/effectiveState'
import type { LateRequest } from '@domain/contract/identity'
import { isSecond } from '../activity/isSecond'
import type { Context } from '../dispatch/useCase'
import { oneOf } from '../wx/conditions'
import { find } from '../wx/find'

/** 补录 that wait for this person's word, oldest first. */
export async function lateOf(unsettled: readonly Activity[], context: Context): Promise<LateRequest[]> {
  const { now } = context
  const mine = unsettled.filter(
    (one) => awaitsSecond(one) && effectiveState(one, now) === 'closed' && isSecond(one, context),
  )
  const ids = [...new Set(mine.flatMap(({ late }) => late?.by ?? []))]
  const names = ids.length === 0 ? [] : await find('members', { _id: oneOf(ids) }, { fields: ['name'] })
  return mine
    .sort((a, b) => a.startsAt - b.startsAt)
    .map(({ _id, title, startsAt, late }) => ({
      activityId: _id,
      title,
      startsAt,
      by: names.find((one) => one._id === late?.by)?.name ?? '',
      at: late?.at ?? startsAt,
    }))
}
