import type { Activity } from '@domain/activity/activity'
import { effectiveState } from '@domain/activity/effectiveState'
import { done, type Refusal, refuse } from '@domain/contract/answer'
import type { MeetingPaper } from '@domain/contract/paper'
import type { ActivityState } from '@domain/contract/words'
import { dayOf, endOfDay, startOfDay } from '@domain/time/day'
import { limit } from '../entry/limit'
import { aboutActivity } from '../entry/targets'
import { useCase } from '../entry/useCase'
import { readSeen } from '../meetings/activity/activityRecord'
import { between, noneOf } from '../store/conditions'
import { count } from '../store/find'
import { meetingFileName, meetingPaper } from './meetingFile'
import { organisationThen } from './minutedOf'
import { writeWord } from './write/writeWord'

/** Until it is over a meeting has no minutes; its 到会登记表 is printed as soon as it is announced. */
function refusalOf(paper: MeetingPaper, state: ActivityState): Refusal | null {
  const over = state === 'closed' || state === 'recorded'
  const announced = over || state === 'published' || state === 'open'
  return (paper === 'minutes' ? over : announced) ? null : refuse('wrong_state')
}

/** Whether the branch has several meetings of the kind on the day: then the title tells their files apart. */
async function isOneOfSeveral({ branchId, kind, startsAt }: Activity): Promise<boolean> {
  const day = dayOf(startsAt)
  const onDay = { branchId, startsAt: between(startOfDay(day), endOfDay(day) - 1) }
  return (await count('activities', { ...onDay, kind, state: noneOf(['draft', 'cancelled']) })) > 1
}

/** A paper of a meeting, for whoever keeps its record. */
export const paperOfMeeting = useCase(
  'paper.ofMeeting',
  aboutActivity,
  async ({ paper }, context, activity) => {
    const { now, caller } = context
    const refusal =
      refusalOf(paper, effectiveState(activity, now)) ??
      (await limit({ openId: caller.openId, kind: 'paper' }, now))
    if (refusal) return refusal
    const made = meetingPaper(paper, { activity, seen: await readSeen(activity) }, context)
    const organisation = organisationThen(activity, context)
    const name = meetingFileName({
      ...{ organisation, meeting: activity, paper, isDraft: made.isDraft },
      isOneOfSeveral: await isOneOfSeveral(activity),
    })
    const content = Buffer.from(await writeWord(made, now)).toString('base64')
    return done({ fileName: name, content })
  },
)
