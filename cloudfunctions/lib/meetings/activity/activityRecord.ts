import type { Activity } from '@domain/activity/activity'
import { effectiveState } from '@domain/activity/effectiveState'
import { yearOf, yearsFor } from '@domain/activity/forYear'
import { entersUntil } from '@domain/checkin/judgeInstant'
import { done } from '@domain/contract/answer'
import type { Standing } from '@domain/contract/words'
import type { Member } from '@domain/org/member'
import type { Names } from '../../entry/Names'
import { aboutActivity } from '../../entry/targets'
import { useCase } from '../../entry/useCase'
import { witnessesOf } from '../../people/register/secondPersons'
import { readPeople } from '../../store/readPeople'
import { isRegistered, readRoll, type Roll, unsettledOf } from '../../store/readRoll'
import { absentOf } from './absentOf'
import { shownLate } from './lateEntry'

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

/** What the plan has said already. */
const plannedOf = ({ _id: id, title, kind, branchId, startsAt, endsAt, place, topic, agenda }: Activity) => ({
  ...{ id, title, kind, branchId, startsAt, endsAt, place, agenda },
  ...(topic !== undefined && { topic }),
})

/** Who chaired, kept the record and held the lecture. */
function runnersOf(activity: Activity, people: ReadonlyMap<string, Member>, names: Names) {
  const { chairId, recorderId, lecturerId } = activity
  const acting = (key: 'chair' | 'recorder' | 'lecturer', id: string | undefined) => {
    const member = id === undefined ? undefined : people.get(id)
    return member ? { [key]: names.acting(member) } : {}
  }
  return { ...acting('chair', chairId), ...acting('recorder', recorderId), ...acting('lecturer', lecturerId) }
}

/** 会议记录, filled from the registrations as they stand. */
export const activityRecord = useCase(
  'activity.record',
  aboutActivity,
  async (_request, context, activity) => {
    const { caller, now, tree, calendar, names } = context
    const roll = await readRoll(activity._id)
    const people = await readPeople(activity, roll)
    const nameOf = (id: string) => {
      const member = people.get(id)
      return member ? names.of(member) : ''
    }
    const unsettled = unsettledOf(activity, roll).map(({ memberId, standing, groupId }) => {
      const groupName = groupId === undefined ? undefined : tree.get(groupId)?.name
      return { memberId, name: nameOf(memberId), standing, ...(groupName !== undefined && { groupName }) }
    })
    const years = yearsFor(activity)
    return done({
      ...plannedOf(activity),
      state: effectiveState(activity, now),
      expected: split(activity.expected.map(({ standing }) => standing)),
      attended: attendedOf(activity, roll),
      absent: absentOf(activity, roll).map(({ memberId, reason }) => ({
        memberId,
        name: nameOf(memberId),
        reason,
      })),
      unsettled,
      ...(years.length > 0 && { year: { value: yearOf(activity) ?? 0, choices: years } }),
      ...runnersOf(activity, people, names),
      ...(activity.recordedAt !== undefined && { recordedAt: activity.recordedAt }),
      paperUntil: entersUntil(activity, calendar),
      ...(activity.late && {
        late: shownLate({ hostId: activity.hostId, late: activity.late }, nameOf, tree),
      }),
      witnesses: witnessesOf([...people.values()], activity.branchId, context, caller.member?._id),
    })
  },
)
