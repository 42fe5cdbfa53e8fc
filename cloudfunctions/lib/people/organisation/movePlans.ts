import type { Activity } from '@domain/activity/activity'
import type { OrganisationChange } from '@domain/contract/organisation'
import type { ChangeOf } from '@domain/org/change/change'
import { type Day, startOfDay } from '@domain/time/day'
import { MOVES_KEPT } from '../../store/collections/activities'
import { atLeast, oneOf } from '../../store/conditions'
import { find } from '../../store/find'
import { updateAll, updateWhere } from '../../store/updateWhere'

/** What the branches merged have planned from the day on. */
export const plansOf = ({ fromIds }: ChangeOf<'merge'>, on: Day) => ({
  branchId: oneOf(fromIds),
  startsAt: atLeast(startOfDay(on)),
  state: oneOf(['draft', 'published']),
})

/** What a merged branch had planned from the day on is the other branch's now, and so are requests to be bound in it. Done twice it changes nothing. */
export async function movePlans(change: OrganisationChange, on: Day): Promise<void> {
  if (change.what !== 'merge') return
  const { fromIds, organisationId } = change
  const planned = await find('activities', plansOf(change, on), { limit: 2000 })
  for (const { _id, branchId, hostId, startsAt, movedFrom = [] } of planned)
    await updateWhere(
      'activities',
      { _id, branchId },
      {
        branchId: organisationId,
        ...(hostId === branchId && { hostId: organisationId }),
        movedFrom: [...movedFrom, { branchId, startsAt }].slice(-MOVES_KEPT),
      },
    )
  await renameInJoint(planned, change)
  await updateAll(
    'identities',
    { branchId: oneOf(fromIds), state: 'requested' },
    { branchId: organisationId },
  )
}

/** The joint meetings whose parts have moved name the branch the parts are of now: else these would no longer be theirs. */
async function renameInJoint(moved: readonly Activity[], { fromIds, organisationId }: ChangeOf<'merge'>) {
  const wholeIds = [...new Set(moved.flatMap(({ jointOf }) => jointOf ?? []))]
  if (wholeIds.length === 0) return
  for (const { _id, branchId, jointIds = [] } of await find(
    'activities',
    { _id: oneOf(wholeIds) },
    { limit: 2000 },
  )) {
    const named = jointIds.map((id) => (fromIds.includes(id) ? organisationId : id))
    // What the convening branch has become itself is asked for no part any more.
    const others = [...new Set(named)].filter((id) => id !== branchId)
    await updateWhere('activities', { _id }, { jointIds: others.length > 0 ? others : undefined })
  }
}
