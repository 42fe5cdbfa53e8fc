import type { Activity } from '@domain/activity/activity'
import type { Fact } from '@domain/fact/fact'
import { meetingFields } from '@domain/reminder/messageFields'
import { addDays, dayOf, endOfDay, startOfDay } from '@domain/time/day'
import { between } from '../../store/conditions'
import { find } from '../../store/find'
import { countyTemplates } from './countyTemplates'
import { deliver } from './deliver'
import { inRotation } from './inRotation'
import { readReach } from './readReach'
import type { Run } from './run'

/** Those who are to come: on the list or enrolled, and neither on leave nor registered. */
function comers(
  { expected }: Activity,
  facts: readonly Pick<Fact, 'kind' | 'memberId' | 'annulled'>[],
): string[] {
  const valid = facts.filter(({ annulled }) => !annulled)
  const enrolled = valid.filter(({ kind }) => kind === 'enrolment').map(({ memberId }) => memberId)
  const answered = new Set(
    valid.filter(({ kind }) => kind === 'leave' || kind === 'attendance').map(({ memberId }) => memberId),
  )
  const ids = new Set([...expected.map(({ memberId }) => memberId), ...enrolled])
  return [...ids].filter((memberId) => !answered.has(memberId))
}

async function remindMeeting(activity: Activity, claimed: ReadonlySet<string>, run: Run): Promise<void> {
  const { _id: activityId, branchId, startsAt } = activity
  const { meeting } = countyTemplates()
  if (!meeting) return
  // Of this day and hour: moved, it is told anew; moved back, it has been told.
  const key = (memberId: string) => `meeting_${activityId}_${memberId}_${startsAt}`
  const fields = ['kind', 'memberId', 'annulled'] as const
  const facts = await find('facts', { activityId }, { limit: 20_000, fields })
  const memberIds = comers(activity, facts).filter((memberId) => !claimed.has(key(memberId)))
  const reach = await readReach(memberIds, 'meeting')
  const reached = memberIds.flatMap((memberId) => {
    const receiver = reach(memberId)
    return receiver ? [{ memberId, receiver }] : []
  })
  await run.each(reached, ({ memberId, receiver }) =>
    deliver(
      {
        _id: key(memberId),
        memberId,
        branchId,
        activityId,
        kind: 'meeting',
        periodKey: dayOf(startsAt),
        overdue: false,
        items: [],
        at: run.now,
      },
      { ...receiver, page: 'pages/activities/index', data: meetingFields(activity, meeting) },
    ),
  )
}

/** 会前提醒, the day before: only by WeChat to those who asked for it; a meeting is not put on the leader's list. */
export async function remindMeetings(run: Run): Promise<void> {
  const day = addDays(dayOf(run.now), 1)
  const startsAt = between(startOfDay(day), endOfDay(day) - 1)
  const activities = await find('activities', { state: 'published', startsAt }, { limit: 5000 })
  if (activities.length === 0) return
  const sent = await find('reminders', { periodKey: day }, { limit: 50_000, fields: ['kind'] })
  const claimed = new Set(sent.map(({ _id }) => _id))
  await inRotation(`meetings:${day}`, activities, run.isOverForMeetings, (activity) =>
    run.part(activity._id, () => remindMeeting(activity, claimed, run)),
  )
}
