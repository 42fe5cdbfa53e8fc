import { mayDo } from '@domain/access/mayDo'
import type { JudgedActivity } from '@domain/activity/activity'
import { attendanceId } from '@domain/checkin/attendance'
import type { Why } from '@domain/contract/progress'
import type { Duty } from '@domain/duty/duty'
import type { JudgedFact } from '@domain/fact/fact'
import type { Member } from '@domain/org/member'
import { membershipOn } from '@domain/org/membershipOn'
import type { Progress } from '@domain/progress/progress'
import { contains } from '@domain/time/period'
import type { Context } from '../../entry/useCase'
import { isEntered, isStudyOf, makeUpId, needsNobody } from '../../meetings/checkin/missedStudy'
import { witnessesOf } from '../../people/register/secondPersons'
import { find } from '../../store/find'

type Choices = Pick<Why, 'mayMakeUp' | 'witnesses'>

interface Question {
  member: Member
  duty: Duty
  progress: Progress
  facts: readonly JudgedFact[]
  activities: readonly JudgedActivity[]
}

export const nothingToMakeUp: Choices = { mayMakeUp: [], witnesses: [] }

function mayEnter(member: Member, { caller, today, tree }: Context): boolean {
  const { branchId, groupId } = membershipOn(member, today) ?? {}
  const about = { memberId: member._id, ...(branchId && { branchId }), ...(groupId && { groupId }) }
  return mayDo('checkin.makeUp', caller, { day: today, ...about }, tree)
}

/** Owed and not done: nobody is asked to make up more than the minimum. */
const isOpen = ({ needed, done, notOwed }: Progress): boolean =>
  needed !== null && done < needed && notOwed === undefined

/** Studies of the period the member was not at and has not made up. */
function missedStudies({ member, progress, facts, activities }: Question, now: number): JudgedActivity[] {
  const entered = new Set(facts.filter(isEntered).map(({ _id }) => _id))
  return activities
    .filter(
      (activity) =>
        contains(progress.period, activity.startsAt) &&
        isStudyOf(activity, member, now) &&
        !entered.has(attendanceId(activity._id, member._id)) &&
        !entered.has(makeUpId(activity._id, member._id)),
    )
    .sort((a, b) => b.startsAt - a.startsAt)
}

/** Which studies may be made up, and whom one may ask to confirm it (witnessesOf). One call when there is something. */
export async function makeUpChoices(question: Question, context: Context): Promise<Choices> {
  const { member, duty, progress } = question
  const isOfStudy = duty.counts.what === 'attended' && duty.counts.kinds.includes('study')
  if (!isOfStudy || !isOpen(progress) || !mayEnter(member, context)) return nothingToMakeUp
  const missed = missedStudies(question, context.now)
  const [first] = missed
  if (!first) return nothingToMakeUp
  const mayMakeUp = missed.map(({ _id, title, startsAt }) => ({ activityId: _id, title, startsAt }))
  if (needsNobody(member, context)) return { mayMakeUp, witnesses: [] }
  const branchId = membershipOn(member, context.today)?.branchId ?? first.branchId
  const committee = await find('members', { 'posts.organisationId': branchId }, { limit: 1000 })
  return { mayMakeUp, witnesses: witnessesOf(committee, branchId, context, member._id) }
}
