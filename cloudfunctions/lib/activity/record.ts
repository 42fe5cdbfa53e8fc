import type { Standing } from '@domain/org/member'
import { effectiveState } from '@domain/activity/effectiveState'
import { done } from '@domain/contract/answer'
import { endOfNextWorkday } from '@domain/period/workdays'
import { witnessesOf } from '../checkin/witnesses'
import { aboutActivity } from '../dispatch/targets'
import { useCase } from '../dispatch/useCase'
import { readPeople } from './readPeople'
import { isRegistered, readRoll, type Roll, unsettledOf } from './readRoll'
import type { Activity } from '@domain/activity/activity'

const split = (standings: readonly Standing[]) => {
  const full = standings.filter((standing) => standing === 'full').length
  return { total: standings.length, full, probationary: standings.length - full }
}

function attendedOf(activity: Activity, { attendance }: Roll) {
  const came = activity.expected.filter(({ memberId }) => isRegistered(attendance.get(memberId)))
  const registered = [...attendance.values()].filter(isRegistered)
  return {
    ...split(came.map(({ standing }) => standing)),
    backfilled: registered.filter(({ way, guest }) => way === 'backfill' && !guest).length,
    guests: registered.filter(({ guest }) => guest).length,
  }
}

const reasons = ['public_duty', 'health', 'private_matter', 'other'] as const
const absenceReason = (text: string | undefined) => reasons.find((reason) => reason === text) ?? 'other'

/** 缺席人员及原因: who asked for leave, and who was settled so by the recorder. Someone who came after all is neither. */
function absentOf(
  { expected, absences }: Activity,
  { attendance, leaves }: Roll,
  nameOf: (id: string) => string,
) {
  return expected.flatMap(({ memberId }) => {
    if (isRegistered(attendance.get(memberId))) return []
    const settled = absences.find((absence) => absence.memberId === memberId)
    const leave = leaves.get(memberId)
    if (!settled && !leave) return []
    return [{ memberId, name: nameOf(memberId), reason: settled?.reason ?? absenceReason(leave?.reason) }]
  })
}

/** 会议记录, filled from the registrations as they stand. */
export const record = useCase('activity.record', aboutActivity, async (_request, context, activity) => {
  const { caller, now, today, tree } = context
  const roll = await readRoll(activity._id)
  const people = await readPeople(activity, roll)
  const nameOf = (id: string) => people.get(id)?.name ?? ''
  const named = (key: 'chair' | 'recorder' | 'lecturer', id: string | undefined) =>
    id === undefined ? {} : { [key]: nameOf(id) }
  const unsettled = unsettledOf(activity, roll).map(({ memberId, standing, groupId }) => {
    const groupName = groupId === undefined ? undefined : tree.get(groupId)?.name
    return { memberId, name: nameOf(memberId), standing, ...(groupName !== undefined && { groupName }) }
  })
  return done({
    id: activity._id,
    title: activity.title,
    state: effectiveState(activity, now),
    kind: activity.kind,
    branchId: activity.branchId,
    startsAt: activity.startsAt,
    endsAt: activity.endsAt,
    place: activity.place,
    ...(activity.topic !== undefined && { topic: activity.topic }),
    agenda: activity.agenda,
    expected: split(activity.expected.map(({ standing }) => standing)),
    attended: attendedOf(activity, roll),
    absent: absentOf(activity, roll, nameOf),
    unsettled,
    ...named('chair', activity.chairId),
    ...named('recorder', activity.recorderId),
    ...named('lecturer', activity.lecturerId),
    ...(activity.recordedAt !== undefined && { recordedAt: activity.recordedAt }),
    paperUntil: endOfNextWorkday(activity.endsAt),
    witnesses: witnessesOf([...people.values()], activity.branchId, today, caller.member?._id),
  })
})
