import type { JudgedActivity } from '../activity/activity'
import { meetingKey } from '../activity/joint'
import { isFewerThanHalf } from '../activity/quorum'
import type { ActivityKind } from '../contract/words'
import { ownedBy } from './indexActivities'
import { heldState, isOfPeriod, lackOf, plannedActivity } from './judgeActivity'
import { judgeFact } from './judgeFact'
import { nothingSeen, put, type Question, type Seen } from './question'
import type { NotCountedReason, SeenRecord } from './seenRecord'
import type { Subject } from './subject'

type Holder = Exclude<Subject, { type: 'member' }>

/** A branch is credited with what is held for it, not with what one of its groups holds. */
const isHeldBy = (holder: Holder, activity: JudgedActivity): boolean => {
  const id = holder.organisation._id
  if (activity.hostId === id) return true
  return (
    holder.type !== 'group' &&
    holder.type !== 'unit' &&
    activity.branchId === id &&
    activity.hostType !== 'group'
  )
}

const isBelowHalf = (activity: JudgedActivity, holder: Holder, { facts, duty }: Question): boolean => {
  if (holder.type !== 'committee' || !duty.conditions.includes('half_of_committee')) return false
  const present = new Set(
    (facts.byActivity.get(activity._id) ?? [])
      .filter((fact) => holder.committeeIds.includes(fact.memberId) && judgeFact(fact, duty) === null)
      .map((fact) => fact.memberId),
  )
  return isFewerThanHalf(present.size, holder.committeeIds.length)
}

export const seenActivity = (activity: JudgedActivity): SeenRecord => ({
  id: activity._id,
  title: activity.title,
  at: activity.startsAt,
  kind: activity.kind,
  ...(activity.late && { backfilled: true }),
})

/** What was held: a closed activity of the kind that meets its conditions. */
export const collectHeld = (question: Question, holder: Holder, kinds: readonly ActivityKind[]): Seen => {
  const { activities, duty, now } = question
  const seen = nothingSeen()
  const known = new Set<string>()
  /** Meetings it is credited with: a branch that came together with another one may hold two parts of a joint one. */
  const credited = new Set<string>()
  const credit = (activity: JudgedActivity): boolean => {
    const isNew = !credited.has(meetingKey(activity))
    credited.add(meetingKey(activity))
    return isNew
  }
  for (const kind of kinds) {
    for (const activity of ownedBy(activities, kind, holder.organisation._id)) {
      if (known.has(activity._id) || !isHeldBy(holder, activity) || !isOfPeriod(activity, question)) continue
      known.add(activity._id)
      const state = heldState(activity, now)
      if (state === null) continue
      const lack: NotCountedReason | null =
        state === 'activity_cancelled' ? null : lackOf(activity, kind, duty)
      if (state === 'planned' && lack === null) {
        if (credit(activity)) seen.planned.push(plannedActivity(activity))
      } else if (state !== 'planned' && state !== 'held') put(seen, seenActivity(activity), state)
      else if (lack === null && isBelowHalf(activity, holder, question))
        put(seen, seenActivity(activity), 'committee_below_half')
      else if (lack !== null || credit(activity)) put(seen, seenActivity(activity), lack)
    }
  }
  return seen
}
