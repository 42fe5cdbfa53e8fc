import { done } from '@domain/contract/answer'
import type { LateEntryShown } from '@domain/contract/late'
import { isService } from '../../entry/targets'
import { type Context, useCase } from '../../entry/useCase'
import { isRegistered, unsettledOf } from '../../store/readRoll'
import { aboutLate, type LateActivity, seenOf, shownLate } from './aboutLate'
import { absentOf } from './absentOf'

/** Who was there by group, groups and people in register order. */
function groupsOf(
  { activity, roll, people }: LateActivity,
  { tree, names }: Context,
): LateEntryShown['groups'] {
  const groupOf = new Map(activity.expected.map(({ memberId, groupId }) => [memberId, groupId]))
  const came = [...roll.attendance.values()]
    .filter(isRegistered)
    .flatMap(({ memberId }) => people.get(memberId) ?? [])
    .sort((a, b) => a.order - b.order)
  const groups = [...new Set(came.map(({ _id }) => groupOf.get(_id)))]
    .map((id) => (id === undefined ? undefined : tree.get(id)))
    .sort((a, b) => (a?.order ?? Infinity) - (b?.order ?? Infinity))
  return groups.map((group) => {
    const own = came.filter(({ _id }) => groupOf.get(_id) === group?._id)
    return {
      name: group?.name ?? '',
      people: own.map((member) => names.of(member)),
      memberIds: own.map(({ _id }) => _id),
    }
  })
}

/** 请您确认: every name of a 补录, for the second person. */
export const lateEntry = useCase('activity.lateEntry', aboutLate, async (_request, context, found) => {
  const { activity, late, roll, people } = found
  const nameOf = (id: string) => {
    const member = people.get(id)
    return member ? context.names.of(member) : ''
  }
  const { _id: id, title, startsAt, endsAt, place, topic } = activity
  return done({
    ...{ id, title, startsAt, endsAt, place },
    ...(topic !== undefined && { topic }),
    late: shownLate({ hostId: activity.hostId, late }, nameOf, context.tree),
    ...(isService(activity) && { service: true }),
    groups: groupsOf(found, context),
    present: [...roll.attendance.values()].filter(isRegistered).length,
    absent: absentOf(activity, roll).map(({ memberId, reason }) => ({ name: nameOf(memberId), reason })),
    unsettled: unsettledOf(activity, roll).map(({ memberId }) => nameOf(memberId)),
    seen: seenOf(roll),
  })
})
