import type { Activity } from '@domain/activity/activity'
import type { Expected, Guest, Roll } from '@domain/papers/attendanceSheet'
import type { Context } from '../entry/useCase'
import { absentOf } from '../meetings/activity/absentOf'
import type { Seen } from '../meetings/activity/activityRecord'
import { isRegistered } from '../store/readRoll'

/** Who was expected, in the order of the register, with what became of it; and who came besides. */
export function rollFor(activity: Activity, { roll, people }: Seen, { names, tree }: Context): Roll {
  const nameOf = (id: string) => {
    const member = people.get(id)
    return member ? names.of(member) : ''
  }
  const orderOf = (id: string) => people.get(id)?.order ?? Number.MAX_SAFE_INTEGER
  const absent = new Map(absentOf(activity, roll).map(({ memberId, reason }) => [memberId, reason]))
  const settled = new Set(activity.absences.map(({ memberId }) => memberId))
  const expected = [...activity.expected]
    .sort((a, b) => orderOf(a.memberId) - orderOf(b.memberId))
    .map(({ memberId, standing, groupId }): Expected => {
      const fact = roll.attendance.get(memberId)
      const reason = absent.get(memberId)
      return {
        name: nameOf(memberId),
        group: tree.get(groupId ?? '')?.name ?? '',
        standing,
        ...(isRegistered(fact) && { came: fact.way }),
        ...(reason && { absent: { reason, onLeave: roll.leaves.has(memberId) && !settled.has(memberId) } }),
      }
    })
  const guests = [...roll.attendance.values()]
    .filter((fact) => fact.guest === true && isRegistered(fact))
    .map(({ memberId, branchId, way }): Guest => ({
      name: nameOf(memberId),
      branch: tree.get(branchId)?.name ?? '',
      way,
    }))
  return { expected, guests }
}
