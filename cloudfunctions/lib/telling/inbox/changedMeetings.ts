import type { ResponseOf } from '@domain/contract/actions'
import type { Fact } from '@domain/fact/fact'
import type { Member } from '@domain/org/member'
import { changeOf, changeText, changeTitles } from '@domain/reminder/changeOf'
import { placesSince } from '../../meetings/activity/readMemberCalendar'
import type { Context } from '../../entry/useCase'
import { after, anyOf, oneOf } from '../../store/conditions'
import { find } from '../../store/find'

type Notice = Extract<ResponseOf<'reminder.inbox'>['items'][number], { type: 'notice' }>

const fields = ['title', 'startsAt', 'place', 'state', 'publishedAt', 'cancelledAt', 'changed'] as const

/** Meetings to come that this member is expected at or enrolled for and that were moved, put elsewhere or cancelled: at once, whether or not WeChat says it. */
export async function changedMeetings(
  member: Member,
  facts: readonly Fact[],
  { now, today }: Context,
): Promise<Notice[]> {
  const enrolled = facts.flatMap(({ kind, activityId, annulled }) =>
    kind === 'enrolment' && activityId !== undefined && !annulled ? activityId : [],
  )
  const ahead = { state: oneOf(['published', 'cancelled']), startsAt: after(now) }
  const expected = { branchId: oneOf(placesSince(member, today)), 'expected.memberId': member._id, ...ahead }
  const where = enrolled.length > 0 ? anyOf(expected, { _id: oneOf(enrolled), ...ahead }) : expected
  const found = await find('activities', where, { limit: 200, fields })
  return found
    .flatMap((meeting): Notice[] => {
      const change = changeOf(meeting, now)
      if (!change) return []
      const { _id: activityId } = meeting
      const about = { title: `活动${changeTitles[change.what]}`, text: changeText(change, meeting) }
      const id = `changed_${activityId}_${change.at}`
      return [{ type: 'notice', id, at: change.at, ...about, target: 'activity', activityId }]
    })
    .sort((a, b) => b.at - a.at)
}
