import type { Activity } from '@domain/activity/activity'
import type { ResponseOf } from '@domain/contract/actions'
import type { Fact } from '@domain/fact/fact'
import type { Member } from '@domain/org/member'
import { changeOf, changeText, changeTitles } from '@domain/reminder/changeOf'
import { targetOf } from '../reminder/pages'

type Notice = Extract<ResponseOf<'reminder.inbox'>['items'][number], { type: 'notice' }>

/** Of a member's calendar what is to come and was moved, put elsewhere or cancelled, where one is expected or enrolled: at once, whether or not WeChat says it. */
export function changedMeetings(
  { activities, facts }: { activities: readonly Activity[]; facts: readonly Fact[] },
  { _id: memberId }: Member,
  now: number,
): Notice[] {
  const enrolled = new Set(
    facts.flatMap(({ kind, activityId, annulled }) => (kind === 'enrolment' && !annulled ? activityId : [])),
  )
  return activities
    .filter(({ _id, expected }) => enrolled.has(_id) || expected.some((one) => one.memberId === memberId))
    .flatMap((meeting): Notice[] => {
      const change = changeOf(meeting, now)
      if (!change) return []
      const { _id: activityId } = meeting
      const about = { title: `活动${changeTitles[change.what]}`, text: changeText(change, meeting) }
      const id = `changed_${activityId}_${change.at}`
      return [{ type: 'notice', id, at: change.at, ...about, target: targetOf(meeting), activityId }]
    })
    .sort((a, b) => b.at - a.at)
}
