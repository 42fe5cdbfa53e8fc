import type { JudgedActivity } from '../activity/activity'
import { meetingKey } from '../activity/joint'
import type { ActivityKind } from '../contract/words'
import type { Member, Membership } from '../org/member'
import { judgedDay, membershipOn } from '../org/membershipOn'
import { dayOf } from '../time/day'
import { ownedBy } from './indexActivities'
import { heldState, isOfPeriod, lackOf } from './judgeActivity'
import type { Question } from './question'

/** The meetings of a member's own branch: the branch's, and those of the member's own group. */
const isFor = ({ groupId }: Membership, { hostType, hostId }: JudgedActivity): boolean =>
  hostType !== 'group' || hostId === groupId

/** Whether the member was in the county when a meeting took place: nobody owes what was held before they came. */
const wasHere = (member: Member, { startsAt }: JudgedActivity, { period }: Question): boolean =>
  member.memberships.some(({ from }) => from <= period.from) ||
  membershipOn(member, dayOf(startsAt)) !== undefined

/** What the member's own branch (or group) has held or planned of the kinds in the period, each activity once. */
export const ownMeetings = (
  question: Question,
  member: Member,
  kinds: readonly ActivityKind[],
  states: readonly ('held' | 'planned')[],
): JudgedActivity[] => {
  const { activities, duty, period, now } = question
  const home = membershipOn(member, judgedDay(period, now))
  if (!home) return []
  const own: JudgedActivity[] = []
  for (const kind of kinds)
    for (const activity of ownedBy(activities, kind, home.branchId)) {
      if (!isOfPeriod(activity, question) || !isFor(home, activity)) continue
      const state = heldState(activity, now)
      if ((state !== 'held' && state !== 'planned') || !states.includes(state)) continue
      if (own.some((other) => meetingKey(other) === meetingKey(activity))) continue
      if (lackOf(activity, kind, duty) === null && wasHere(member, activity, question)) own.push(activity)
    }
  return own
}
