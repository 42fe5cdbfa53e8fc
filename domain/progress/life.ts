import type { Activity, ActivityKind } from '../activity/activity'
import type { Duty } from '../duty/duty'
import type { Member } from '../org/member'
import { judgedDay, membershipOn } from '../org/membershipOn'
import { endOfDay, startOfDay } from '../period/day'
import type { Evidence } from './evaluate'
import { collectAttended } from './evidence/attended'
import { heldState, isOfPeriod, lackOf } from './evidence/judgeActivity'
import { indexActivities } from './indexActivities'
import { indexFacts } from './indexFacts'
import type { Period } from './progress'

export interface LifeCount {
  kind: ActivityKind
  attended: number
  /** Held by the member's branch (or group), and whatever else the member attended: never less than `attended`. */
  held: number
  /** Start (ms) of the next one in the calendar. */
  next?: number
}

/** A stand-in for the duty no member has: attendance without minimum. */
const noDuty = (kind: ActivityKind): Duty => ({
  _id: 'life@1',
  id: 'life',
  version: 1,
  subject: 'member',
  label: '',
  text: '',
  measure: '场',
  period: 'month',
  minimum: null,
  counts: { what: 'attended', kinds: [kind] },
  conditions: [],
  basis: { document: '' },
  order: 10,
  validFrom: '2026-01-01',
})

/** Attended and held of kinds without a minimum for members (row 10), for every member alike. */
export const life = (
  input: { kinds: readonly ActivityKind[]; member: Member; period: Period; now: number } & Evidence,
): LifeCount[] => {
  const { member, period, now } = input
  const facts = indexFacts(input.facts)
  const activities = indexActivities(input.activities)
  const span = { period, from: startOfDay(period.from), until: endOfDay(period.to) }
  const home = membershipOn(member, judgedDay(period, now))
  const isOwn = (activity: Activity) =>
    activity.hostType === 'group' ? activity.hostId === home?.groupId : activity.branchId === home?.branchId
  return input.kinds.map((kind) => {
    const duty = noDuty(kind)
    const { counted, planned } = collectAttended({ ...span, duty, facts, activities, now }, member, [kind])
    const held = (activities.byKind.get(kind) ?? []).filter(
      (activity) =>
        isOwn(activity) &&
        isOfPeriod(activity, span) &&
        heldState(activity, now) === 'held' &&
        !lackOf(activity, kind, duty),
    )
    const ids = new Set([
      ...counted.map((record) => record.id),
      ...held.map(({ _id }) => `${_id}_${member._id}`),
    ])
    const next = planned[0]?.startsAt
    return { kind, attended: counted.length, held: ids.size, ...(next === undefined ? {} : { next }) }
  })
}
